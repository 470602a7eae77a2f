// Publishes everything that waits for review in a procedure, over the public API, as a moderator's browser would:
//   node scripts/moderate-all.mjs --url http://127.0.0.1:4000 --tenant quellstedt --procedure SLUG
// For trying things out with many contributions in a sample town, as whoever presses its button for moderators; a
// person should read what real people wrote.
import { parseArgs } from 'node:util'

const AT_ONCE = 4
const NEEDED = ['tenant', 'procedure']

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:4000' },
    ...Object.fromEntries(NEEDED.map((name) => [name, { type: 'string' }])),
  },
})
const missing = NEEDED.filter((name) => !values[name])
if (missing.length) {
  console.error(`Missing: ${missing.map((name) => `--${name}`).join(', ')}.`)
  process.exit(2)
}
const { url, tenant, procedure: slug } = values

let cookie = ''

/** One operation; the session's cookie is kept as a browser keeps it. */
async function ask(query, variables) {
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
    body: JSON.stringify({ query, variables }),
  })
  for (const line of response.headers.getSetCookie()) cookie = line.split(';')[0]
  const { data, errors } = await response.json()
  if (errors)
    throw new Error(errors.map(({ message, extensions }) => `${message} (${extensions?.code})`).join(' '))
  return data
}

const SIGN_IN = `mutation ($tenant: String!) {
  signIn: signInAsSample(tenant: $tenant, role: moderator) { __typename ... on SignedIn { viewer { name } } }
}`
const PROCEDURE = `query ($tenant: String!, $slug: String!) { procedure(tenant: $tenant, slug: $slug) { id } }`
const QUEUE = `query ($tenant: String!, $procedureId: ID!, $after: String) {
  moderationQueue(tenant: $tenant, procedureId: $procedureId, first: 100, after: $after) {
    nodes { id version } endCursor hasNext
  }
}`
const PUBLISH = `mutation ($tenant: String!, $input: DecideVisibilityInput!) {
  decideVisibility(tenant: $tenant, input: $input) { __typename ... on Refusal { code } }
}`

/** All that waits, oldest first. The cursor goes on although what was decided leaves the queue. */
async function* waiting(procedureId) {
  let after = null
  do {
    const { moderationQueue: page } = await ask(QUEUE, { tenant, procedureId, after })
    yield* page.nodes
    after = page.hasNext ? page.endCursor : null
  } while (after)
}

async function main() {
  const started = performance.now()
  const { signIn } = await ask(SIGN_IN, { tenant })
  if (signIn.__typename !== 'SignedIn') throw new Error(`Signing in failed: ${signIn.__typename}.`)
  const { procedure } = await ask(PROCEDURE, { tenant, slug })
  if (!procedure) throw new Error(`${tenant} has no procedure ${slug} on display.`)

  const counts = { published: 0, alreadyDecided: 0, refused: 0 }
  const queue = waiting(procedure.id)
  const publish = async () => {
    for (;;) {
      const { value, done } = await queue.next()
      if (done) return
      const input = { contributionId: value.id, version: value.version, decision: 'publish' }
      const { decideVisibility } = await ask(PUBLISH, { tenant, input })
      if (decideVisibility.__typename === 'VisibilityDecided') counts.published++
      else if (decideVisibility.__typename === 'AlreadyDecided') counts.alreadyDecided++
      else counts.refused++
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, publish))
  const seconds = (performance.now() - started) / 1000
  console.log(
    `${counts.published} published, ${counts.alreadyDecided} already decided, ${counts.refused} refused (${seconds.toFixed(1)} s)`,
  )
  return counts.refused ? 1 : 0
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(
    error.cause?.code === 'ECONNREFUSED'
      ? `Nothing answers at ${url}. Is the server running?`
      : error.message,
  )
  process.exitCode = 2
}
