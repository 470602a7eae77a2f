import { describe, expect, it } from 'vitest'
import { findPersonalData, withoutFind } from './personal-data.ts'

const kinds = (text: string) => findPersonalData(text).map(({ kind, text: found }) => `${kind} ${found}`)

describe('hints about personal data', () => {
  it.each([
    ['Sie erreichen mich unter 0151 000 42 17.', 'phone 0151 000 42 17'],
    ['Rufen Sie an: 0371/4881234', 'phone 0371/4881234'],
    ['+49 (0) 371 488-1234 bis 18 Uhr', 'phone +49 (0) 371 488-1234'],
    ['Mail an erika.müller@gmx.de bitte', 'email erika.müller@gmx.de'],
    ['Konto DE89 3704 0044 0532 0130 00, danke', 'iban DE89 3704 0044 0532 0130 00'],
    ['DE89370400440532013000', 'iban DE89370400440532013000'],
  ])('finds it in „%s“', (text, found) => {
    expect(kinds(text)).toEqual([found])
  })

  it.each([
    'Am 02.12.2026 um 07:45 Uhr stand dort alles.',
    'Die Straße ist 0,75 m zu schmal und 03.2025 gesperrt.',
    'Bebauungsplan Nr. 37, Flurstück 1234/56, 09990 Quellstedt',
    '84 Wohnungen, 30 % gefördert, 1.500.000 Euro',
    'DE89 3704 0044 0532 0130 01 ist keine gültige Kontonummer',
    'Zahlen wie 120 000 000 sind keine Nummern',
  ])('leaves „%s“ alone', (text) => {
    expect(kinds(text)).toEqual([])
  })

  it('names every find in the order of the text', () => {
    expect(kinds('a@b.de oder 0371 488 1234 oder c@d.de')).toEqual([
      'email a@b.de',
      'phone 0371 488 1234',
      'email c@d.de',
    ])
  })

  it('removes a find without leaving a gap', () => {
    const text = 'Bitte anrufen 0151 000 42 17. Danke'
    expect(withoutFind(text, findPersonalData(text)[0]!)).toBe('Bitte anrufen. Danke')
  })
})
