/** What surrounds a list of coordinates and says how to read it: GML 2 may choose its own separators. */
export interface NumberFormat {
  readonly decimal: string
  readonly separators: string
}

const PLAIN = /^[\s\d.,eE+-]*$/

/**
 * A list of numbers as GML writes it, or null when something in it is no finite number.
 *
 * @param format of gml:coordinates; pos and posList have white space between numbers and a decimal point.
 */
export function parseNumbers(text: string, format: NumberFormat | null): Float64Array | null {
  let plain = text
  if (format) {
    for (const separator of format.separators) plain = plain.replaceAll(separator, ' ')
    if (format.decimal !== '.') plain = plain.replaceAll(format.decimal, '.')
  } else if (text.includes(',')) {
    // "3479367,5 5889625,1" is a decimal comma; "3479367.5,5889625.1" is a tuple in the way of GML 2.
    plain =
      /\d,\d+\s/.test(`${text} `) && !text.includes('.')
        ? text.replaceAll(',', '.')
        : text.replaceAll(',', ' ')
  }
  if (!PLAIN.test(plain)) return null
  const parts = plain.split(/\s+/)
  const numbers = new Float64Array(parts.length)
  let count = 0
  for (const part of parts) {
    if (part === '') continue
    const number = Number(part)
    if (!Number.isFinite(number)) return null
    numbers[count++] = number
  }
  return numbers.slice(0, count)
}
