import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { newId, newReceiptNumber, type Id } from '@mitsprache/terms'
import {
  contributions,
  people,
  procedures,
  readDocument,
  readNotice,
  samplePassword,
  stateAuthority,
  tenant,
  townPages,
  whenInWords,
  type SampleContribution,
  type SamplePages,
  type SamplePerson,
  type SampleProcedure,
  type SampleTenant,
} from '@mitsprache/sample-town'
import {
  ContributionRow,
  keepPersons,
  metresOutside,
  placeColumns,
  readPlace,
  settle,
  type Place,
} from '../modules/contributions/index.ts'
import { addPerson } from '../modules/identity/index.ts'
import { enterDecision } from '../modules/moderation/index.ts'
import { FileRow, PlanDocumentRow } from '../modules/plans/index.ts'
import {
  CategoryRow,
  ConsultationRoundRow,
  PlanPartRow,
  ProcedureRow,
  putOnDisplay,
  staffProcedureById,
  type Territory,
} from '../modules/procedures/index.ts'
import { tenantBySlug, TenantRow } from '../modules/tenants/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Secrets } from '../platform/config.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import type { FileStore } from '../platform/files/index.ts'
import { attachSampleFiles, storeAttachments, type StoredFiles } from './attachments.ts'
import { addDays, dayOf, startOfDay, type LocalDate } from '../platform/municipal-day.ts'

type Parts = { database: Database; secrets: Secrets; store: FileStore; clock: Clock }

type Filled = { id: Id; roundId: Id; categories: Map<string, Id>; planParts: Map<string, Id>; moderator: Id }

/**
 * Fills an empty database with Quellstedt: the town, its people, its procedures from announced to decided and
 * what residents handed in. Dates count from today, so that the town is always in the middle of things.
 *
 * @returns whether it was filled; a town that is there stays as it is.
 */
export async function fillSampleTown(parts: Parts): Promise<boolean> {
  const { database, clock } = parts
  if ((await database.read(tenantBySlug, tenant.slug)).length) return false
  const now = clock()
  const tenantId = newId()
  const files = await storeDocuments(parts.store, dayOf(now))
  const attachments = await storeAttachments(parts.store)

  await fillTenant(database, tenantId, tenant, townPages, now)
  const ids = await fillPeople(database, tenantId, people)

  await database.transaction('staff', { tenantId }, async (tx) => {
    for (const sample of procedures) {
      const filled = await fillProcedure(tx, tenantId, sample, now, files, ids)
      const mine = contributions().filter((contribution) => contribution.procedure === sample.key)
      const inOrder = mine.sort((a, b) => b.daysAgo - a.daysAgo || a.time.localeCompare(b.time))
      for (const contribution of inOrder)
        await fillContribution(parts, tx, tenantId, sample, filled, attachments, contribution, now)
    }
  })
  await fillStateAuthority(parts, now)
  return true
}

/** The authority of the state, with one procedure and no documents. */
async function fillStateAuthority({ database }: Parts, now: Date): Promise<void> {
  const tenantId = newId()
  await fillTenant(database, tenantId, stateAuthority.tenant, stateAuthority.pages, now)
  const ids = await fillPeople(database, tenantId, stateAuthority.people)
  await database.transaction('staff', { tenantId }, (tx) =>
    fillProcedure(tx, tenantId, stateAuthority.procedure, now, new Map(), ids),
  )
}

async function fillTenant(
  database: Database,
  tenantId: Id,
  { mapCenter, ...sample }: SampleTenant,
  { imprint, privacy, accessibility }: SamplePages,
  now: Date,
): Promise<void> {
  const { checkedDaysAgo, ...statement } = accessibility
  await database.transaction('system', { tenantId }, (tx) =>
    tx.insert(TenantRow, {
      ...sample,
      id: tenantId,
      mapLon: mapCenter[0],
      mapLat: mapCenter[1],
      imprint,
      privacy,
      accessibility: { ...statement, checkedOn: addDays(dayOf(now), -checkedDaysAgo) },
      sample: true,
      createdAt: now,
    }),
  )
}

async function fillPeople(
  database: Database,
  tenantId: Id,
  samples: readonly SamplePerson[],
): Promise<Map<string, Id>> {
  const ids = new Map<string, Id>()
  for (const { key, name, email, roles } of samples)
    ids.set(
      key,
      await addPerson(database, {
        name,
        email,
        password: samplePassword,
        memberships: roles.map((role) => ({ tenantId, role })),
        sample: true,
      }),
    )
  return ids
}

type StoredDocument = { sha256: Buffer; sizeBytes: number }

async function storeDocuments(store: FileStore, today: LocalDate): Promise<Map<string, StoredDocument>> {
  const stored = new Map<string, StoredDocument>()
  for (const { documents, ...sample } of procedures)
    for (const { fileName, category } of documents) {
      const days = {
        notice: addDays(today, noticeInDays(sample)),
        start: addDays(today, sample.startsInDays),
        end: addDays(today, sample.endsInDays),
      }
      const bytes = category === 'notice' ? await readNotice(fileName, days) : await readDocument(fileName)
      stored.set(fileName, await store.put(Readable.from([bytes])))
    }
  return stored
}

/** Announced before it begins, and never in the future: a round that is only planned stands there already. */
const noticeInDays = ({ startsInDays }: { startsInDays: number }) => Math.min(startsInDays, 0) - 3

