import type { Findings } from '../findings.ts'
import { words, type Words } from '../words/words.ts'
import type { XmlElement } from '../xml/element.ts'
import type { ProcedureDate } from './reading.ts'

const DAYS: Readonly<Record<string, Words>> = {
  aufstellungsbeschlussDatum: words('Aufstellungsbeschluss', 'resolution to draw up the plan'),
  aenderungenBisDatum: words('Änderungen berücksichtigt bis', 'amendments included until'),
  veraenderungssperreBeschlussDatum: words(
    'Beschluss der Veränderungssperre',
    'resolution on the development freeze',
  ),
  entwurfsbeschlussDatum: words('Entwurfsbeschluss', 'adoption of the draft'),
  planbeschlussDatum: words('Planbeschluss', 'adoption of the plan'),
  satzungsbeschlussDatum: words('Satzungsbeschluss', 'adoption as by-law'),
  rechtsverordnungsDatum: words('Rechtsverordnung', 'ordinance'),
  genehmigungsDatum: words('Genehmigung', 'approval'),
  ausfertigungsDatum: words('Ausfertigung', 'execution'),
  bekanntmachungsDatum: words('Bekanntmachung', 'public notice'),
  inkrafttretensDatum: words('Inkrafttreten', 'entry into force'),
  wirksamkeitsDatum: words('Wirksamkeit', 'entry into effect'),
  datumDesInkrafttretens: words('Inkrafttreten', 'entry into force'),
  untergangsDatum: words('Außerkrafttreten', 'end of force'),
  technHerstellDatum: words('technische Herstellung', 'technical production'),
}

const PERIODS: readonly (readonly [start: string, end: string, Words])[] = [
  ['auslegungsStartDatum', 'auslegungsEndDatum', words('öffentliche Auslegung', 'public display')],
  ['auslegungStartDatum', 'auslegungEndDatum', words('öffentliche Auslegung', 'public display')],
  [
    'auslegungInternetStartDatum',
    'auslegungInternetEndDatum',
    words('Veröffentlichung im Internet', 'publication on the internet'),
  ],
  [
    'traegerbeteiligungsStartDatum',
    'traegerbeteiligungsEndDatum',
    words('Beteiligung der Behörden', 'participation of authorities'),
  ],
  [
    'traegerbeteiligungStartDatum',
    'traegerbeteiligungEndDatum',
    words('Beteiligung der Behörden', 'participation of authorities'),
  ],
  [
    'veraenderungssperreDatum',
    'veraenderungssperreEndDatum',
    words('Veränderungssperre', 'development freeze'),
  ],
]

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})(?:Z|[+-]\d\d:\d\d|T.*)?$/

/** An ISO day that exists, or null. */
export function dayOf(text: string): string | null {
  const match = ISO_DAY.exec(text.trim())
  if (!match) return null
  const day = `${match[1]}-${match[2]}-${match[3]}`
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null
}

/**
 * The days and periods of a plan's procedure, by date.
 *
 * @source Display periods: § 3 Abs. 2 BauGB; repeated displays stand there as several starts and ends in order.
 */
export function procedureDates(plan: XmlElement, objectId: string, findings: Findings): ProcedureDate[] {
  const dates: ProcedureDate[] = []
  const days = (name: string) =>
    plan.children
      .filter((child) => child.name === name && child.text !== '')
      .flatMap((child) => {
        const day = dayOf(child.text)
        if (!day)
          findings.tell('date-wrong', {
            line: child.line,
            objectId,
            detail: name,
            before: child.text.slice(0, 40),
          })
        return day ? [{ day, line: child.line }] : []
      })

  for (const [property, said] of Object.entries(DAYS)) {
    for (const { day } of days(property)) dates.push({ property, words: said, on: day, until: null })
  }
  for (const [start, end, said] of PERIODS) {
    const ends = days(end)
    for (const [index, { day, line }] of days(start).entries()) {
      const until = ends[index]?.day ?? null
      if (until !== null && until < day) {
        findings.tell('dates-out-of-order', { line, objectId, detail: said.de, before: day, after: until })
      }
      dates.push({ property: start, words: said, on: day, until })
    }
  }
  for (const mark of plan.children
    .filter(({ name }) => name === 'verfahrensMerkmale')
    .flatMap(({ children }) => children)) {
    const text = mark.children.find(({ name }) => name === 'vermerk')?.text
    const day = dayOf(mark.children.find(({ name }) => name === 'datum')?.text ?? '')
    if (text && day)
      dates.push({ property: 'verfahrensMerkmale', words: words(text, text), on: day, until: null })
  }
  return dates.sort((a, b) => a.on.localeCompare(b.on))
}
