import ICAL from 'ical.js'
import type { Language, LocalizedText } from '@mitsprache/terms'
import type { ProcedureView } from './procedure.queries.ts'

type Dated = Pick<
  ProcedureView,
  'tenantSlug' | 'slug' | 'roundId' | 'title' | 'startsOn' | 'endsOn' | 'startsAt' | 'extensions'
>

const WORDS: Record<Language, { first: string; last: string; until: string }> = {
  de: { first: 'Beginn der Beteiligung', last: 'Letzter Tag für Beiträge', until: 'bis 23:59 Uhr' },
  en: { first: 'The consultation begins', last: 'Last day for contributions', until: 'until 23:59' },
  hsb: { first: 'Započatk wobdźělenja', last: 'Posledni dźeń za přinoški', until: 'do 23:59 hodź.' },
}

/**
 * The dates of a procedure as a calendar (RFC 5545): its last day, and the first while that is to come. An extension
 * moves the day in the calendars that have it, because the entry keeps its name and counts up.
 *
 * @param baseUrl without a slash at its end; entries are named after its host.
 */
export function calendarOf(view: Dated, language: Language, baseUrl: string, now: Date): string {
  const words = WORDS[language]
  const title = oneLine(read(view.title, language))
  const url = `${baseUrl}/t/${view.tenantSlug}/p/${view.slug}`
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('prodid', '-//Mitsprache//Dates of a procedure//DE')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('method', 'PUBLISH')
  const changedAt = view.extensions.at(-1)?.at
  const entry = (name: string, day: string, summary: string, description: string) => {
    const event = new ICAL.Component('vevent')
    event.addPropertyWithValue('uid', `${view.roundId}-${name}@${new URL(baseUrl).hostname}`)
    event.addPropertyWithValue('sequence', view.extensions.length)
    event.addPropertyWithValue(
      'dtstamp',
      instant(changedAt ? new Date(changedAt) : earlier(view.startsAt, now)),
    )
    event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(day))
    event.addPropertyWithValue('summary', summary)
    event.addPropertyWithValue('description', description)
    event.addPropertyWithValue('url', url)
    // Nobody is busy all day because of it.
    event.addPropertyWithValue('transp', 'TRANSPARENT')
    calendar.addSubcomponent(event)
  }
  if (view.startsAt > now) entry('first', view.startsOn, `${words.first}: ${title}`, url)
  entry('last', view.endsOn, `${words.last}: ${title}`, `${words.until}\n${url}`)
  return `${calendar.toString()}\r\n`
}

const read = (text: LocalizedText, language: Language) => text[language]?.trim() || text.de

/** Line ends and other control characters would be read as lines of the calendar. */
const oneLine = (text: string) => text.replace(/\p{Cc}+/gu, ' ').trim()

const instant = (at: Date) => ICAL.Time.fromJSDate(at, true)

const earlier = (a: Date, b: Date) => (a < b ? a : new Date(b.toISOString().slice(0, 10)))
