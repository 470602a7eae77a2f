import { createHash } from 'node:crypto'
import {
  newId,
  newReceiptNumber,
  type Audience,
  type Id,
  type Language,
  type Visibility,
} from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import { LIMITS, takeFromLimit } from '../../platform/limits/index.ts'
import { sealOf } from '../../platform/tenant-keys/index.ts'
import {
  InputRefused,
  isRefusal,
  KeyAlreadyUsed,
  TooManyAttempts,
  type ParticipationClosed,
  type ParticipationNotOpen,
} from '../../platform/refusal.graphql.ts'
import { found, isTrusted, residentOfTenant, type Ctx, type Resident } from '../identity/index.ts'
import { sealPerson } from './authors.ts'
import { attachFiles, usableUploads, type Attached } from './attach-files.ts'
import { filesHandedIn, type HandedInFile } from './contribution-file.queries.ts'
import { findFileProblems } from './contribution-file.rules.ts'
import { handedInBefore } from './contribution.queries.ts'
import { enterRound, findTextProblems, tidyText, tidyTitle } from './contribution.rules.ts'
import { handInContribution, isKept, type HandedIn, type HandIn } from './hand-in.ts'
import { placeColumns } from './keep-contribution.ts'
import { metresOutside, readPlace, type PlaceInput } from './place.rules.ts'
import { isHurried, isProven, proofChallenge } from './proof.rules.ts'
import { ProofNeeded } from './proof-needed.graphql.ts'
import { receiptSecret } from './receipt-secret.ts'
import { getRound, rememberedRound, type OpenRound } from './round.ts'
import { TrustLevelNeeded } from './trust-level-needed.graphql.ts'

export type Draft = Attached & {
  idempotencyKey: Id
  procedureId: Id
  roundId: Id
  title?: string | null
  text: string
  language: Language
  categoryId?: Id | null
  place: PlaceInput
  audience: Audience
  person?: { name?: string | null; email?: string | null } | null
  /** Keeps it together with the others of who is signed in. */
  keepInAccount?: boolean | null
  /** A field that people do not see; only programs fill it in. */
  website?: string | null
  /** A solved `ProofNeeded`. */
  proof?: string | null
}

export type Receipt = {
  number: string
  secret: string
  receivedAt: Date
  late: boolean
  outsidePlanAreaM: number | null
  visibility: Visibility
  files: HandedInFile[]
}

export type SubmitRefusal =
  | ParticipationClosed
  | ParticipationNotOpen
  | TrustLevelNeeded
  | ProofNeeded
  | InputRefused
  | KeyAlreadyUsed
  | TooManyAttempts

/**
 * Takes a contribution and hands out its receipt.
 *
 * The same key with the same content gives the same receipt, however often and however many at once it is
 * sent; the same key with other content is refused.
 */
export async function submitContribution(ctx: Ctx, draft: Draft): Promise<Receipt | SubmitRefusal> {
  let round = rememberedRound(draft.procedureId) ?? found(await getRound(ctx.database, draft.procedureId))
  for (;;) {
    const result = await handIn(ctx, draft, round)
    if (result !== 'outdated' && !isRefusal(result)) return result
    // Nobody is refused for what was remembered: the planners may have changed the procedure since.
    const now = found(await getRound(ctx.database, draft.procedureId))
    if (result !== 'outdated' && now.revision === round.revision) return result
    round = now
  }
}

async function handIn(
  ctx: Ctx,
  draft: Draft,
  round: OpenRound,
): Promise<Receipt | SubmitRefusal | 'outdated'> {
  const { tenantId, revision, receiptPrefix } = round
  const secret = receiptSecret(ctx.secrets, tenantId, draft.idempotencyKey)
  const bearerHash = createHash('sha256').update(secret).digest()
  const bodyHash = hashOf(draft)
  const earlier = () =>
    ctx.database.transaction('bearer', { tenantId, bearerHash }, (tx) =>
      replay(tx, tenantId, draft, bodyHash, secret),
    )

  const problems = findTextProblems({ ...draft, ...draft.person })
  if (draft.roundId !== round.roundId) problems.push({ field: 'roundId', problem: 'unknown' })
  if (draft.categoryId && !round.categories.has(draft.categoryId))
    problems.push({ field: 'categoryId', problem: 'unknown' })
  problems.push(...findFileProblems(draft.files))
  const place = readPlace(draft.place, round.planParts)
  if ('problem' in place) problems.push(place)
  if (problems.length || 'problem' in place) return InputRefused.of(...problems)

  // Arrival counts, not saving: a slow upload must not cost anyone the deadline.
  const { receivedAt } = ctx
  const entered = enterRound(round, receivedAt)
  // A repeated send after the last second still gets the receipt of the first.
  if (isRefusal(entered)) return (await earlier()) ?? entered
  const resident = await residentOfTenant(ctx, tenantId)
  const trustLevel = resident?.trustLevel ?? 'none'
  if (!isTrusted(trustLevel, round.trustLevel))
    return (await earlier()) ?? TrustLevelNeeded.of(round.trustLevel, trustLevel)
  const challenge = await proofWanted(ctx, draft, tenantId)
  if (challenge) return (await earlier()) ?? ProofNeeded.of(challenge)
  const limit = LIMITS.submit(ctx.config.submissionsPerMinute)
  const wait = await takeFromLimit(ctx, 'submit', limit, { network: ctx.networkKey, tenant: tenantId })
  if (wait) return TooManyAttempts.of(wait)

  const seal = await sealOf(ctx, tenantId)
  const { late } = entered
  const outsidePlanAreaM = metresOutside(place, round.territory)
  for (;;) {
    const id = newId()
    const number = newReceiptNumber(receiptPrefix)
    const kept = await keep(ctx, draft, resident, {
      tenantId,
      procedureId: draft.procedureId,
      revision,
      receiptPrefix,
      roundId: draft.roundId,
      id,
      number,
      bearerHash,
      idempotencyKey: draft.idempotencyKey,
      bodyHash,
      title: draft.title ? tidyTitle(draft.title) : null,
      text: tidyText(draft.text),
      language: draft.language,
      categoryId: draft.categoryId ?? null,
      ...placeColumns(place),
      audience: draft.audience,
      receivedAt,
      late,
      outsidePlanAreaM,
      authorName: draft.audience === 'publicWithName' ? tidyTitle(draft.person!.name!) : null,
      ...sealPerson(seal, id, draft.person),
      eventId: newId(),
    })
    // Used up by an earlier send of the very same contribution its files are no problem.
    if (isRefusal(kept)) return (await earlier()) ?? kept
    const { answer, files } = kept
    if (isKept(answer))
      return { number, secret, receivedAt, late, outsidePlanAreaM, visibility: answer, files }
    if (answer === 'outdated') return answer
    // Taken, and not by who holds this secret: then nobody gets to see what it was taken for.
    if (answer === 'keyTaken') return (await earlier()) ?? KeyAlreadyUsed.of()
    // Not the key but the random number was taken: draw another.
  }
}

