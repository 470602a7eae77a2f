import type { Day } from '../day.ts'
import type { RestDay } from '../holidays/holidays-in.ts'
import type { RuleId } from '../rules/rule.ts'

export interface PeriodRequest {
  rule: RuleId
  /** The municipality key (AGS) of the authority that receives statements: 2, 5 or 8 digits. */
  place: string
  firstDay: Day
  /** The last day the authority would like: needed where the law leaves it to her, else only to deviate. */
  lastDay?: Day | undefined
  /** Why it is longer than the law asks for. */
  reason?: string | undefined
  /** The day of the public notice, or on which those asked have their letter. */
  noticeDay?: Day | undefined
  /** When the procedure began, which decides on the text of the law; the first day, if it is not told. */
  procedureBegins?: Day | undefined
}

export interface Span {
  firstDay: Day
  /** Until 23:59:59 Europe/Berlin. */
  lastDay: Day
  /** That moment. */
  lastSecond: Date
  /** Both ends counted. */
  days: number
}

/** One step on the way to the last day, in order, with the paragraph it follows from. */
export type Reason = { cite: string } & (
  | { code: 'firstDayCounts'; day: Day }
  | { code: 'monthsEnd'; months: number; day: Day; shortMonth: boolean }
  | { code: 'weeksEnd'; weeks: number; day: Day }
  | { code: 'daysReached'; days: number; day: Day }
  | { code: 'authoritySets'; day: Day }
  | { code: 'atMost'; day: Day }
  | { code: 'wished'; day: Day; reason: string }
  | { code: 'rolled'; from: Day; to: Day; over: RestDay[] }
  | { code: 'statementsWithDisplay'; day: Day }
  | { code: 'statementsFromFirstDay'; weeks: number; day: Day }
  | { code: 'statementsAfterDisplay'; weeks: number; months: number; day: Day }
  | { code: 'changesOnly' }
  | { code: 'noticeBefore'; notice: Day; daysBefore: number; latest: Day; latestWorkingDay: Day }
  | { code: 'noticeUntil'; latest: Day; latestWorkingDay: Day }
)

/**
 * What stands against a period. `refused`: the law forbids it. `missing`: something is not told yet. `reasonNeeded`: it
 * may be so, with a reason that is kept. `warning` and `note` forbid nothing.
 */
export type Finding = { cite: string } & (
  | { level: 'refused'; code: 'notInForce'; from: Day; until: Day | undefined }
  | { level: 'refused'; code: 'endsBeforeItBegins'; wished: Day }
  | { level: 'refused'; code: 'tooShort'; wished: Day; earliest: Day }
  | { level: 'refused'; code: 'tooLong'; wished: Day; latest: Day }
  | { level: 'refused'; code: 'noticeTooLate'; notice: Day; latest: Day; weeksBefore: number }
  | { level: 'missing'; code: 'lastDayMissing' | 'noticeMissing' }
  | { level: 'reasonNeeded'; code: 'longerThanAsked'; wished: Day; asked: Day }
  | { level: 'warning'; code: 'overUsual'; latest: Day }
  | { level: 'warning'; code: 'longerThanAYear'; days: number }
  | { level: 'warning'; code: 'notShortened'; days: number }
  | { level: 'warning'; code: 'veryShort'; days: number }
  | { level: 'warning'; code: 'noticeUnderAWeek'; daysBefore: number }
  | { level: 'warning'; code: 'uvpNewText' }
  | { level: 'note'; code: 'beginsOnRestDay'; rest: RestDay }
  | { level: 'note'; code: 'perhapsHoliday'; rest: RestDay }
)

/** Something in the request is not what it should be; nothing was computed. */
export interface InvalidPeriod {
  kind: 'invalid'
  field: 'rule' | 'place' | 'firstDay' | 'lastDay' | 'noticeDay' | 'procedureBegins'
}

export interface ComputedPeriod {
  kind: 'computed'
  rule: RuleId
  /** How long the documents are to be seen; none while the authority has not set the last day. */
  display: Span | null
  /** How long statements are in time; longer than the display where the law says so. */
  statements: Span | null
  /** The last day for the notice, and the last working day for it; none where the law prescribes no notice. */
  latestNotice: { day: Day; workingDay: Day } | null
  reasons: Reason[]
  findings: Finding[]
}
