import { describe, expect, it } from 'vitest'
import { findHits, type Piece } from './page-text.ts'

const lines = (...texts: string[]): Piece[] => texts.map((text) => ({ text, endsLine: true }))
const found = (pieces: Piece[], searched: string) =>
  findHits(pieces, searched).map(({ from, to }) =>
    pieces
      .slice(from.piece, to.piece + 1)
      .map(({ text }, i) =>
        text.slice(i === 0 ? from.offset : 0, from.piece + i === to.piece ? to.offset : undefined),
      )
      .join('|'),
  )

describe('the search in a document', () => {
  it('finds every place, whatever the case and the accents', () => {
    expect(found(lines('Lärm am Bach. LARM nachts.', 'Kein lärm.'), 'lärm')).toEqual(['Lärm', 'LARM', 'lärm'])
  })
  it('finds words that are spread over fonts and lines', () => {
    const pieces = [
      { text: 'Die ', endsLine: false },
      { text: 'Linden', endsLine: false },
      { text: '', endsLine: true },
      { text: 'an der Straße', endsLine: true },
    ]
    expect(found(pieces, 'linden  an der strasse')).toEqual(['Linden||an der Straße'])
  })
  it('reads over a hyphen at the end of a line, but not over one of its own', () => {
    expect(found(lines('Das Grund-', 'stück'), 'Grundstück')).toEqual(['Grund-|stück'])
    expect(found(lines('die Nord-', 'Süd-Achse'), 'nord- süd')).toEqual(['Nord-|Süd'])
  })
  it('finds the letters of a ligature', () => {
    expect(found(lines('die Pﬂege'), 'pflege')).toEqual(['Pﬂege'])
  })
  it('finds nothing for nothing', () => {
    expect(found(lines('Text'), '  ')).toEqual([])
    expect(found([], 'Text')).toEqual([])
  })
})
