import type { GraphQLError } from 'graphql'
import { Denial, noteDenied, type Ctx } from '../modules/identity/index.ts'
import type { Log } from '../platform/log.ts'
import { rootOf } from './errors.ts'

/**
 * Tells the log of their tenants that somebody signed in was denied something. It never changes the answer: where it
 * cannot be written down, that is logged as our mistake.
 *
 * @param errors as they were thrown, not yet as they go out.
 */
export async function noteDenials(
  ctx: Ctx | undefined,
  errors: readonly GraphQLError[] | undefined,
  log: Log,
): Promise<void> {
  if (!ctx?.viewer) return
  const denials = (errors ?? []).map(rootOf).filter((cause) => cause instanceof Denial)
  const codes = new Set(denials.map(({ code }) => code))
  try {
    for (const code of codes) await noteDenied(ctx, { code })
  } catch (cause) {
    log.fault(cause, ctx.requestId)
  }
}
