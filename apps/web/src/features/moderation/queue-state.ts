import type { ModerationFactsFragment } from '../../gql/graphql.ts'

export const SHELVES = ['inReview', 'published', 'withheld'] as const
export type Shelf = (typeof SHELVES)[number]
export type Item = ModerationFactsFragment

/** What stays on the shelf after a decision, and which of them comes next: the one that took its place. */
export function afterDecision(items: readonly Item[], decided: Item, shelf: Shelf) {
  const at = items.findIndex(({ id }) => id === decided.id)
  if (decided.visibility === shelf || at < 0)
    return { items: items.map((item) => (item.id === decided.id ? decided : item)), next: decided.id }
  const left = items.filter(({ id }) => id !== decided.id)
  return { items: left, next: (left[at] ?? left.at(-1))?.id ?? null }
}

/** Adds a page without doubling what a new arrival pushed from one page into the next. */
export function withPage(items: readonly Item[], page: readonly Item[]): Item[] {
  const known = new Set(items.map(({ id }) => id))
  return [...items, ...page.filter(({ id }) => !known.has(id))]
}

/** The item one step on; the first one when nothing was chosen. */
export function neighbour(items: readonly Item[], id: string | null, by: number): string | null {
  const at = items.findIndex((item) => item.id === id)
  if (at < 0) return items[0]?.id ?? null
  return items[Math.min(items.length - 1, Math.max(0, at + by))]!.id
}

const HOUR_MS = 3_600_000

/** How long something has waited: minutes, hours or days, whole and rounded down. */
export function ageOf(
  receivedAt: string,
  now: number,
): { unit: 'minutes' | 'hours' | 'days'; count: number } {
  const hours = Math.max(0, now - Date.parse(receivedAt)) / HOUR_MS
  if (hours < 1) return { unit: 'minutes', count: Math.max(1, Math.floor(hours * 60)) }
  if (hours < 48) return { unit: 'hours', count: Math.floor(hours) }
  return { unit: 'days', count: Math.floor(hours / 24) }
}
