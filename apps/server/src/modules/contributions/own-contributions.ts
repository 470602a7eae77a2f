import { createHash } from 'node:crypto'
import { parseReceiptNumber } from '@mitsprache/terms'
import { demandResident, found, type Ctx } from '../identity/index.ts'
import {
  contributionOfBearer,
  contributionsOfAccount,
  type OwnContributionView,
} from './own-contribution.queries.ts'
import { receiptSecret } from './receipt-secret.ts'

export type OwnContribution = Omit<OwnContributionView, 'idempotencyKey'> & { secret: string }

/**
 * What the resident who is signed in keeps together, each with the secret of its receipt: it is theirs already.
 *
 * @throws Denial NOT_SIGNED_IN
 */
export async function getOwnContributions(ctx: Ctx, tenantSlug: string): Promise<OwnContribution[]> {
  const { tenantId, accountId } = await demandResident(ctx, tenantSlug)
  const rows = await ctx.database.transaction('bearer', { tenantId, residentId: accountId }, (tx) =>
    tx.read(contributionsOfAccount, tenantId, accountId),
  )
  return rows.map(({ idempotencyKey, ...row }) => ({
    ...row,
    secret: receiptSecret(ctx.secrets, tenantId, idempotencyKey),
  }))
}

/**
 * Puts a contribution into the account, by the secret of its receipt.
 *
 * @throws Denial NOT_FOUND for a number or secret that opens nothing of this tenant: the same answer.
 */
export async function keepInAccount(
  ctx: Ctx,
  tenantSlug: string,
  number: string,
  secret: string,
): Promise<true> {
  const { tenantId, accountId } = await demandResident(ctx, tenantSlug)
  const parsed = found(secret.length <= 100 ? parseReceiptNumber(number) : null)
  const bearerHash = createHash('sha256').update(secret).digest()
  const scope = { tenantId, bearerHash, residentId: accountId }
  const kept = await ctx.database.transaction('bearer', scope, async (tx) => {
    const [contribution] = await tx.read(contributionOfBearer, parsed)
    const [row] = contribution
      ? await tx.query<{ kept: boolean }>('select keep_in_account($1, $2, $3, $4) as kept', [
          tenantId,
          accountId,
          contribution.id,
          ctx.clock(),
        ])
      : []
    return row?.kept ?? false
  })
  found(kept || null)
  return true
}

/** Takes a contribution out of the account; it stays handed in, and its receipt goes on opening it. */
export async function leaveAccount(ctx: Ctx, tenantSlug: string, number: string): Promise<true> {
  const { tenantId, accountId } = await demandResident(ctx, tenantSlug)
  const gone = await ctx.database.transaction('bearer', { tenantId, residentId: accountId }, (tx) =>
    tx.query(
      `delete from resident_contribution r using contribution c
       where r.tenant_id = $1 and r.account_id = $2 and c.tenant_id = r.tenant_id and c.id = r.contribution_id and c.number = $3
       returning 1`,
      [tenantId, accountId, number],
    ),
  )
  found(gone.length ? gone : null)
  return true
}
