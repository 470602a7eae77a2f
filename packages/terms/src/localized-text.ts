/** Languages of the interface and of authored text: German, English, Upper Sorbian. */
export const LANGUAGES = ['de', 'en', 'hsb'] as const
export type Language = (typeof LANGUAGES)[number]

/** Text written by an authority. German is always there; the others where somebody wrote them. */
export type LocalizedText = { de: string; en?: string | null; hsb?: string | null }

/**
 * The text in the reader's language, or in German where it was not translated.
 * `language` of the answer tells which it became, so that the page can mark it (WCAG 3.1.2).
 */
export function inLanguage(text: LocalizedText, wanted: Language): { text: string; language: Language } {
  const found = text[wanted]
  return found ? { text: found, language: wanted } : { text: text.de, language: 'de' }
}
