import type { RoundState } from '../../gql/graphql.ts'

/** Whether the page offers to write: in an open period, and in a formal one also after it, marked as late. */
export const mayWrite = ({ formal, round }: { formal: boolean; round: { state: RoundState } }) =>
  round.state === 'open' || (round.state === 'closed' && formal)
