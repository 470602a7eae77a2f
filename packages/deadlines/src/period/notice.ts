import { addDays, daysBetween, type Day } from '../day.ts'
import { workingDayUpTo } from '../holidays/holidays-in.ts'
import type { Rule } from '../rules/rule.ts'
import type { Finding, Reason } from './answer.ts'

const DAYS_OF_A_WEEK = 7

/**
 * The last day on which something can be announced that needs so many whole weeks before it; with none, the day
 * before. The day of the notice does not count (§ 187 Abs. 1 BGB), so a week's notice of 9 June is 1 June's.
 *
 * @source OVG Lüneburg, 30 August 1982, 6 C 12/80.
 */
export function latestNoticeFor(day: Day, weeksBefore: number, place: string): { day: Day; workingDay: Day } {
  const latest = addDays(day, -(weeksBefore * DAYS_OF_A_WEEK) - 1)
  return { day: latest, workingDay: workingDayUpTo(latest, place) }
}

/** What the day of the notice has to do with a period that begins on a day. */
export function judgeNotice(
  { notice }: Rule,
  place: string,
  firstDay: Day,
  noticeDay: Day | undefined,
): { latest: { day: Day; workingDay: Day } | null; reasons: Reason[]; findings: Finding[] } {
  const { kind, weeksBefore, cite } = notice
  if (kind === 'none') return { latest: null, reasons: [], findings: [] }
  const latest = latestNoticeFor(firstDay, weeksBefore, place)
  const days = { latest: latest.day, latestWorkingDay: latest.workingDay }
  if (noticeDay === undefined)
    return {
      latest,
      reasons: [{ code: 'noticeUntil', ...days, cite }],
      findings: [{ level: 'missing', code: 'noticeMissing', cite }],
    }
  if (noticeDay > latest.day)
    return {
      latest,
      reasons: [{ code: 'noticeUntil', ...days, cite }],
      findings: [
        { level: 'refused', code: 'noticeTooLate', notice: noticeDay, latest: latest.day, weeksBefore, cite },
      ],
    }
  const daysBefore = daysBetween(noticeDay, firstDay)
  // The BauGB gave the week up in 2023; XBeteiligung and some main statutes of municipalities still expect it.
  const hasty = kind === 'public' && weeksBefore === 0 && daysBefore <= DAYS_OF_A_WEEK
  return {
    latest,
    reasons: [{ code: 'noticeBefore', notice: noticeDay, daysBefore, ...days, cite }],
    findings: hasty ? [{ level: 'warning', code: 'noticeUnderAWeek', daysBefore, cite }] : [],
  }
}
