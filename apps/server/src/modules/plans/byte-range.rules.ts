export type ContentRange = { first: number; last: number; total: number }

/**
 * The part of an upload that a request carries (RFC 9110 § 14.4); null for what is no such part.
 *
 * @example readContentRange('bytes 0-99/1000') // { first: 0, last: 99, total: 1000 }
 */
export function readContentRange(header: string): ContentRange | null {
  const match = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(header)
  if (!match) return null
  const [first, last, total] = match.slice(1).map(Number) as [number, number, number]
  return first <= last && last < total ? { first, last, total } : null
}

/**
 * The part of a file that a reader asks for (RFC 9110 § 14.1.2).
 *
 * @returns the bytes, both included; `whole` where there is nothing to honour: no range, several, or none of
 * bytes; `unsatisfiable` where the part lies behind the end.
 */
export function readRange(
  header: string | undefined,
  sizeBytes: number,
): { first: number; last: number } | 'whole' | 'unsatisfiable' {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  if (!match || (!match[1] && !match[2])) return 'whole'
  if (!match[1]) {
    const length = Number(match[2])
    return length && sizeBytes
      ? { first: Math.max(0, sizeBytes - length), last: sizeBytes - 1 }
      : 'unsatisfiable'
  }
  const first = Number(match[1])
  const last = match[2] ? Number(match[2]) : sizeBytes - 1
  if (match[2] && last < first) return 'whole'
  return first < sizeBytes ? { first, last: Math.min(last, sizeBytes - 1) } : 'unsatisfiable'
}
