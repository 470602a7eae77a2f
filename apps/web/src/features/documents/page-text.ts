/** A piece of a page's text as the file has it: a run in one font, seldom a whole line. */
export type Piece = { text: string; endsLine: boolean }
export type Spot = { piece: number; offset: number }
/** From the first letter of a hit to behind its last. */
export type Hit = { from: Spot; to: Spot }

/** Without case and accents; ß and ss, ligatures and their letters are the same. */
const fold = (text: string) =>
  text.toLocaleLowerCase('de').replace(/ß/g, 'ss').normalize('NFKD').replace(/\p{M}/gu, '')

/** The whole text in one line, and for each of its letters where it stands in the pieces. */
function inOneLine(pieces: readonly Piece[]) {
  let text = ''
  const spots: Spot[] = []
  const add = (letters: string, spot: Spot) => {
    for (const letter of /\s/.test(letters) ? ' ' : letters) {
      if (letter === ' ' && (text === '' || text.endsWith(' '))) continue
      text += letter
      spots.push(spot)
    }
  }
  pieces.forEach(({ text: letters, endsLine }, piece) => {
    let offset = 0
    for (const letter of letters) {
      add(fold(letter), { piece, offset })
      offset += letter.length
    }
    if (!endsLine) return
    const next = pieces.slice(piece + 1).find((each) => each.text.trim())
    // "Grund-" and "stück" on the next line are one word; "Nord-" and "Süd-Achse" stay two.
    if (/\p{L}-$/u.test(text) && next && /^\p{Ll}/u.test(next.text)) {
      text = text.slice(0, -1)
      spots.pop()
    } else add(' ', { piece, offset: letters.length })
  })
  return { text, spots }
}

/** Where a page says what was searched for, across fonts, lines and hyphens; in the order of the page. */
export function findHits(pieces: readonly Piece[], searched: string): Hit[] {
  const wanted = fold(searched).replace(/\s+/g, ' ').trim()
  if (!wanted) return []
  const { text, spots } = inOneLine(pieces)
  const hits: Hit[] = []
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const last = spots[at + wanted.length - 1]!
    const letter = String.fromCodePoint(pieces[last.piece]!.text.codePointAt(last.offset) ?? 0)
    hits.push({ from: spots[at]!, to: { piece: last.piece, offset: last.offset + letter.length } })
  }
  return hits
}
