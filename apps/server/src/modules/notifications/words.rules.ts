import type { Language } from '@mitsprache/terms'

/** A municipal day and time as one says it in the language: "3. Dezember 2026, 14:05". */
export const dayAndTime = (at: Date, language: Language) =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Berlin',
  }).format(at)
