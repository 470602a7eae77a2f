import { describe, expect, it } from 'vitest'
import { inLanguage, isId, newId, newReceiptNumber, parseReceiptNumber } from './index.ts'

describe('ids', () => {
  it('sort by the time they were made', () => {
    const ids = Array.from({ length: 50 }, (_, i) => newId(1_000_000 + i))
    expect([...ids].sort()).toEqual(ids)
    expect(ids.every(isId)).toBe(true)
    expect(new Set(ids).size).toBe(50)
  })

  it('are nothing else', () => {
    for (const no of ['', 'x', newId().toUpperCase(), `${newId()} `, "1' or '1'='1", 7, null])
      expect(isId(no)).toBe(false)
  })
})

describe('receipt numbers', () => {
  it('are read as people type them', () => {
    for (let i = 0; i < 200; i++) {
      const number = newReceiptNumber('QST')
      expect(number).toMatch(/^QST-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/)
      for (const typed of [
        number,
        number.toLowerCase(),
        ` ${number} `,
        number.replaceAll('-', ' - '),
        number.replaceAll('0', 'o'),
      ])
        expect(parseReceiptNumber(typed)).toBe(number)
    }
  })

  it('notice every single slip of a finger', () => {
    const number = newReceiptNumber('QST')
    const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    const slips = [4, 5, 6, 7, 9, 10, 11, 12, 14].flatMap((at) =>
      [...symbols]
        .filter((other) => other !== number[at])
        .map((other) => number.slice(0, at) + other + number.slice(at + 1)),
    )
    expect(slips).toHaveLength(9 * 31)
    expect(slips.filter((slip) => parseReceiptNumber(slip) !== null)).toEqual([])
  })

  it('are not anything else', () => {
    for (const no of ['', 'QST', 'QST-0000', '../../etc', 'QST-UUUU-UUUU-U'])
      expect(parseReceiptNumber(no)).toBeNull()
  })
})

it('text falls back to German, and says so', () => {
  const text = { de: 'Lärm', en: 'Noise', hsb: null }
  expect(inLanguage(text, 'en')).toEqual({ text: 'Noise', language: 'en' })
  expect(inLanguage(text, 'hsb')).toEqual({ text: 'Lärm', language: 'de' })
})
