import { createRequire } from 'node:module'
import { inRoot } from '../scripts/lib/paths.mjs'

const { serverAudits } = createRequire(inRoot('apps/server/package.json'))('graphql-http')

/**
 * Answers with status 400 where the specification would rather see 200 for `Accept: application/json`: documents
 * that do not parse, do not validate, or bring the wrong variables. Apollo offers no choice here.
 */
const KNOWN_DEVIATIONS = ['572B', 'FDE2', '7B9B']

/**
 * Four audits need a field that takes a string and ask for `__type`. Ours keeps its introspection to itself, so
 * they ask for another field with a string; what they look at is the envelope, not the field.
 */
function withOurField(text) {
  return text.replace(/__type\(name: (.+?)\) \{ name \}/g, 'tenant(slug: $1) { __typename }')
}

function fetchWithOurField(url, init = {}) {
  const address = new URL(url)
  const query = address.searchParams.get('query')
  if (query) address.searchParams.set('query', withOurField(query))
  return fetch(address, typeof init.body === 'string' ? { ...init, body: replaceInJson(init.body) } : init)
}

/** Bodies that are broken on purpose go out as they are. */
function replaceInJson(body) {
  try {
    const request = JSON.parse(body)
    if (typeof request.query !== 'string') return body
    return JSON.stringify({ ...request, query: withOurField(request.query) })
  } catch {
    return body
  }
}

/** The API of our own app, and the one for other programs, which tells its schema and needs no stand-in. */
const ENDPOINTS = [
  { path: '/graphql', fetchFn: fetchWithOurField },
  { path: '/open-data/graphql', fetchFn: fetch },
]

/**
 * The audits of the specification "GraphQL over HTTP".
 * MUST has to hold throughout, SHOULD exactly as known: one more is a fault, one less means this list is old.
 *
 * @param {string} address
 * @returns {Promise<{ what: string, problem: string | null }[]>}
 */
export async function auditGraphqlOverHttp(address) {
  const results = []
  for (const { path, fetchFn } of ENDPOINTS)
    for (const audit of serverAudits({ url: address + path, fetchFn })) {
      const { status, reason } = await audit.fn()
      const what = `${path} ${audit.id} ${audit.name}`
      const isOk = status === 'ok'
      if (audit.name.startsWith('MUST')) results.push({ what, problem: isOk ? null : `${status}: ${reason}` })
      else if (audit.name.startsWith('SHOULD')) {
        const isKnown = KNOWN_DEVIATIONS.includes(audit.id)
        if (isOk && isKnown) results.push({ what, problem: 'holds now; strike it from the known deviations' })
        else results.push({ what, problem: isOk || isKnown ? null : `${status}: ${reason}` })
      }
    }
  return results
}
