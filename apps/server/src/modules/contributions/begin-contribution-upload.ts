import { createHash } from 'node:crypto'
import type { Id } from '@mitsprache/terms'
import { LIMITS, takeFromLimit } from '../../platform/limits/index.ts'
import {
  InputRefused,
  isRefusal,
  TooManyAttempts,
  type ParticipationClosed,
  type ParticipationNotOpen,
} from '../../platform/refusal.graphql.ts'
import { found, type Ctx } from '../identity/index.ts'
import { checkWish, keepTicket, newTicket, type Ticket } from '../plans/index.ts'
import { enterRound } from './contribution.rules.ts'
import { receiptSecret } from './receipt-secret.ts'
import { getRound } from './round.ts'

export type ContributionUploadWish = {
  /** The key of the draft; with it the upload can be handed in, and with nothing else. */
  idempotencyKey: Id
  procedureId: Id
  fileName: string
  sizeBytes: number
}

/**
 * Opens the way for one file of a contribution that is not handed in yet. Nobody needs an account for it.
 *
 * @returns the ticket, or why there is none: the round takes nothing now, the file cannot be so, or too many.
 */
export async function beginContributionUpload(
  ctx: Ctx,
  { idempotencyKey, procedureId, ...file }: ContributionUploadWish,
): Promise<Ticket | ParticipationClosed | ParticipationNotOpen | InputRefused | TooManyAttempts> {
  const round = found(await getRound(ctx.database, procedureId))
  const entered = enterRound(round, ctx.receivedAt)
  if (isRefusal(entered)) return entered
  const checked = checkWish({ ...file, purpose: 'contributionFile' })
  if (checked instanceof InputRefused) return checked

  const { tenantId } = round
  const now = ctx.clock()
  const secret = receiptSecret(ctx.secrets, tenantId, idempotencyKey)
  const draftHash = createHash('sha256').update(secret).digest()
  const whose = { network: ctx.networkKey, draft: draftHash.toString('hex'), tenant: tenantId }
  const wait = await takeFromLimit(ctx, 'contributionUpload', LIMITS.contributionUpload, whose)
  if (wait) return TooManyAttempts.of(wait)

  const ticket = newTicket(now)
  await ctx.database.transaction('bearer', { tenantId, bearerHash: draftHash }, (tx) =>
    keepTicket(tx, ticket, { ...checked, tenantId, createdBy: null, draftHash, now }),
  )
  return ticket
}
