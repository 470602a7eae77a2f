import { addDays, lastDayOfMonths, laterOf, type Day } from '../day.ts'
import type { Length, Rule } from '../rules/rule.ts'
import type { Reason } from './answer.ts'

const DAYS_OF_A_WEEK = 7

/** The last day of a length whose first day counts (§ 187 Abs. 2, § 188 BGB). */
export function endOf(firstDay: Day, { months, weeks, days }: Length): { day: Day; shortMonth: boolean } {
  if (months !== undefined) return lastDayOfMonths(firstDay, months)
  return { day: addDays(firstDay, (weeks ?? 0) * DAYS_OF_A_WEEK + (days ?? 0) - 1), shortMonth: false }
}

/** The day on which all lengths of a rule are over, and how each led there; none where the authority sets the day. */
export function endByLaw(rule: Rule, firstDay: Day): { day: Day; reasons: Reason[] } | null {
  let last: Day | null = null
  const reasons: Reason[] = []
  for (const length of rule.lengths) {
    const { day, shortMonth } = endOf(firstDay, length)
    const { cite } = length
    if (length.months !== undefined)
      reasons.push({ code: 'monthsEnd', months: length.months, day, shortMonth, cite: monthCite(shortMonth) })
    else if (length.weeks !== undefined) reasons.push({ code: 'weeksEnd', weeks: length.weeks, day, cite })
    else reasons.push({ code: 'daysReached', days: length.days ?? 0, day, cite })
    last = last === null ? day : laterOf(last, day)
  }
  return last === null ? null : { day: last, reasons }
}

const monthCite = (shortMonth: boolean): string => (shortMonth ? '§ 188 Abs. 3 BGB' : '§ 188 Abs. 2 BGB')
