import type { HolidayKey } from '../holidays/holiday-rules.ts'
import type { Finding, Reason } from '../period/answer.ts'
import type { Day } from '../day.ts'

export type ReasonOf<Code extends Reason['code']> = Extract<Reason, { code: Code }>
export type FindingOf<Code extends Finding['code']> = Extract<Finding, { code: Code }>

/** One language: how it says each reason and each finding. `on` writes a day with its weekday. */
export interface Vocabulary {
  locale: string
  weekdays: readonly [string, string, string, string, string, string, string]
  date: (weekday: string, year: string, month: string, dayOfMonth: string) => string
  holidays: Record<HolidayKey, string>
  reasons: { [Code in Reason['code']]: (reason: ReasonOf<Code>, on: (day: Day) => string) => string }
  findings: { [Code in Finding['code']]: (finding: FindingOf<Code>, on: (day: Day) => string) => string }
}

export const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`
