import { LIMITS, type RoundState } from '@mitsprache/terms'
import type { LocalDate } from '../../platform/municipal-day.ts'
import { missingInPeriod } from './period.rules.ts'
import type { StaffProcedureView } from './procedure.queries.ts'
import { templateByKey } from './procedure-templates.ts'

/** Where a round stands: both its first and its last instant belong to it. */
export function roundState(startsAt: Date, endsAt: Date, now: Date): RoundState {
  if (now < startsAt) return 'planned'
  return now <= endsAt ? 'open' : 'closed'
}

/**
 * What is missing before a procedure can go public, as codes in the order of the task list.
 *
 * @source § 3 Abs. 2 BauGB: a display without plan and explanatory report is none, and besides the internet
 * there must be another way.
 */
export function missingBeforePublishing(procedure: StaffProcedureView, today: LocalDate): string[] {
  const template = templateByKey(procedure.templateKey)
  const missing: string[] = []
  if (!procedure.title.de.trim()) missing.push('title')
  if (!procedure.summary.de.trim()) missing.push('summary')
  if (!procedure.territory && procedure.kind !== 'informalDialogue') missing.push('territory')
  for (const category of template?.demands ?? [])
    if (!procedure.documents.some((document) => document.category === category)) missing.push(category)
  if (!procedure.startsOn || !procedure.endsOn) missing.push('period')
  else if (procedure.endsOn < today) missing.push('periodInThePast')
  // What is on display stands as it was announced.
  if (!procedure.publishedAt)
    missing.push(...missingInPeriod(procedure).filter((code) => !missing.includes(code)))
  if (procedure.kind !== 'informalDialogue' && procedure.offlineWays.length === 0) missing.push('offlineWay')
  return missing
}

/** A short name for the address, from the title: letters, digits and hyphens. */
export function slugOf(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ł/g, 'l')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return plain.slice(0, 60).replace(/-+$/, '') || 'verfahren'
}

export const tooManyItems = (items: unknown[] | undefined | null) => (items?.length ?? 0) > LIMITS.listItems
