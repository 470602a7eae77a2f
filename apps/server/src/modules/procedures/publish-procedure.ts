import { isFormal, newId, type Id } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/database/event.ts'
import { dayOf, endOfDay, startOfDay } from '../../platform/municipal-day.ts'
import { NotReady, StaleVersion } from '../../platform/refusal.graphql.ts'
import { demand, found, staffOf, type Ctx } from '../identity/index.ts'
import { QuotaReached, quotasOfTenant } from '../tenants/index.ts'
import { drawingsOnDisplay } from './drawing-types.graphql.ts'
import { ProcedureRevisionRow, ProcedureRow } from './procedure.entity.ts'
import { mayEdit } from './procedure.policy.ts'
import {
  activeProcedures,
  planPartsOf,
  staffProcedureById,
  type PlanPartView,
  type StaffProcedureView,
} from './procedure.queries.ts'
import { missingBeforePublishing } from './procedure.rules.ts'
import { pinOf, type Territory } from './territory.rules.ts'

/**
 * Puts the procedure on display as it stands: a revision kept word for word, and the page that the public
 * reads, in one transaction. Publishing again replaces the page and keeps every earlier revision.
 */
export async function publishProcedure(
  ctx: Ctx,
  tenantSlug: string,
  id: Id,
  version: number,
): Promise<StaffProcedureView | NotReady | QuotaReached | StaleVersion> {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayEdit(staff, id))
  const { tenantId } = staff
  const now = ctx.clock()
  return ctx.staff(tenantId, async (tx) => {
    const procedure = found((await tx.read(staffProcedureById, tenantId, id))[0])
    const missing = missingBeforePublishing(procedure, dayOf(now))
    if (missing.length && !(procedure.publishedAt && missing.every((code) => code === 'periodInThePast')))
      return NotReady.of(missing)
    const full = procedure.publishedAt ? null : await whyNoMore(tx, tenantId, now)
    if (full) return full
    const saved = await tx.update(
      ProcedureRow,
      { tenantId, id, version },
      { version: version + 1, publishedAt: procedure.publishedAt ?? now },
    )
    if (!saved) return StaleVersion.of()
    await putOnDisplay(tx, tenantId, procedure, now, staff.viewer.personId)
    return (await tx.read(staffProcedureById, tenantId, id))[0]!
  })
}

/** What is on display stays there, whatever was agreed since; only one more is refused. Publishers queue. */
async function whyNoMore(tx: Tx, tenantId: Id, now: Date): Promise<QuotaReached | null> {
  const most = (await tx.read(quotasOfTenant, tenantId))[0]?.procedures ?? null
  if (most === null) return null
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`procedures of ${tenantId}`])
  const [active] = await tx.read(activeProcedures, tenantId, now)
  return active!.n >= most ? QuotaReached.of('procedures', most) : null
}

