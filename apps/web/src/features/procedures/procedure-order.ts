import type { ProcedureRowFragment } from '../../gql/graphql.ts'

type Rank = { round: { state: 'planned' | 'open' | 'closed'; startsOn: string; endsOn: string } }

const STATES = ['open', 'planned', 'closed'] as const

/** What ends first stands first; then what begins next; then what ended last. */
export function inOrder<P extends Rank>(procedures: readonly P[]): P[] {
  return [...procedures].sort((a, b) => {
    const byState = STATES.indexOf(a.round.state) - STATES.indexOf(b.round.state)
    if (byState !== 0) return byState
    if (a.round.state === 'planned') return a.round.startsOn.localeCompare(b.round.startsOn)
    if (a.round.state === 'closed') return b.round.endsOn.localeCompare(a.round.endsOn)
    return a.round.endsOn.localeCompare(b.round.endsOn)
  })
}

export type LetteredProcedure = ProcedureRowFragment & { letter: string }
export const STATE_FILTERS = ['all', 'open', 'planned', 'closed'] as const
export type StateFilter = (typeof STATE_FILTERS)[number]
