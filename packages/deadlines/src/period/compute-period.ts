import { addDays, daysBetween, isDay, lastSecondOf, type Day } from '../day.ts'
import { restDayOn, rollForward } from '../holidays/holidays-in.ts'
import { isRuleId, ruleOf } from '../rules/rule-for.ts'
import type { Rule } from '../rules/rule.ts'
import type { ComputedPeriod, Finding, InvalidPeriod, PeriodRequest, Reason, Span } from './answer.ts'
import { judgeSpan, judgeWish } from './judge-length.ts'
import { endByLaw, endOf } from './lengths.ts'
import { judgeNotice } from './notice.ts'

const A_PLACE = /^(0[1-9]|1[0-6])(\d{3}(\d{3})?)?$/

/**
 * When a participation ends, by law, and why: the first day counts, the longest of the law's lengths wins, and an end on
 * a weekend or a holiday of the place rolls to the next working day, never back. A last day that the authority would
 * like is taken where the law allows it; else the law's own stands, beside the refusal.
 *
 * @source §§ 187 to 193 BGB, § 31 VwVfG; GmS-OGB, 6 July 1972, 1/71 (the first day of a display counts).
 */
export function computePeriod(request: PeriodRequest): ComputedPeriod | InvalidPeriod {
  const wrong = invalidField(request)
  if (wrong) return { kind: 'invalid', field: wrong }
  const { place, firstDay } = request
  const rule = ruleOf(request.rule)
  const findings = judgeForce(rule, request.procedureBegins ?? firstDay)

  const rest = restDayOn(firstDay, place)
  if (rest) findings.push({ level: 'note', code: 'beginsOnRestDay', rest, cite: '§ 187 Abs. 2 BGB' })
  const reasons: Reason[] = [{ code: 'firstDayCounts', day: firstDay, cite: '§ 187 Abs. 2 BGB' }]

  const display = displayOf(rule, request, reasons, findings)
  const statements = display && statementsOf(rule, place, display, reasons)
  if (rule.changesOnly) reasons.push({ code: 'changesOnly', cite: rule.cite })
  const notice = judgeNotice(rule, place, firstDay, request.noticeDay)
  if (rule.doubt) findings.push({ level: 'warning', code: rule.doubt, cite: rule.cite })
  findings.push(...perhapsHolidays(reasons))
  return {
    kind: 'computed',
    rule: rule.id,
    display,
    statements,
    latestNotice: notice.latest,
    reasons: [...reasons, ...notice.reasons],
    findings: [...findings, ...notice.findings],
  }
}

function invalidField(request: PeriodRequest): InvalidPeriod['field'] | undefined {
  if (!isRuleId(request.rule)) return 'rule'
  if (!A_PLACE.test(request.place)) return 'place'
  if (!isDay(request.firstDay)) return 'firstDay'
  for (const field of ['lastDay', 'noticeDay', 'procedureBegins'] as const) {
    const day = request[field]
    if (day !== undefined && !isDay(day)) return field
  }
  return undefined
}

function judgeForce({ inForce: { from, until }, cite }: Rule, begins: Day): Finding[] {
  const inForce = begins >= from && (until === undefined || begins <= until)
  return inForce ? [] : [{ level: 'refused', code: 'notInForce', from, until, cite }]
}

function displayOf(rule: Rule, request: PeriodRequest, reasons: Reason[], findings: Finding[]): Span | null {
  const { place, firstDay, lastDay: wished } = request
  const byLaw = endByLaw(rule, firstDay)
  const asked = byLaw && rollForward(byLaw.day, place).day
  const reason = request.reason?.trim() ?? ''
  if (wished === undefined && byLaw === null) {
    findings.push({ level: 'missing', code: 'lastDayMissing', cite: rule.cite })
    return null
  }
  const against = wished === undefined ? [] : judgeWish(rule, firstDay, wished, asked, reason)
  findings.push(...against)
  const refused = against.some(({ level }) => level === 'refused')
  if (byLaw) reasons.push(...byLaw.reasons)

  const end = wished === undefined || refused ? byLaw?.day : wished
  if (end === undefined) return null
  if (end === wished && (byLaw === null || end !== asked)) reasons.push(reasonOfWish(rule, end, reason))
  else if (rule.binding === 'atMost') reasons.push({ code: 'atMost', day: end, cite: rule.cite })
  const span = spanOf(firstDay, rolled(rule, end, place, reasons))
  findings.push(...judgeSpan(rule, firstDay, span.lastDay))
  return span
}

const reasonOfWish = (rule: Rule, day: Day, reason: string): Reason =>
  rule.binding === 'atLeast' || rule.binding === 'exactly'
    ? { code: 'wished', day, reason, cite: rule.cite }
    : { code: 'authoritySets', day, cite: rule.cite }

function statementsOf(rule: Rule, place: string, display: Span, reasons: Reason[]): Span {
  if (!rule.statements) return display
  const { counted, length, cite } = rule.statements
  // From the first day on: whether that day itself counts is open, so it does not. A day more harms nobody.
  const begins = addDays(counted === 'fromFirstDay' ? display.firstDay : display.lastDay, 1)
  const { day } = endOf(begins, length)
  // A display that was chosen longer than the law asks takes statements to its end.
  if (day < display.lastDay) {
    reasons.push({ code: 'statementsWithDisplay', day: display.lastDay, cite })
    return display
  }
  const { weeks = 0, months = 0 } = length
  reasons.push(
    counted === 'fromFirstDay'
      ? { code: 'statementsFromFirstDay', weeks, day, cite }
      : { code: 'statementsAfterDisplay', weeks, months, day, cite },
  )
  return spanOf(display.firstDay, rolled(rule, day, place, reasons))
}

function rolled(rule: Rule, end: Day, place: string, reasons: Reason[]): Day {
  const { day, over } = rollForward(end, place)
  if (over.length)
    reasons.push({ code: 'rolled', from: end, to: day, over, cite: citeOfRolling(rule, place) })
  return day
}

const SAXONY = '14'
function citeOfRolling({ cite }: Rule, place: string): string {
  const base = /VwVfG|UVPG/.test(cite) ? '§ 31 Abs. 3 VwVfG' : '§ 193 BGB'
  return place.startsWith(SAXONY) ? `${base}, § 1 SächsSFG` : base
}

const spanOf = (firstDay: Day, lastDay: Day): Span => ({
  firstDay,
  lastDay,
  lastSecond: lastSecondOf(lastDay),
  days: daysBetween(firstDay, lastDay) + 1,
})

const perhapsHolidays = (reasons: Reason[]): Finding[] =>
  reasons.flatMap((reason) =>
    reason.code === 'rolled'
      ? reason.over
          .filter((rest) => rest.kind === 'holiday' && rest.holiday.uncertain)
          .map((rest): Finding => ({ level: 'note', code: 'perhapsHoliday', rest, cite: reason.cite }))
      : [],
  )
