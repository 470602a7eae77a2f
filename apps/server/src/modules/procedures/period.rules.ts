import {
  computePeriod,
  ruleFor,
  type ComputedPeriod,
  type Finding,
  type InvalidPeriod,
} from '@mitsprache/deadlines'
import type { StaffProcedureView } from './procedure.queries.ts'
import { templateByKey } from './procedure-templates.ts'

export type LawText = 'old' | 'new'

/** What a planner says of a period; the rest follows from the law. */
export type PeriodDraft = Pick<
  StaffProcedureView,
  'templateKey' | 'startsOn' | 'displayEndsOn' | 'noticeOn' | 'lengthReason' | 'lawText' | 'place'
>

/** A tenant that has not said where it is: the holidays of the state this product was made for. */
export const PLACE_UNLESS_TOLD = '14'

/**
 * The period as the law has it; none for dialogues, whose dates are free, and while nobody knows the first day.
 *
 * @source the rules of `packages/deadlines`, each with its paragraph.
 */
export function periodByLaw(draft: PeriodDraft): ComputedPeriod | InvalidPeriod | null {
  const rule = templateByKey(draft.templateKey)?.rule
  const { startsOn, displayEndsOn, noticeOn, lengthReason, lawText } = draft
  if (!rule || !startsOn) return null
  return computePeriod({
    rule: ruleFor(rule, startsOn, lawText ?? undefined).id,
    place: draft.place ?? PLACE_UNLESS_TOLD,
    firstDay: startsOn,
    lastDay: displayEndsOn ?? undefined,
    reason: lengthReason ?? undefined,
    noticeDay: noticeOn ?? undefined,
  })
}

/** What a finding is called in the list of what is missing; what is only worth a thought is not in it. */
const MISSING: Partial<Record<Finding['code'], string>> = {
  lastDayMissing: 'period',
  endsBeforeItBegins: 'period',
  noticeMissing: 'notice',
  noticeTooLate: 'noticeTooLate',
  tooShort: 'periodTooShort',
  tooLong: 'periodTooLong',
  longerThanAsked: 'periodReason',
  notInForce: 'lawNotInForce',
}

/** Codes of what the law still has against a period. */
export function missingInPeriod(draft: PeriodDraft): string[] {
  const answer = periodByLaw(draft)
  if (answer === null) return []
  if (answer.kind === 'invalid') return ['period']
  return [...new Set(answer.findings.flatMap(({ code }) => MISSING[code] ?? []))]
}
