import type { LocalizedText } from '@mitsprache/terms'

/** A text of the town in German and English, and in Upper Sorbian where somebody wrote it. */
export const text = (de: string, en: string, hsb?: string): LocalizedText =>
  hsb ? { de, en, hsb } : { de, en }