/**
 * The challenge for who looks like a program, or whose network sends very much; null for everybody else, and for who
 * has solved one. Nobody is turned away: a person's device works for a second or two, and the contribution is taken.
 */
async function proofWanted(ctx: Ctx, draft: Draft, tenantId: Id): Promise<string | null> {
  const { networkKey, receivedAt, secrets } = ctx
  const of = { tenantId, idempotencyKey: draft.idempotencyKey, networkKey }
  if (isProven(secrets, of, draft.proof, receivedAt)) return null
  const freely = LIMITS.submitFreely(ctx.config.submissionsPerMinute)
  const suspicious =
    Boolean(draft.website?.trim()) ||
    isHurried(draft.idempotencyKey, receivedAt) ||
    (await takeFromLimit(ctx, 'submitFreely', freely, { network: networkKey })) > 0
  return suspicious ? proofChallenge(secrets, of, receivedAt) : null
}

type Kept = { answer: HandedIn; files: HandedInFile[] }

/** In one statement; with files, or of somebody who is signed in, in one transaction with what belongs to it. */
async function keep(
  ctx: Ctx,
  { files, releaseFiles, keepInAccount }: Draft,
  resident: Resident | null,
  row: HandIn,
): Promise<Kept | InputRefused> {
  const attests = resident && (resident.trustLevel !== 'none' || keepInAccount)
  if (!files?.length && !attests)
    return { answer: await ctx.database.call(handInContribution, row), files: [] }
  const { tenantId, bearerHash, idempotencyKey } = row
  const scope = { tenantId, bearerHash, ...(resident && { residentId: resident.accountId }) }
  return ctx.database.transaction('bearer', scope, async (tx) => {
    const uploads = files?.length ? await usableUploads(tx, tenantId, bearerHash, files, row.receivedAt) : []
    if (isRefusal(uploads)) return uploads
    const answer = await tx.call(handInContribution, row)
    if (!isKept(answer)) return { answer, files: [] }
    if (resident) await attest(tx, resident, row, keepInAccount === true)
    if (!files?.length) return { answer, files: [] }
    await attachFiles(tx, tenantId, row.id, uploads, releaseFiles === true)
    return { answer, files: await filesOfKey(tx, tenantId, idempotencyKey) }
  })
}

/** Writes down how surely it is known who handed in, and lays it into their account if they wish so. */
async function attest(tx: Tx, resident: Resident, row: HandIn, keepInAccount: boolean): Promise<void> {
  const { tenantId, id, receivedAt } = row
  if (resident.trustLevel !== 'none')
    await tx.query('select attest_contribution($1, $2, $3)', [tenantId, id, resident.trustLevel])
  if (keepInAccount)
    await tx.query('select keep_in_account($1, $2, $3, $4)', [tenantId, resident.accountId, id, receivedAt])
}

/** Fixed order, so that two clients writing the same content differently agree. */
const hashOf = ({
  procedureId,
  roundId,
  title,
  text,
  language,
  categoryId,
  place,
  audience,
  person,
  files,
  releaseFiles,
}: Draft) =>
  createHash('sha256')
    .update(
      JSON.stringify([
        procedureId,
        roundId,
        title ?? null,
        text,
        language,
        categoryId ?? null,
        audience,
        place.kind,
        place.label ?? null,
        place.geometry ?? null,
        place.planPartId ?? null,
        person?.name ?? null,
        person?.email ?? null,
        ...(files?.length
          ? [files.map(({ uploadId, alt }) => [uploadId, alt ?? null]), releaseFiles === true]
          : []),
      ]),
    )
    .digest()

async function replay(
  tx: Tx,
  tenantId: Id,
  draft: Draft,
  bodyHash: Buffer,
  secret: string,
): Promise<Receipt | KeyAlreadyUsed | null> {
  const [earlier] = await tx.read(handedInBefore, tenantId, draft.idempotencyKey)
  if (!earlier) return null
  if (!earlier.bodyHash.equals(bodyHash)) return KeyAlreadyUsed.of()
  const { number, receivedAt, late, outsidePlanAreaM, visibility } = earlier
  const files = draft.files?.length ? await filesOfKey(tx, tenantId, draft.idempotencyKey) : []
  return { number, secret, receivedAt, late, outsidePlanAreaM, visibility, files }
}

async function filesOfKey(tx: Tx, tenantId: Id, key: Id): Promise<HandedInFile[]> {
  const [row] = await tx.read(filesHandedIn, tenantId, key)
  return row!.files
}
