import type { Id } from '@mitsprache/terms'
import { readAuthors, type Author, type Reading } from '../contributions/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Ctx, StaffOf } from '../identity/index.ts'
import type { ModerationView } from './moderation.queries.ts'

/** A contribution with the name that would be published with it; null where its author wants none. */
export type Moderated = ModerationView & { authorName: string | null }

export const reviewOf = (ctx: Ctx, { tenantId, viewer }: StaffOf): Reading => ({
  tenantId,
  readerId: viewer.personId,
  at: ctx.clock(),
  purpose: 'Review',
})

export const withName = (row: ModerationView, authors: Map<Id, Author>): Moderated => ({
  ...row,
  authorName: authors.get(row.id)?.name ?? null,
})

/** The names that their authors want to see published: read in the transaction of the screen, and written down there. */
export async function withNames(
  ctx: Ctx,
  tx: Tx,
  staff: StaffOf,
  rows: ModerationView[],
): Promise<Moderated[]> {
  const named = rows.filter((row) => row.audience === 'publicWithName')
  const authors = await readAuthors(
    ctx,
    tx,
    reviewOf(ctx, staff),
    named.map((row) => row.id),
  )
  return rows.map((row) => withName(row, authors))
}
