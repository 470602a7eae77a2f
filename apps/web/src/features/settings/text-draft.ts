import type { LocalizedText } from '@mitsprache/terms'

/** A text to type in: every language has a field. */
export const draftOf = (text: LocalizedText | null | undefined): LocalizedText => ({
  de: text?.de ?? '',
  en: text?.en ?? '',
  hsb: text?.hsb ?? '',
})

/** The text to send: a language in which nobody wrote anything is not there. */
export function textOf({ de, en, hsb }: LocalizedText): LocalizedText {
  return { de, ...(en?.trim() && { en }), ...(hsb?.trim() && { hsb }) }
}

export const isEmptyText = (text: LocalizedText) => ![text.de, text.en, text.hsb].some((each) => each?.trim())
