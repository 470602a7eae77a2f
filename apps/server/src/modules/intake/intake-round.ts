import type { Id } from '@mitsprache/terms'
import type { Database } from '../../platform/database/database.ts'
import { getRound, type OpenRound } from '../contributions/index.ts'
import { publicProcedureBySlug, publishedPlan } from '../procedures/index.ts'

/** The round that takes the rows, and the words by which they may name its categories and parts. */
export type IntakeRound = OpenRound & {
  procedureId: Id
  categoryByWord: Map<string, Id>
  planPartByWord: Map<string, Id>
}

export const wordKey = (word: string) => word.normalize('NFC').trim().toLowerCase()

/** The round on display of a procedure; null where there is none. */
export async function getIntakeRound(
  database: Database,
  tenantSlug: string,
  slug: string,
): Promise<IntakeRound | null> {
  const [procedure] = await database.read(publicProcedureBySlug, tenantSlug, slug)
  const round = procedure && (await getRound(database, procedure.id))
  if (!round) return null
  const [plan] = await database.read(publishedPlan, procedure.id, null)
  return {
    ...round,
    procedureId: procedure.id,
    categoryByWord: byWord(procedure.categories, ({ key, label }) => [key, label.de, label.en, label.hsb]),
    planPartByWord: byWord(plan?.planParts ?? [], ({ key, designation, name }) => [
      key,
      designation,
      name.de,
      name.en,
      name.hsb,
    ]),
  }
}

function byWord<One extends { id: Id }>(
  all: One[],
  wordsOf: (one: One) => (string | null | undefined)[],
): Map<string, Id> {
  return new Map(
    all.flatMap((one) => wordsOf(one).flatMap((word) => (word ? [[wordKey(word), one.id] as const] : []))),
  )
}
