import type { Hit } from './page-text.ts'

/**
 * Marks hits in the text of a page without touching its elements; browsers that cannot do it still count and
 * lead to them.
 */
const registry = () => (typeof CSS !== 'undefined' && 'highlights' in CSS ? CSS.highlights : null)

function named(name: string) {
  const marks = registry()
  if (!marks) return null
  const known = marks.get(name) ?? new Highlight()
  marks.set(name, known)
  return known
}

function rangeOf({ from, to }: Hit, pieces: HTMLElement[]) {
  const [first, last] = [pieces[from.piece]?.firstChild, pieces[to.piece]?.firstChild]
  if (!first || !last) return null
  const range = new Range()
  range.setStart(first, Math.min(from.offset, first.textContent!.length))
  range.setEnd(last, Math.min(to.offset, last.textContent!.length))
  return range
}

/** @returns what takes the marks away again. */
export function markHits(hits: Hit[], current: Hit | null, pieces: HTMLElement[]): () => void {
  const [all, one] = [named('document-hit'), named('document-hit-now')]
  if (!all || !one) return () => undefined
  // A range belongs above all others when it is the one looked at.
  one.priority = 1
  const made = hits.flatMap((hit) => {
    const range = rangeOf(hit, pieces)
    if (!range) return []
    const into = hit === current ? one : all
    into.add(range)
    return [() => into.delete(range)]
  })
  return () => made.forEach((remove) => remove())
}
