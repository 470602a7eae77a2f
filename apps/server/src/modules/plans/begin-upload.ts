import { createHash, randomBytes } from 'node:crypto'
import { newId, type Id, type UploadPurpose } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import { InputRefused, TooManyAttempts, type FieldProblem } from '../../platform/refusal.graphql.ts'
import { LIMITS, takeFromLimit } from '../../platform/limits/index.ts'
import { demand, staffOf, type Ctx } from '../identity/index.ts'
import { QuotaReached, quotasOfTenant } from '../tenants/index.ts'
import { keptFileName } from './file-name.rules.ts'
import { UploadRow } from './plan.entity.ts'
import { maySendLogo, mayUpload } from './plan.policy.ts'
import { storageUsed } from './plan.queries.ts'
import { uploadKind } from './upload-kinds.ts'

const HOUR_MS = 60 * 60 * 1000
const MEGABYTE = 1_000_000
/** An upload that was not finished and used by then is forgotten. */
export const UPLOAD_LASTS_MS = 24 * HOUR_MS
/** What staff send; residents have a way of their own. */
const OF_STAFF: readonly string[] = [
  'planDocument',
  'planData',
  'planPicture',
  'tenantLogo',
] satisfies UploadPurpose[]

export type UploadWish = { purpose: string; fileName: string; sizeBytes: number }
export type Ticket = { id: Id; url: string; secret: string; expiresAt: Date }

export const secretHashOf = (secret: string) => createHash('sha256').update(secret).digest()

/**
 * Opens the way for one file: an address to send it to and the secret that lets it in.
 *
 * @returns the ticket, or what cannot be so: another kind's name, nothing in it, too large, or more than the tenant's
 * storage has room for. What residents send is counted with it and never refused for it.
 */
export async function beginUpload(
  ctx: Ctx,
  tenantSlug: string,
  wish: UploadWish,
): Promise<Ticket | InputRefused | QuotaReached | TooManyAttempts> {
  const staff = staffOf(ctx, tenantSlug)
  demand(wish.purpose === 'tenantLogo' ? maySendLogo(staff) : mayUpload(staff))
  if (!OF_STAFF.includes(wish.purpose)) return InputRefused.of({ field: 'purpose', problem: 'unknown' })
  const checked = checkWish(wish)
  if (checked instanceof InputRefused) return checked

  const now = ctx.clock()
  const whose = { account: staff.viewer.personId }
  const wait = await takeFromLimit(ctx, 'staffUpload', LIMITS.staffUpload, whose)
  if (wait) return TooManyAttempts.of(wait)

  const ticket = newTicket(now)
  const { tenantId } = staff
  return ctx.staff(tenantId, async (tx) => {
    const full = await whyNoRoom(tx, tenantId, checked.sizeBytes)
    if (full) return full
    await keepTicket(tx, ticket, { ...checked, tenantId, createdBy: staff.viewer.personId, now })
    return ticket
  })
}

/** Two who begin at once wait for each other: together they would be too large. */
async function whyNoRoom(tx: Tx, tenantId: Id, sizeBytes: number): Promise<QuotaReached | null> {
  const mostMb = (await tx.read(quotasOfTenant, tenantId))[0]?.storageMb
  if (!mostMb) return null
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`storage of ${tenantId}`])
  const [used] = await tx.read(storageUsed, tenantId)
  return used!.bytes + sizeBytes > mostMb * MEGABYTE ? QuotaReached.of('storage', mostMb) : null
}

export type CheckedWish = { purpose: UploadPurpose; fileName: string; sizeBytes: number }

/** The wish with the name as it will be kept, or everything that is wrong with it. */
export function checkWish({ purpose, fileName, sizeBytes }: UploadWish): CheckedWish | InputRefused {
  const kind = uploadKind(purpose)
  if (!kind) return InputRefused.of({ field: 'purpose', problem: 'unknown' })
  const kept = keptFileName(fileName, kind.extensions)
  const problems: FieldProblem[] = []
  if (!kept) problems.push({ field: 'fileName', problem: kind.wrongName })
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 1)
    problems.push({ field: 'sizeBytes', problem: 'empty' })
  else if (sizeBytes > kind.mostBytes)
    problems.push({ field: 'sizeBytes', problem: 'tooLarge', limit: kind.mostBytes })
  if (problems.length) return InputRefused.of(...problems)
  return { purpose: purpose as UploadPurpose, fileName: kept!, sizeBytes }
}

export function newTicket(now: Date): Ticket {
  const id = newId()
  const secret = randomBytes(32).toString('base64url')
  return { id, url: `/uploads/${id}`, secret, expiresAt: new Date(now.getTime() + UPLOAD_LASTS_MS) }
}

/** Only the hash of the secret stays here. */
export const keepTicket = (
  tx: Tx,
  { id, secret, expiresAt }: Ticket,
  { now, ...upload }: CheckedWish & { tenantId: Id; createdBy: Id | null; draftHash?: Buffer; now: Date },
) =>
  tx.insert(UploadRow, {
    ...upload,
    id,
    secretHash: secretHashOf(secret),
    state: 'receiving',
    createdAt: now,
    expiresAt,
  })
