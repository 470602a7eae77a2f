import type { Ctx } from './context.ts'

/** Ends this browser's session in the table, not only in the browser: a copy of its cookie is worthless now. */
export async function signOut(ctx: Ctx): Promise<boolean> {
  const { idHash } = ctx.session
  if (idHash)
    await ctx.database.transaction('identity', {}, (tx) =>
      tx.query('delete from session where id_hash = $1', [idHash]),
    )
  ctx.session.end()
  return idHash !== null
}
