import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { translatorFor } from './mapping.rules.ts'
import { readRows } from './read-rows.ts'
import { splitArray } from './split-array.ts'

const folder = mkdtempSync(join(tmpdir(), 'mitsprache-intake-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function rowsOf(content: string | Buffer, format: 'csv' | 'json' = 'csv') {
  const path = join(folder, 'file')
  writeFileSync(path, content)
  const rows = []
  for await (const row of readRows(path, format)) rows.push(row)
  return rows.map(({ line, cells, wrongCount }) => ({ line, wrongCount, ...Object.fromEntries(cells) }))
}

const utf16 = (text: string, bom = true) => Buffer.from(`${bom ? '\uFEFF' : ''}${text}`, 'utf16le')

describe('CSV', () => {
  const text = 'Titel;Text\r\nBäume;"Mehr; davon\r\nbitte ""sofort"""\r\n\r\nBänke;Zwei\r\n'
  const expected = [
    { line: 2, wrongCount: undefined, Titel: 'Bäume', Text: 'Mehr; davon\r\nbitte "sofort"' },
    { line: 5, wrongCount: undefined, Titel: 'Bänke', Text: 'Zwei' },
  ]

  it.each<[string, string | Buffer]>([
    ['UTF-8', text],
    ['UTF-8 with a byte order mark', `\uFEFF${text}`],
    ['UTF-16, little end first', utf16(text)],
    ['UTF-16, big end first', utf16(text).swap16()],
    ['UTF-16 without a mark', utf16(text, false)],
  ])('UPL-29 reads %s, with the line where a row begins', async (_name, content) => {
    expect(await rowsOf(content)).toEqual(expected)
  })

  it('tells comma, semicolon and tab apart by the first line, quotes aside', async () => {
    for (const sign of [',', ';', '\t'])
      expect(await rowsOf(`"a,;;\tb"${sign}Text\n1${sign}2\n`)).toEqual([
        { line: 2, 'a,;;\tb': '1', Text: '2', wrongCount: undefined },
      ])
  })

  it('marks a row with another number of fields, and reads on', async () => {
    expect((await rowsOf('Titel,Text\na\nb,c,d\ne,f\n')).map((row) => row.wrongCount)).toEqual([
      1,
      3,
      undefined,
    ])
  })

  it.each<[string, string | Buffer, string, number]>([
    ['a quotation mark that is never closed', 'Titel,Text\na,b\nc,"d\ne,f\n', 'quotes', 3],
    ['a quotation mark in the middle', 'Titel,Text\na,b"c"\n', 'quotes', 2],
    ['a field of 10 MB', `Titel,Text\na,"${'x'.repeat(10_000_000)}"\n`, 'fieldTooLong', 2],
    ['an older encoding', Buffer.from('Titel,Text\nok,ok\nStraße,x\n', 'latin1'), 'notUtf8', 3],
    ['an empty file', '', 'noHeadings', 1],
    ['too many rows', `Text\n${'x\n'.repeat(50_001)}`, 'tooManyRows', 50_002],
  ])('UPL-29 refuses %s and names the line', async (_name, content, code, line) => {
    await expect(rowsOf(content)).rejects.toMatchObject({ code, line })
  })
})

describe('headings', () => {
  const keys = (names: string[]) => () => translatorFor(names, null, 1)

  it('are understood in German and English, however written', () => {
    const read = translatorFor(['Eingegangen_am', 'E-Mail', 'STELLUNGNAHME', 'subject'], null, 1)
    const cells = new Map([
      ['Eingegangen_am', '1.2.2026'],
      ['E-Mail', 'a@b.example'],
      ['STELLUNGNAHME', 'Ja'],
      ['subject', ''],
    ])
    expect(read(cells)).toEqual({
      values: { receivedOn: '1.2.2026', email: 'a@b.example', text: 'Ja' },
      extra: null,
    })
  })

  it.each(['id"); drop table contribution--', '__proto__', 'constructor', 'Text\u001b[2J', 'tenant_id', ''])(
    'SQL-13 %j is none',
    (heading) => {
      expect(keys(['Text', heading])).toThrow(/is not known/)
      expect(keys(['Text', heading])).not.toThrow(/\u001b/)
    },
  )

  it('are refused twice or without a text', () => {
    expect(keys(['Text', 'Stellungnahme'])).toThrow(/mean the same/)
    expect(keys(['Titel'])).toThrow(/no column for the text/)
  })
})

describe('JSON', () => {
  it('reads a list of objects, with the line where each begins', async () => {
    expect(
      await rowsOf('\uFEFF[\n {"text": "a}]\\"", "n": [1, {"x": "{"}]},\n\n {"text": "b"}\n]\n', 'json'),
    ).toEqual([
      { line: 2, wrongCount: undefined, text: 'a}]"', n: [1, { x: '{' }] },
      { line: 4, wrongCount: undefined, text: 'b' },
    ])
    expect(await rowsOf('[]', 'json')).toEqual([])
  })

  it.each<[string, string, number]>([
    ['{"text":"a"}', 'notAnArray', 1],
    ['', 'notAnArray', 1],
    ['[{"a":1},\n{"a":2}', 'unfinished', 2],
    ['[{"a":1} {"a":2}]', 'notJson', 1],
    ['[{"a":1},]', 'notJson', 1],
    ['[1]', 'notJson', 1],
    ['[\n{"a":}]', 'notJson', 2],
    ['[{"a":1}]x', 'notJson', 1],
    ['[{"a":"\n', 'unfinished', 2],
  ])('refuses %j', async (content, code, line) => {
    await expect(rowsOf(content, 'json')).rejects.toMatchObject({ code, line })
  })

  it('cuts the same objects wherever the pieces of the file end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.string(), fc.json())),
        fc.integer({ min: 1, max: 7 }),
        async (objects, size) => {
          const text = JSON.stringify(objects, null, 1)
          async function* pieces() {
            for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
          }
          const read = []
          for await (const one of splitArray(pieces(), 1_000_000)) read.push(JSON.parse(one.text))
          expect(read).toEqual(JSON.parse(text))
        },
      ),
      { numRuns: 100 },
    )
  })
})
