import { words, type Words } from './words.ts'

export interface Row extends Words {
  /** the sign on the drawing, such as "WA" */
  readonly sign: string | null
}

/** Reads a table of "key | German | English", a sign in front of the German after an exclamation mark: "WA!…". */
export function table(text: string): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>()
  for (const line of text.split('\n')) {
    const [key, german, english] = line.split('|').map((part) => part.trim())
    if (!key || !german) continue
    const [, sign = null, de = german] = /^([^!]{1,6})!(.*)$/.exec(german) ?? [null, null, german]
    rows.set(key, { ...words(de, english || de), sign })
  }
  return rows
}
