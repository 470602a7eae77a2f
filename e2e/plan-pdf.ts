import { streamOf, writePdf } from './write-pdf.ts'

/** Points of PDF; the sheet is A4 lying, and north is up. */
export const SHEET = { widthPt: 842, heightPt: 595 } as const

/** A pixel of the drawing as the server keeps it: 300 dots an inch. */
export const pixelOf = ([xPt, yPt]: readonly [number, number]) =>
  [(xPt * 300) / 72, ((SHEET.heightPt - yPt) * 300) / 72] as const

/** Corners of the red square on the second page, from the left bottom of the sheet. */
export const SQUARE = { left: 121, bottom: 97, right: 721, top: 497 } as const

/** A plan as offices send it: a cover, and the drawing on the second page. */
export function planPdf(): Buffer {
  const { left, bottom, right, top } = SQUARE
  const drawings = [
    'BT /F1 24 Tf 72 500 Td (Deckblatt) Tj ET',
    `0.85 0.1 0.1 rg ${left} ${bottom} ${right - left} ${top - bottom} re f
     0 0 0 RG 2 w ${left} ${bottom} ${right - left} ${top - bottom} re S
     BT 0 g /F1 24 Tf 330 280 Td (Baufeld Nord) Tj ET`,
  ]
  const page = (contents: number) =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${SHEET.widthPt} ${SHEET.heightPt}] /Contents ${contents} 0 R /Resources << /Font << /F1 7 0 R >> >> >>`
  return writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
    page(5),
    page(6),
    ...drawings.map(streamOf),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ])
}
