import { deflateSync } from 'node:zlib'

type Parts = { pages?: number; encrypted?: boolean; fillBytes?: number }

/** A small PDF that every reader opens, with as much ballast as a test needs. */
export function makePdf({ pages = 1, encrypted = false, fillBytes = 0 }: Parts = {}): Buffer {
  const kids = Array.from({ length: pages }, (_, i) => `${i + 4} 0 R`).join(' ')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages}>>`,
    `<</Length ${fillBytes}>>\nstream\n${filling(fillBytes)}\nendstream`,
    ...Array.from({ length: pages }, () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>'),
  ]
  const key = 'ab'.repeat(32)
  if (encrypted) objects.push(`<</Filter/Standard/V 1/R 2/Length 40/P -4/O<${key}>/U<${key}>>>`)
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const offset = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  text += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const encrypt = encrypted
    ? `/Encrypt ${objects.length} 0 R/ID[<${'cd'.repeat(16)}><${'cd'.repeat(16)}>]`
    : ''
  text += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${encrypt}>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** Not all alike, so that a part put in the wrong place shows. */
const filling = (sizeBytes: number) =>
  Array.from({ length: sizeBytes }, (_, i) => String.fromCharCode(97 + ((i * 7 + (i >> 9)) % 26))).join('')

/** Some hundred kilobytes that unfold into `unfoldsTo` bytes of table when a reader opens them. */
export function makePdfBomb(unfoldsTo: number): Buffer {
  const table = deflateSync(Buffer.alloc(unfoldsTo), { level: 9 })
  const head =
    '%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n'
  const dictionary = `<</Type/XRef/Size 4/W[1 4 2]/Root 1 0 R/Index[0 ${Math.floor(unfoldsTo / 7)}]/Filter/FlateDecode/Length ${table.length}>>`
  return Buffer.concat([
    Buffer.from(`${head}3 0 obj\n${dictionary}\nstream\n`),
    table,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${head.length}\n%%EOF\n`),
  ])
}
