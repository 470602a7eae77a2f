/**
 * A PDF out of its objects, small enough to be made on the spot.
 *
 * @param objects numbered from 1, as they are referred to; the first is the catalogue.
 */
export function writePdf(objects: string[]): Buffer {
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return String(at).padStart(10, '0')
  })
  const table = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${at} 00000 n \n`).join('')}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

/** What is drawn on a page, as an object. */
export const streamOf = (drawing: string) => `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`
