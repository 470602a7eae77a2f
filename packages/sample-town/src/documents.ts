import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** Municipal days a public notice names, `2026-11-02`. */
export type NoticeDays = { notice: string; start: string; end: string }

/** How the file of the notice spells digits, and the days that stand in it until others are known. */
type Spelling = { glyphs: Record<string, string>; days: NoticeDays }

const pathOf = (name: string) =>
  createRequire(import.meta.url).resolve(`@mitsprache/sample-town/documents/${name}`)

/**
 * The bytes of a document on display, by the `fileName` of a procedure's document.
 *
 * @throws when the name is not one of the package's own; it is never taken from a request.
 */
export async function readDocument(fileName: string): Promise<Buffer> {
  if (!/^[a-z0-9-]+\.pdf$/.test(fileName)) throw new Error(`Not a document of the sample town: ${fileName}`)
  return readFile(pathOf(fileName))
}

/**
 * Where a file lies that somebody attached to a contribution.
 *
 * @throws when the name is not one of the package's own; it is never taken from a request.
 */
export function attachmentPath(fileName: string): string {
  if (!/^[a-z0-9-]+\.(pdf|jpg)$/.test(fileName)) throw new Error(`Not a file of the sample town: ${fileName}`)
  return createRequire(import.meta.url).resolve(`@mitsprache/sample-town/attachments/${fileName}`)
}

/**
 * The public notice with the days of its period.
 *
 * A notice on paper names its days, and the town begins whenever somebody starts it. Every day is written
 * with figures of one width and takes as many bytes as the one it replaces, so the file stays sound.
 */
export async function readNotice(fileName: string, days: NoticeDays): Promise<Buffer> {
  const bytes = await readDocument(fileName)
  const { glyphs, days: standIns } = JSON.parse(
    await readFile(pathOf(fileName.replace('.pdf', '.json')), 'utf8'),
  ) as Spelling
  const spell = (day: string) => [...day].map((sign) => glyphs[sign]!).join('')
  let text = bytes.toString('latin1')
  for (const key of ['notice', 'start', 'end'] as const) {
    const [year, month, day] = days[key].split('-')
    text = text.replaceAll(spell(standIns[key]), spell(`${day}.${month}.${year}`))
  }
  return Buffer.from(text, 'latin1')
}

/**
 * The development plan "Alte Gärtnerei" as XPlanGML 6.0, EPSG:25833.
 *
 * @param days first and last day of its display; those of the file itself unless told.
 */
export async function readPlanFile(days?: Pick<NoticeDays, 'start' | 'end'>): Promise<Buffer> {
  const bytes = await readFile(pathOf('alte-gaertnerei.gml'))
  if (!days) return bytes
  const set = (text: string, name: string, day: string) =>
    text.replace(new RegExp(`(<xplan:${name}>)[^<]*`), `$1${day}`)
  const text = bytes.toString('utf8')
  return Buffer.from(set(set(text, 'auslegungsStartDatum', days.start), 'auslegungsEndDatum', days.end))
}
