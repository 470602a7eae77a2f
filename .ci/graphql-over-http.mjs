import { createRequire } from 'node:module'
import { inRoot } from '../scripts/lib/paths.mjs'

const { serverAudits } = createRequire(inRoot('apps/server/package.json'))('graphql-http')

/**
 * Answers with status 400 where the specification would rather see 200 for `Accept: application/json`: documents
 * that do not parse, do not validate, or bring the wrong variables. Apollo offers no choice here.
 */
const KNOWN_DEVIATIONS = ['572B', 'FDE2', '7B9B']

/**
 * The audits of the specification "GraphQL over HTTP".
 * MUST has to hold throughout, SHOULD exactly as known: one more is a fault, one less means this list is old.
 *
 * @param {string} address
 * @returns {Promise<{ what: string, problem: string | null }[]>}
 */
export async function auditGraphqlOverHttp(address) {
  const results = []
  for (const audit of serverAudits({ url: `${address}/graphql` })) {
    const { status, reason } = await audit.fn()
    const what = `${audit.id} ${audit.name}`
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
