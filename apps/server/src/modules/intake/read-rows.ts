import { LIMITS } from '@mitsprache/terms'
import { CsvError, parse } from 'csv-parse'
import { Readable } from 'node:stream'
import { decodeText } from './decode-text.ts'
import { FileProblem } from './file-problem.ts'
import { splitArray } from './split-array.ts'

/** One row as it stands in the file, under the file's own names. */
export type RawRow = { line: number; cells: Map<string, unknown>; wrongCount?: number }

/** Characters of one row: far more than the longest letter, far less than would fill the memory. */
const ROW_MOST = 1_000_000

/**
 * The rows of a file one after the other, whatever its size.
 *
 * @throws FileProblem where it stops being readable; `begins` is told the headings first (CSV only).
 */
export async function* readRows(
  path: string,
  format: 'csv' | 'json',
  begins: (headings: string[]) => void = () => {},
): AsyncGenerator<RawRow> {
  let count = 0
  for await (const row of format === 'csv' ? csvRows(path, begins) : jsonRows(path)) {
    if (++count > LIMITS.intakeRows)
      throw new FileProblem(
        'tooManyRows',
        row.line,
        `there are more than ${LIMITS.intakeRows} rows. Divide the file.`,
      )
    yield row
  }
}

async function* jsonRows(path: string): AsyncGenerator<RawRow> {
  for await (const { line, text } of splitArray(decodeText(path), ROW_MOST)) {
    try {
      yield { line, cells: new Map(Object.entries(JSON.parse(text) as object)) }
    } catch {
      throw new FileProblem('notJson', line, 'the entry that begins here is not JSON.')
    }
  }
}

async function* csvRows(path: string, begins: (headings: string[]) => void): AsyncGenerator<RawRow> {
  const text = decodeText(path)
  const first = await text.next()
  const beginning: string = first.done ? '' : first.value
  // Where the next record begins. Told while parsing: a mistake comes before the records that still wait.
  let nextLine = 1
  const parser = Readable.from(again(beginning, text)).pipe(
    parse({
      delimiter: delimiterOf(beginning),
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: ROW_MOST,
      relax_column_count: true,
      raw: true,
      on_record: located as never,
    }),
  )
  function located({ record, raw }: { record: string[]; raw: string }) {
    const line = nextLine
    nextLine += raw.match(/\r\n|\r|\n/g)?.length ?? 0
    return { record, line }
  }
  // A pipe keeps the mistakes of its source to itself.
  const failed = (cause: Error) => parser.destroy(cause)
  let headings: string[] | undefined
  try {
    for await (const { record, line } of parser as AsyncIterable<{ record: string[]; line: number }>) {
      if (record.length === 1 && !record[0]!.trim()) continue
      if (!headings) {
        headings = record.map((heading) => heading.trim())
        begins(headings)
        continue
      }
      const cells = new Map(headings.map((heading, at) => [heading, record[at]]))
      yield { line, cells, wrongCount: record.length === headings.length ? undefined : record.length }
    }
  } catch (cause) {
    throw cause instanceof CsvError ? problemOf(cause, nextLine) : cause
  }
  if (!headings)
    throw new FileProblem('noHeadings', 1, 'the file is empty; its first line must name the columns.')

  async function* again(piece: string, rest: AsyncGenerator<string>) {
    try {
      yield piece
      yield* rest
    } catch (cause) {
      failed(cause as Error)
    }
  }
}

/** What separates the first line's columns most often, outside of quotes. */
function delimiterOf(beginning: string): string {
  const line = beginning.replace(/"(?:[^"]|"")*"/g, '').split(/\r|\n/, 1)[0]!
  const count = (sign: string) => line.split(sign).length
  return [';', ',', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

function problemOf(cause: CsvError, line: number): FileProblem {
  switch (cause.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return new FileProblem('quotes', line, 'a quotation mark opens here and is never closed.')
    case 'CSV_MAX_RECORD_SIZE':
      return new FileProblem(
        'fieldTooLong',
        line,
        `the row that begins here has more than ${ROW_MOST} characters.`,
      )
    default:
      return new FileProblem(
        'quotes',
        line,
        'the quotation marks of this row do not fit: inside a field they are doubled.',
      )
  }
}
