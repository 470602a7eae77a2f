import { inLanguage, type Language } from '@mitsprache/terms'
import type { StaffRowFragment } from '../../gql/graphql.ts'

export const GROUPS = ['needsYou', 'runs', 'drafts', 'closed'] as const
export type Group = (typeof GROUPS)[number]
export const COLUMNS = ['title', 'state', 'deadline', 'received', 'waits'] as const
export type Column = (typeof COLUMNS)[number]
export type Order = { column: Column; descending: boolean }

export type Task =
  { kind: 'review'; count: number } | { kind: 'complete'; count: number } | { kind: 'publish'; count: 1 }

type Row = StaffRowFragment

/** What of a procedure waits for this viewer, and for nobody else's right. */
export function tasksOf(row: Row): Task[] {
  const tasks: Task[] = []
  if (row.viewerMayModerate.may && row.openReviewCount > 0)
    tasks.push({ kind: 'review', count: row.openReviewCount })
  if (!row.published && row.viewerMayEdit.may && row.missing.length > 0)
    tasks.push({ kind: 'complete', count: row.missing.length })
  if (!row.published && row.viewerMayPublish.may) tasks.push({ kind: 'publish', count: 1 })
  return tasks
}

export const stateOf = (row: Row) => (row.published ? (row.roundState ?? 'planned') : 'draft')
const STATES = ['open', 'planned', 'draft', 'closed']

/** A draft stays among the drafts although it waits: what runs in public comes first. */
export function groupOf(row: Row): Group {
  if (!row.published) return 'drafts'
  if (tasksOf(row).length > 0) return 'needsYou'
  return row.roundState === 'closed' ? 'closed' : 'runs'
}

/** The day that counts next: the first of what is planned, else the last. Without one it comes after all others. */
export const nextDay = (row: Row) =>
  (row.roundState === 'planned' ? row.startsOn : row.endsOn) ?? row.startsOn ?? '9999-12-31'

function compare(a: Row, b: Row, column: Column, language: Language): number {
  const title = (row: Row) => inLanguage(row.title, language).text
  const waits = (row: Row) => tasksOf(row).reduce((sum, { count }) => sum + count, 0)
  if (column === 'title') return title(a).localeCompare(title(b), language)
  if (column === 'state') return STATES.indexOf(stateOf(a)) - STATES.indexOf(stateOf(b))
  if (column === 'received') return a.receivedCount - b.receivedCount
  if (column === 'waits') return waits(a) - waits(b)
  return nextDay(a).localeCompare(nextDay(b))
}

/** The rows in their groups, those without rows left out. Ties go by title, so that nothing jumps. */
export function grouped(rows: readonly Row[], { column, descending }: Order, language: Language) {
  const sorted = [...rows].sort(
    (a, b) => compare(a, b, column, language) * (descending ? -1 : 1) || compare(a, b, 'title', language),
  )
  return GROUPS.map((group) => ({
    group,
    // What is over is looked for from its end, as long as nobody sorts otherwise.
    rows:
      group === 'closed' && column === 'deadline' && !descending
        ? sorted.filter((row) => groupOf(row) === group).reverse()
        : sorted.filter((row) => groupOf(row) === group),
  })).filter(({ rows: found }) => found.length > 0)
}

const plain = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

/** Every word typed is in the number or in the title, in whatever language that is written. */
export function matches(row: Row, typed: string): boolean {
  const all = plain([row.number, row.title.de, row.title.en, row.title.hsb].filter(Boolean).join(' '))
  return plain(typed)
    .split(/\s+/)
    .every((word) => all.includes(word))
}

/** How much of the period is over, 0 to 1. */
export function elapsed(startsOn: string, endsOn: string, today: string): number {
  const [from, to, now] = [startsOn, endsOn, today].map((day) => Date.parse(day)) as [number, number, number]
  const days = (to - from) / 86_400_000 + 1
  return Math.min(1, Math.max(0, ((now - from) / 86_400_000 + 1) / days))
}
