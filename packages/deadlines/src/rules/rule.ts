import type { Day } from '../day.ts'

/** A length as the law words it; several are all to be kept, the latest end wins. */
export interface Length {
  months?: number
  weeks?: number
  days?: number
}

/**
 * How the law binds a length. `atLeast`: shorter is forbidden, longer wants a reason. `exactly`: shorter is forbidden,
 * longer wants a reason, and the law knows no reason by itself. `atMost`: longer is forbidden. `appropriate`: the
 * authority sets it.
 */
export type Binding = 'atLeast' | 'exactly' | 'atMost' | 'appropriate'

export interface Rule {
  id: RuleId
  /** What it is cited as, in the notice and beside each reason. */
  cite: string
  /** Procedures that begin in this time; the last day included. */
  inForce: { from: Day; until?: Day }
  binding: Binding
  /** How long the documents are displayed or the period runs; none where the authority sets it freely. */
  lengths: readonly (Length & { cite: string })[]
  /** It shall not be longer, but may be. */
  usuallyAtMost?: Length & { cite: string }
  /** When statements may be given, where that is not simply as long as the display. */
  statements?: { counted: 'fromFirstDay' | 'afterLastDay'; length: Length; cite: string }
  /** How the period becomes known: a public notice, a letter to those asked, or nothing the law prescribes. */
  notice: { kind: 'public' | 'letter' | 'none'; weeksBefore: number; cite: string }
  /** The law wants it shorter than the first display. */
  shortened?: true
  /** Statements are limited to what changed. */
  changesOnly?: true
  /** What a lawyer should look at before it is relied on. */
  doubt?: 'uvpNewText'
}

export type RuleId =
  | 'baugb-3-1'
  | 'baugb-3-2'
  | 'baugb-4-1'
  | 'baugb-4-2'
  | 'baugb-4a-3'
  | 'baugb-13'
  | 'baugb-13a'
  | 'baugb-36a'
  | 'vwvfg-73-display'
  | 'vwvfg-73-display-2024'
  | 'vwvfg-73-authorities'
  | 'vwvfg-73-authorities-2024'
  | 'vwvfg-73-change'
  | 'vwvfg-73-change-2024'
  | 'vwvfg-27c-consultation'
  | 'vwvfg-74-decision'
  | 'uvpg-21'
  | 'uvpg-21-2024'
  | 'uvpg-22'
  | 'uvpg-22-2024'
  | 'rog-9-2'
  | 'rog-9-3'
