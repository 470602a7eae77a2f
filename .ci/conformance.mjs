// Suites that others wrote, run against what exists. A feature that comes brings its suite into this list.
import { build } from '../scripts/lib/build.mjs'
import { install } from '../scripts/lib/install.mjs'
import { finish } from '../scripts/lib/processes.mjs'
import { sayError } from '../scripts/lib/say.mjs'
import { withServer } from '../scripts/lib/server.mjs'

/**
 * Each suite is asked with the address of a running server and answers what it looked at; `problem` is null
 * where all is well.
 *
 * @type {{ name: string, load: () => Promise<(address: string) => Promise<{ what: string, problem: string | null }[]>> }[]}
 */
const SUITES = [
  {
    name: 'GraphQL over HTTP (graphql-http)',
    load: async () => (await import('./graphql-over-http.mjs')).auditGraphqlOverHttp,
  },
]

let passed = 0
let failed = 0
try {
  await install()
  await build(['web', 'server'])
  await withServer(async (address) => {
    for (const { name, load } of SUITES) {
      console.log(name)
      const results = await (await load())(address)
      if (results.length === 0) results.push({ what: name, problem: 'The suite looked at nothing.' })
      for (const { what, problem } of results) {
        if (problem === null) passed++
        else {
          failed++
          console.log(`  ${what}\n    ${problem}`)
        }
      }
    }
  })
} catch (error) {
  sayError(error)
  failed++
}
console.log(`\n${passed} passed, ${failed} failed`)
await finish(failed === 0 ? 0 : 1)
