import { addDays, daysBetween, yearOf, type Day } from '../day.ts'
import type { Rule } from '../rules/rule.ts'
import type { Finding } from './answer.ts'
import { endOf } from './lengths.ts'

/** Shorter than this, few people hear of it in time; the law has no number for what is "appropriate". */
const VERY_SHORT_DAYS = 14
const MONTH = { months: 1 }

/** What stands against the last day an authority would like. `asked`: the law's own, already on a working day. */
export function judgeWish(
  rule: Rule,
  firstDay: Day,
  wished: Day,
  asked: Day | null,
  reason: string,
): Finding[] {
  const { binding, cite } = rule
  if (wished < firstDay) return [{ level: 'refused', code: 'endsBeforeItBegins', wished, cite }]
  if (asked === null || binding === 'appropriate') return []
  if (binding === 'atMost')
    return wished > asked ? [{ level: 'refused', code: 'tooLong', wished, latest: asked, cite }] : []
  if (wished < asked) return [{ level: 'refused', code: 'tooShort', wished, earliest: asked, cite }]
  // Up to three months are what the law itself has in mind.
  const longer = wished > asked && !rule.usuallyAtMost
  return longer && !reason ? [{ level: 'reasonNeeded', code: 'longerThanAsked', wished, asked, cite }] : []
}

/** What is allowed and yet worth a thought, of a period as it stands. */
export function judgeSpan(rule: Rule, firstDay: Day, lastDay: Day): Finding[] {
  const { cite } = rule
  const findings: Finding[] = []
  const days = daysBetween(firstDay, lastDay) + 1
  if (rule.usuallyAtMost) {
    const { day } = endOf(firstDay, rule.usuallyAtMost)
    if (lastDay > addDays(day, DAYS_A_REST_MAY_TAKE))
      findings.push({ level: 'warning', code: 'overUsual', latest: day, cite: rule.usuallyAtMost.cite })
  }
  if (lastDay >= addDays(firstDay, yearOf(firstDay) % 4 === 0 ? 366 : 365))
    findings.push({ level: 'warning', code: 'longerThanAYear', days, cite })
  if (rule.shortened && lastDay >= endOf(firstDay, MONTH).day)
    findings.push({ level: 'warning', code: 'notShortened', days, cite })
  if (rule.binding === 'appropriate' && days < VERY_SHORT_DAYS)
    findings.push({ level: 'warning', code: 'veryShort', days, cite })
  return findings
}

/** Easter: Friday to Monday. A period is not too long for having rolled over it. */
const DAYS_A_REST_MAY_TAKE = 4
