import { createHash } from 'node:crypto'
import {
  newId,
  newReceiptNumber,
  type Audience,
  type Id,
  type Language,
  type Visibility,
} from '@mitsprache/terms'
import type { Config } from '../../platform/config.ts'
import type { Tx } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/database/event.ts'
import { rateLimiter, type RateLimiter } from '../../platform/rate-limit.ts'
import {
  InputRefused,
  isRefusal,
  KeyAlreadyUsed,
  TooManyAttempts,
  type ParticipationClosed,
  type ParticipationNotOpen,
} from '../../platform/refusal.graphql.ts'
import { found, type Ctx } from '../identity/index.ts'
import { attachFiles, usableUploads, type Attached } from './attach-files.ts'
import { filesHandedIn, type HandedInFile } from './contribution-file.queries.ts'
import { findFileProblems } from './contribution-file.rules.ts'
import { ContributionRow } from './contribution.entity.ts'
import { handedInBefore } from './contribution.queries.ts'
import { enterRound, findTextProblems, tidyText, tidyTitle } from './contribution.rules.ts'
import { keepPerson, placeColumns, settle } from './keep-contribution.ts'
import { metresOutside, readPlace, type PlaceInput } from './place.rules.ts'
import { receiptSecret } from './receipt-secret.ts'
import { getRound } from './round.ts'

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
  ParticipationClosed | ParticipationNotOpen | InputRefused | KeyAlreadyUsed | TooManyAttempts

/**
 * Takes a contribution and hands out its receipt.
 *
 * The same key with the same content gives the same receipt, however often and however many at once it is
 * sent; the same key with other content is refused.
 */
export async function submitContribution(ctx: Ctx, draft: Draft): Promise<Receipt | SubmitRefusal> {
  const round = found(await getRound(ctx.database, draft.procedureId))
  const secret = receiptSecret(ctx.secrets, round.tenantId, draft.idempotencyKey)
  const scope = { tenantId: round.tenantId, bearerHash: createHash('sha256').update(secret).digest() }
  const bodyHash = hashOf(draft)

  const problems = findTextProblems({ ...draft, ...draft.person })
  if (draft.roundId !== round.roundId) problems.push({ field: 'roundId', problem: 'unknown' })
  if (draft.categoryId && !round.categories.has(draft.categoryId))
    problems.push({ field: 'categoryId', problem: 'unknown' })
  problems.push(...findFileProblems(draft.files))
  const place = readPlace(draft.place, round.planParts)
  if ('problem' in place) problems.push(place)
  if (problems.length || 'problem' in place) return InputRefused.of(...problems)

  // Arrival counts, not saving: a slow upload must not cost anyone the deadline.
  const entered = enterRound(round, ctx.receivedAt)
  if (isRefusal(entered)) {
    // A repeated send after the last second still gets the receipt of the first.
    const earlier = await ctx.database.transaction('bearer', scope, (tx) =>
      replay(tx, round.tenantId, draft, bodyHash, secret),
    )
    return earlier ?? entered
  }
  const wait = submissionLimit(ctx.config).take(ctx.networkKey)
  if (wait) return TooManyAttempts.of(wait)

  return ctx.database.transaction('bearer', scope, async (tx) => {
    const uploads = draft.files?.length
      ? await usableUploads(tx, round.tenantId, scope.bearerHash, draft.files, ctx.receivedAt)
      : []
    // Used up by an earlier send of the very same contribution they are no problem.
    if (isRefusal(uploads)) return (await replay(tx, round.tenantId, draft, bodyHash, secret)) ?? uploads
    for (;;) {
      const id = newId()
      const number = newReceiptNumber(round.receiptPrefix)
      const outsidePlanAreaM = metresOutside(place, round.territory)
      const isNew = await tx.insertNew(ContributionRow, {
        tenantId: round.tenantId,
        id,
        procedureId: draft.procedureId,
        roundId: round.roundId,
        number,
        bearerHash: scope.bearerHash,
        idempotencyKey: draft.idempotencyKey,
        bodyHash,
        channel: 'online',
        title: draft.title ? tidyTitle(draft.title) : null,
        text: tidyText(draft.text),
        language: draft.language,
        categoryId: draft.categoryId ?? null,
        ...placeColumns(place),
        audience: draft.audience,
        receivedAt: ctx.receivedAt,
        late: entered.late,
        outsidePlanAreaM,
      })
      if (!isNew) {
        const earlier = await replay(tx, round.tenantId, draft, bodyHash, secret)
        if (earlier) return earlier
        // Not the key but the random number was taken: draw another.
        continue
      }
      const authorName = draft.audience === 'publicWithName' ? tidyTitle(draft.person!.name!) : null
      const [visibility] = await Promise.all([
        settle(tx, round.tenantId, id, authorName),
        keepPerson(ctx.secrets.personKey, tx, round.tenantId, id, draft.person),
        attachFiles(tx, round.tenantId, id, uploads, draft.releaseFiles === true),
        recordEvent(tx, {
          tenantId: round.tenantId,
          type: 'ContributionSubmitted',
          subjectIds: [id, draft.procedureId],
          actorKind: 'resident',
          at: ctx.receivedAt,
        }),
      ])
      const files = uploads.length ? await filesOfKey(tx, round.tenantId, draft.idempotencyKey) : []
      const { late } = entered
      return { number, secret, receivedAt: ctx.receivedAt, late, outsidePlanAreaM, visibility, files }
    }
  })
}

const limits = new WeakMap<Config, RateLimiter>()

function submissionLimit(config: Config): RateLimiter {
  let limit = limits.get(config)
  if (!limit) limits.set(config, (limit = rateLimiter(config.submissionsPerMinute, 60_000)))
  return limit
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
