import { streamOf, writePdf } from './write-pdf.ts'

/** A valid PDF of one page, small enough to be made on the spot. */
export function smallPdf(words: string): Buffer {
  const drawing = `BT /F1 18 Tf 72 760 Td (${words.replace(/[()\\]/g, '\\$&')}) Tj ET`
  return writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    streamOf(drawing),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ])
}
