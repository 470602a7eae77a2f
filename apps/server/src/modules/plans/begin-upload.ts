import { createHash, randomBytes } from 'node:crypto'
import { LIMITS, newId, type Id } from '@mitsprache/terms'
import { InputRefused, TooManyAttempts, type FieldProblem } from '../../platform/refusal.graphql.ts'
import { rateLimiter } from '../../platform/rate-limit.ts'
import { demand, staffOf, type Ctx } from '../identity/index.ts'
import { pdfFileName } from './file-name.rules.ts'
import { UploadRow } from './plan.entity.ts'
import { mayUpload } from './plan.policy.ts'

const HOUR_MS = 60 * 60 * 1000
/** An upload that was not finished and used by then is forgotten. */
export const UPLOAD_LASTS_MS = 24 * HOUR_MS
const UPLOADS_PER_HOUR = 300
const begun = rateLimiter(UPLOADS_PER_HOUR, HOUR_MS)

export type UploadWish = { purpose: string; fileName: string; sizeBytes: number }
export type Ticket = { id: Id; url: string; secret: string; expiresAt: Date }

export const secretHashOf = (secret: string) => createHash('sha256').update(secret).digest()

/**
 * Opens the way for one file: an address to send it to and the secret that lets it in.
 *
 * @returns the ticket, or what cannot be so: a name that is no PDF's, nothing in it, or too large.
 */
export async function beginUpload(
  ctx: Ctx,
  tenantSlug: string,
  wish: UploadWish,
): Promise<Ticket | InputRefused | TooManyAttempts> {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayUpload(staff))
  const fileName = pdfFileName(wish.fileName)
  const problems: FieldProblem[] = []
  if (wish.purpose !== 'planDocument') problems.push({ field: 'purpose', problem: 'unknown' })
  if (!fileName) problems.push({ field: 'fileName', problem: 'notAPdf' })
  if (!Number.isSafeInteger(wish.sizeBytes) || wish.sizeBytes < 1)
    problems.push({ field: 'sizeBytes', problem: 'empty' })
  else if (wish.sizeBytes > LIMITS.documentSizeBytes)
    problems.push({ field: 'sizeBytes', problem: 'tooLarge', limit: LIMITS.documentSizeBytes })
  if (problems.length) return InputRefused.of(...problems)

  const now = ctx.clock()
  const wait = begun.take(staff.viewer.personId, now.getTime())
  if (wait) return TooManyAttempts.of(wait)

  const id = newId()
  const secret = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + UPLOAD_LASTS_MS)
  await ctx.staff(staff.tenantId, (tx) =>
    tx.insert(UploadRow, {
      tenantId: staff.tenantId,
      id,
      secretHash: secretHashOf(secret),
      purpose: 'planDocument',
      fileName: fileName!,
      sizeBytes: wish.sizeBytes,
      state: 'receiving',
      createdBy: staff.viewer.personId,
      createdAt: now,
      expiresAt,
    }),
  )
  return { id, url: `/uploads/${id}`, secret, expiresAt }
}
