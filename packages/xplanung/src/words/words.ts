/** The same thing said in German, the language of the plans, and in English. */
export interface Words {
  readonly de: string
  readonly en: string
}

export type Language = keyof Words

export const words = (de: string, en: string): Words => ({ de, en })

/** Joins parts into one text, leaving out those that are empty. */
export const joinWords = (parts: readonly (Words | null)[], between: string): Words => {
  const there = parts.filter((part) => part !== null)
  return words(there.map(({ de }) => de).join(between), there.map(({ en }) => en).join(between))
}

/** A text that stands in the plan and reads the same in every language. */
export const verbatim = (text: string): Words => words(text, text)
