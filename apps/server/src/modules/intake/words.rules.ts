import type { Audience, Channel, Language } from '@mitsprache/terms'
import { isLocalDate, startOfDay, type LocalDate } from '../../platform/municipal-day.ts'

const listed = <Word extends string>(words: Record<Word, string[]>) => {
  const known = new Map(
    (Object.entries(words) as [Word, string[]][]).flatMap(([word, said]) =>
      [word, ...said].map((one) => [one.toLowerCase(), word] as const),
    ),
  )
  return (typed: string): Word | undefined => known.get(typed.normalize('NFC').trim().toLowerCase())
}

/** How it came, in the words of a mail room. Nothing that comes this way was handed in online with us. */
export const readChannel = listed<Exclude<Channel, 'online'>>({
  letter: ['brief', 'post', 'fax', 'karte'],
  email: ['e-mail', 'mail'],
  record: ['niederschrift', 'zur niederschrift', 'protokoll', 'mündlich'],
  otherPlatform: ['andere plattform', 'plattform', 'portal'],
})

/** Who may read it; a mere yes is understood as the narrower one. */
export const readAudience = listed<Audience>({
  plannersOnly: ['nein', 'no', 'nur planer', 'nicht öffentlich', 'intern'],
  publicWithoutName: ['ja', 'yes', 'öffentlich', 'ohne name', 'ohne namen', 'anonym', 'ja, ohne namen'],
  publicWithName: ['mit name', 'mit namen', 'ja, mit namen'],
})

export const readLanguage = listed<Language>({
  de: ['deutsch', 'german'],
  en: ['englisch', 'english'],
  hsb: ['sorbisch', 'obersorbisch', 'hornjoserbsce', 'sorbian'],
})

export const isWholePlan = (typed: string) =>
  ['gesamter plan', 'ganzer plan', 'wholeplan', 'whole plan'].includes(typed.trim().toLowerCase())

/** A day as people write it: `2026-11-20` or `20.11.2026`. */
export function readDay(typed: string): LocalDate | undefined {
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(typed.trim())
  const day = german
    ? `${german[3]}-${german[2]!.padStart(2, '0')}-${german[1]!.padStart(2, '0')}`
    : typed.trim()
  return isLocalDate(day) ? day : undefined
}

/**
 * When something was received: a day counts from its first instant, because a stamp knows no hour; an instant
 * must name its zone.
 */
export function readInstant(typed: string): Date | undefined {
  const day = readDay(typed)
  if (day) return startOfDay(day)
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(typed.trim()))
    return undefined
  const at = new Date(typed.trim())
  return Number.isNaN(at.getTime()) || !isLocalDate(typed.trim().slice(0, 10)) ? undefined : at
}

/** Degrees with a point or, as in a German table, with a comma. */
export const readDegrees = (typed: unknown): number =>
  typeof typed === 'number'
    ? typed
    : typeof typed === 'string' && /^\s*[+-]?\d{1,3}([.,]\d+)?\s*$/.test(typed)
      ? Number(typed.replace(',', '.'))
      : NaN