async function fillProcedure(
  tx: Tx,
  tenantId: Id,
  sample: SampleProcedure,
  now: Date,
  files: Map<string, StoredDocument>,
  ids: Map<string, Id>,
): Promise<Filled> {
  const id = newId()
  const roundId = newId()
  const today = dayOf(now)
  const createdBy = ids.get('planner')!
  const publishedAt = startOfDay(addDays(today, noticeInDays(sample)))
  await tx.insert(ProcedureRow, {
    tenantId,
    id,
    slug: sample.slug,
    version: 1,
    kind: sample.kind,
    templateKey: sample.templateKey,
    number: sample.number,
    title: sample.title,
    summary: sample.summary,
    openQuestions: sample.openQuestions,
    decided: sample.decided,
    timeline: sample.timeline.map((entry) => ({ ...entry, when: whenInWords(entry.when, today) })),
    offlineWays: sample.offlineWays,
    publicationMode: sample.publicationMode,
    territory: sample.territory,
    createdAt: publishedAt,
    createdBy,
    publishedAt,
  })
  await tx.insert(ConsultationRoundRow, {
    tenantId,
    id: roundId,
    procedureId: id,
    audience: 'public',
    step: sample.step,
    passNumber: sample.passNumber,
    startsOn: addDays(today, sample.startsInDays),
    endsOn: addDays(today, sample.endsInDays),
    noticeOn: addDays(today, noticeInDays(sample)),
  })
  const categories = new Map<string, Id>()
  for (const [position, category] of sample.categories.entries()) {
    categories.set(category.key, newId())
    await tx.insert(CategoryRow, {
      tenantId,
      id: categories.get(category.key)!,
      procedureId: id,
      position,
      ...category,
      colour: category.colour.toLowerCase(),
    })
  }
  const planParts = new Map<string, Id>()
  const drawnParts = (sample.drawnParts ?? []).map(({ style, ...part }) => ({
    ...part,
    designation: null,
    storeys: null,
    fill: style,
  }))
  for (const [position, part] of [...sample.planParts, ...drawnParts].entries()) {
    planParts.set(part.key, newId())
    await tx.insert(PlanPartRow, {
      tenantId,
      id: planParts.get(part.key)!,
      procedureId: id,
      position,
      ...part,
    })
  }
  for (const [position, document] of sample.documents.entries()) {
    const fileId = newId()
    const { sha256, sizeBytes } = files.get(document.fileName)!
    const { category, title, summary, fileName, pages } = document
    await tx.insert(FileRow, {
      tenantId,
      id: fileId,
      sha256,
      sizeBytes,
      mediaType: 'application/pdf',
      fileName,
      pages,
      createdAt: publishedAt,
    })
    await tx.insert(PlanDocumentRow, {
      tenantId,
      id: newId(),
      procedureId: id,
      category,
      title,
      summary,
      fileId,
      position,
    })
  }
  await putOnDisplay(
    tx,
    tenantId,
    (await tx.read(staffProcedureById, tenantId, id))[0]!,
    publishedAt,
    createdBy,
  )
  return { id, roundId, categories, planParts, moderator: ids.get('moderator')! }
}

async function fillContribution(
  parts: Parts,
  tx: Tx,
  tenantId: Id,
  sample: SampleProcedure,
  filled: Filled,
  attachments: StoredFiles,
  contribution: SampleContribution,
  now: Date,
): Promise<void> {
  const receivedAt = at(addDays(dayOf(now), -contribution.daysAgo), contribution.time)
  const id = newId(receivedAt.getTime())
  const place = placeOf(sample, filled, contribution)
  const { channel, title, text, language, audience, person, files } = contribution
  await tx.insert(ContributionRow, {
    tenantId,
    id,
    procedureId: filled.id,
    roundId: filled.roundId,
    number: newReceiptNumber(tenant.receiptPrefix),
    // Nobody holds the link of a sample contribution.
    bearerHash: randomBytes(32),
    idempotencyKey: newId(),
    bodyHash: createHash('sha256').update(contribution.key).digest(),
    channel,
    title,
    text,
    language,
    categoryId: contribution.category && filled.categories.get(contribution.category)!,
    ...placeColumns(place),
    audience,
    receivedAt,
    late: false,
    outsidePlanAreaM: metresOutside(place, sample.territory as Territory | null),
  })
  await keepPersons(parts, tx, tenantId, [{ contributionId: id, person }])
  await attachSampleFiles(tx, tenantId, id, files, attachments, receivedAt)
  await settle(tx, tenantId, id, person?.name ?? null)
  if (contribution.visibility !== 'published' && contribution.visibility !== 'withheld') return
  // Believable, and never in the future: decided within a working day, or a minute ago.
  const decidedAt = new Date(Math.min(receivedAt.getTime() + 20 * 3_600_000, now.getTime() - 60_000))
  const decision = contribution.visibility === 'published' ? 'publish' : 'withhold'
  await enterDecision(
    tx,
    tenantId,
    {
      contributionId: id,
      decision,
      ...contribution.withheld,
      withFiles: files.some((file) => file.released),
    },
    filled.moderator,
    decidedAt,
  )
}

function placeOf(sample: SampleProcedure, filled: Filled, { key, place }: SampleContribution): Place {
  const parts = new Map(
    sample.planParts.map((part) => [
      filled.planParts.get(part.key)!,
      { name: part.name.de, geometry: part.geometry },
    ]),
  )
  const read = readPlace(
    { ...place, planPartId: place.planPart ? filled.planParts.get(place.planPart) : null },
    parts,
  )
  if ('problem' in read)
    throw new Error(`The sample contribution ${key} has no usable place: ${read.problem}.`)
  return read
}

/** A time of a municipal day as an instant. */
function at(day: string, time: string): Date {
  const [hours, minutes] = time.split(':').map(Number)
  return new Date(startOfDay(day).getTime() + (hours! * 60 + minutes!) * 60_000)
}
