import type { Geometry } from 'geojson'
import { fromWkb } from '../../platform/wkb.ts'
import { EXPORT_FIELDS, type Exported } from './export-fields.ts'
import { toWkt } from './wkt.rules.ts'

/**
 * What a spreadsheet could take for a formula: an operator, also in its fullwidth and small forms, first or after
 * characters that programs skip; a tab or a line break first; and our own mark, so that taking it off again
 * always gives the text back.
 *
 * @source OWASP, CSV Injection; EXP-01, EXP-02 of our list of bad inputs.
 */
const DANGEROUS = /^(?:[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫−]|[\t\r\n'])/u

/** Nearly every text begins like this, and then there is nothing to look for. */
const HARMLESS = /^[0-9A-Za-zÄÖÜäöüß]/

/** A cell that begins with an apostrophe carries one more than its text. */
export const neutralise = (text: string) => (!HARMLESS.test(text) && DANGEROUS.test(text) ? `'${text}` : text)

/** The text of a cell: `restore(neutralise(text)) === text`. */
export const restore = (cell: string) => (cell.startsWith("'") ? cell.slice(1) : cell)

/** RFC 4180 § 2.6, and for what some programs split or trim at besides. */
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/

export const csvCell = (cell: string) => (NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Characters a cell of Excel holds; it cuts off the rest without a word. */
export const EXCEL_CELL = 32_767

/** Columns that only CSV has: the geometry in words, and the names of cells too long for Excel. */
const NAMES = [...EXPORT_FIELDS.map((field) => field.name), 'wkt', 'longFields']

/** The byte order mark tells Excel that this is UTF-8. */
export const csvHead = () => `\uFEFF${NAMES.join(',')}\r\n`

/** One contribution as a line. Nothing is shortened: what Excel cannot hold is named in `longFields`. */
export function csvRow(row: Exported): string {
  let line = ''
  const long: string[] = []
  const write = (name: string, cell: string) => {
    if (cell.length > EXCEL_CELL) long.push(name)
    line += `${csvCell(cell)},`
  }
  for (const { name, kind, of } of EXPORT_FIELDS) {
    const value = of(row)
    if (value === null || value === undefined) line += ','
    else if (kind === 'text' || kind === 'json') write(name, neutralise(value as string))
    // Our own words and numbers are short and need no quotes.
    else line += `${value as string | number | boolean},`
  }
  const geometry: Geometry | null = row.geometry && fromWkb(row.geometry)
  write('wkt', geometry ? toWkt(geometry) : '')
  return `${line}${long.join(' ')}\r\n`
}