/** The revision and the public page; also used where a sample town is filled. */
export async function putOnDisplay(
  tx: Tx,
  tenantId: Id,
  procedure: StaffProcedureView,
  now: Date,
  personId: Id | null,
): Promise<void> {
  const [last] = await tx.query<{ number: number }>(
    'select coalesce(max(number), 0)::integer as number from procedure_revision where tenant_id = $1 and procedure_id = $2',
    [tenantId, procedure.id],
  )
  const number = last!.number + 1
  const planParts = await tx.read(planPartsOf, tenantId, procedure.id)
  const {
    receivedCount: _r,
    receivedByDay: _d,
    publishedCounts: _p,
    openReviewCount: _o,
    ...content
  } = procedure
  await tx.insert(ProcedureRevisionRow, {
    tenantId,
    id: newId(),
    procedureId: procedure.id,
    number,
    content: { ...content, planParts },
    publishedAt: now,
    publishedBy: personId,
  })
  const pin = procedure.territory ? pinOf(procedure.territory as Territory) : null
  const json = (value: unknown) => JSON.stringify(value)
  const drawings = drawingsOnDisplay(procedure.drawings)
  await tx.query(
    `insert into published_procedure (tenant_id, id, slug, kind, formal, number, title, summary, open_questions, decided, timeline,
       offline_ways, plan_parts, documents, categories, publication_mode, territory, center_lon, center_lat, round_id, step, pass_number,
       starts_on, ends_on, starts_at, ends_at, search_text, revision, changed_at, drawings, trust_level)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26,
       search_form($27), $28, $29, $30, $31)
     on conflict on constraint published_procedure_pk do update set
       number = excluded.number, title = excluded.title, summary = excluded.summary, open_questions = excluded.open_questions,
       decided = excluded.decided, timeline = excluded.timeline, offline_ways = excluded.offline_ways, plan_parts = excluded.plan_parts,
       documents = excluded.documents, categories = excluded.categories, publication_mode = excluded.publication_mode,
       territory = excluded.territory, center_lon = excluded.center_lon, center_lat = excluded.center_lat,
       starts_on = excluded.starts_on, ends_on = excluded.ends_on, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
       search_text = excluded.search_text, revision = excluded.revision, changed_at = excluded.changed_at, drawings = excluded.drawings,
       trust_level = excluded.trust_level`,
    [
      tenantId,
      procedure.id,
      procedure.slug,
      procedure.kind,
      isFormal(procedure.kind),
      procedure.number,
      json(procedure.title),
      json(procedure.summary),
      json(procedure.openQuestions),
      json(procedure.decided),
      json(procedure.timeline),
      json(procedure.offlineWays),
      json(planParts),
      json(procedure.documents),
      json(procedure.categories),
      procedure.publicationMode,
      procedure.territory && json(procedure.territory),
      pin?.[0] ?? null,
      pin?.[1] ?? null,
      procedure.roundId,
      procedure.step,
      procedure.passNumber,
      procedure.startsOn,
      procedure.endsOn,
      startOfDay(procedure.startsOn!),
      endOfDay(procedure.endsOn!),
      searchWords(procedure, planParts),
      number,
      now,
      json(drawings),
      procedure.trustLevel,
    ],
  )
  for (const { fileId } of [...procedure.documents, ...drawings])
    await tx.query(
      `insert into published_file (tenant_id, id, sha256, size_bytes, media_type, file_name)
       select tenant_id, id, sha256, size_bytes, media_type, file_name from file where tenant_id = $1 and id = $2
       on conflict do nothing`,
      [tenantId, fileId],
    )
  // Each placing has tiles of its own, which may be kept for ever: what was on display stays drawn as it was.
  await tx.query(
    `insert into published_drawing (tenant_id, id, version, procedure_id, sha256, media_type, page, width_px, height_px, zone, transform, bounds)
     select d.tenant_id, d.id, d.version, d.procedure_id, f.sha256, f.media_type, d.page, d.width_px, d.height_px, d.zone, d.transform, d.bounds
     from plan_drawing d join file f on f.tenant_id = d.tenant_id and f.id = d.file_id
     where d.tenant_id = $1 and d.procedure_id = $2 and d.transform is not null
     on conflict do nothing`,
    [tenantId, procedure.id],
  )
  await recordEvent(tx, {
    tenantId,
    type: 'ProcedurePublished',
    subjectIds: [procedure.id],
    actorKind: personId ? 'person' : 'system',
    actorId: personId,
    at: now,
  })
}

/** Of many trees one is enough to be found by. */
function searchWords({ title, summary, number }: StaffProcedureView, parts: PlanPartView[]): string {
  const texts = [title, summary, ...parts.map((part) => part.name)]
  const words = texts
    .flatMap((text) => [text.de, text.en, text.hsb])
    .map((text) => text?.replace(NUMBERED, ''))
  return [...new Set([number, ...words])].filter(Boolean).join(' ')
}

const NUMBERED = /, (Nr\.|no\.) \d+$/
