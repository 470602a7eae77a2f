import { createHash, randomBytes } from 'node:crypto'
import { newId, type Id, type UploadPurpose } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import { InputRefused, TooManyAttempts, type FieldProblem } from '../../platform/refusal.graphql.ts'
import { rateLimiter } from '../../platform/rate-limit.ts'
import { demand, staffOf, type Ctx } from '../identity/index.ts'
import { keptFileName } from './file-name.rules.ts'
import { UploadRow } from './plan.entity.ts'
import { mayUpload } from './plan.policy.ts'
import { uploadKind } from './upload-kinds.ts'

const HOUR_MS = 60 * 60 * 1000
/** An upload that was not finished and used by then is forgotten. */
export const UPLOAD_LASTS_MS = 24 * HOUR_MS
const UPLOADS_PER_HOUR = 300
const begun = rateLimiter(UPLOADS_PER_HOUR, HOUR_MS)
/** What staff send; residents have a way of their own. */
const OF_STAFF: readonly string[] = ['planDocument', 'planData', 'planPicture'] satisfies UploadPurpose[]

export type UploadWish = { purpose: string; fileName: string; sizeBytes: number }
export type Ticket = { id: Id; url: string; secret: string; expiresAt: Date }

export const secretHashOf = (secret: string) => createHash('sha256').update(secret).digest()

/**
 * Opens the way for one file: an address to send it to and the secret that lets it in.
 *
 * @returns the ticket, or what cannot be so: another kind's name, nothing in it, or too large.
 */
export async function beginUpload(
  ctx: Ctx,
  tenantSlug: string,
  wish: UploadWish,
): Promise<Ticket | InputRefused | TooManyAttempts> {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayUpload(staff))
  if (!OF_STAFF.includes(wish.purpose)) return InputRefused.of({ field: 'purpose', problem: 'unknown' })
  const checked = checkWish(wish)
  if (checked instanceof InputRefused) return checked

  const now = ctx.clock()
  const wait = begun.take(staff.viewer.personId, now.getTime())
  if (wait) return TooManyAttempts.of(wait)

  const ticket = newTicket(now)
  await ctx.staff(staff.tenantId, (tx) =>
    keepTicket(tx, ticket, { ...checked, tenantId: staff.tenantId, createdBy: staff.viewer.personId, now }),
  )
  return ticket
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
