export {
  addDays,
  daysBetween,
  EARLIEST_DAY,
  isDay,
  lastSecondOf,
  LATEST_DAY,
  weekdayOf,
  type Day,
  type Weekday,
} from './day.ts'
export { easterSunday } from './easter.ts'
export { CORPUS_CHRISTI_SAXONY } from './holidays/corpus-christi-saxony.ts'
export type { HolidayKey } from './holidays/holiday-rules.ts'
export {
  holidayOn,
  holidaysIn,
  restDayOn,
  rollForward,
  workingDayUpTo,
  type Holiday,
  type RestDay,
} from './holidays/holidays-in.ts'
export type { ComputedPeriod, Finding, InvalidPeriod, PeriodRequest, Reason, Span } from './period/answer.ts'
export { computePeriod } from './period/compute-period.ts'
export { latestNoticeFor } from './period/notice.ts'
export { NEW_TEXT_FROM, OLD_TEXT_UNTIL } from './rules/approval-law.ts'
export { hasTwoTexts, isRuleId, ruleFor, ruleOf, RULES, textsFor } from './rules/rule-for.ts'
export type { Binding, Length, Rule, RuleId } from './rules/rule.ts'
export { findingInWords, holidayName, LANGUAGES, reasonInWords, type Language } from './words/in-words.ts'
