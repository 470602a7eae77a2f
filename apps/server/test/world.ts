import { randomBytes } from 'node:crypto'
import { newId, type Id, type Role } from '@mitsprache/terms'
import {
  CategoryRow,
  ConsultationRoundRow,
  PlanPartRow,
  ProcedureRow,
  putOnDisplay,
  staffProcedureById,
} from '../src/modules/procedures/index.ts'
import type { Ctx, Viewer } from '../src/modules/identity/index.ts'
import { TenantRow } from '../src/modules/tenants/index.ts'
import type { Clock } from '../src/platform/clock.ts'
import { readConfig, type Config, type Secrets } from '../src/platform/config.ts'
import type { Database } from '../src/platform/database/database.ts'
import type { Files } from '../src/platform/files/index.ts'
import type { RasterShelf } from '../src/platform/raster/index.ts'
import { addPerson } from '../src/modules/identity/index.ts'

export const NOW = new Date('2026-11-23T13:06:31.000Z')

export const SECRETS: Secrets = {
  databasePassword: 'unused',
  signingKey: 'a1'.repeat(32),
  personKey: 'b2'.repeat(32),
  keyEncryption: { current: 'first', keys: { first: 'c3'.repeat(32) } },
}

/** A square of about 700 × 1,100 m in Chemnitz. */
export const TERRITORY = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [12.9, 50.82],
      [12.91, 50.82],
      [12.91, 50.83],
      [12.9, 50.83],
      [12.9, 50.82],
    ],
  ],
}

export type TestProcedure = { id: Id; roundId: Id; slug: string; categoryId: Id; planPartId: Id }
export type TestTenant = { id: Id; slug: string }

export const testConfig = (changes: Partial<Config> = {}): Config => ({
  ...readConfig({ PORT: '4000' }, []),
  submissionsPerMinute: 100_000,
  ...changes,
})

/** A tenant of its own for a test; nothing is shared with the next. */
export async function makeTenant(
  database: Database,
  slug = `t-${randomBytes(4).toString('hex')}`,
): Promise<TestTenant> {
  const id = newId()
  await database.transaction('system', { tenantId: id }, (tx) =>
    tx.insert(TenantRow, {
      id,
      slug,
      name: { de: `Stadt ${slug}` },
      receiptPrefix: 'TST',
      contactEmail: 'beteiligung@stadt.example',
      contactPhone: '0371 000-0',
      contactAddress: 'Markt 1',
      mapLon: 12.905,
      mapLat: 50.825,
      mapZoom: 14,
      sample: false,
      createdAt: NOW,
    }),
  )
  return { id, slug }
}

export const PASSWORD = 'ein langer Satz zum Anmelden'

/** Somebody who works for the tenant, as the viewer of a context. */
export async function makeStaff(
  database: Database,
  tenant: TestTenant,
  roles: Role[],
  procedureId: Id | null = null,
): Promise<Viewer> {
  const email = `p-${randomBytes(4).toString('hex')}@stadt.example`
  const name = 'Erika Beispiel'
  const personId = await addPerson(database, {
    name,
    email,
    password: PASSWORD,
    memberships: roles.map((role) => ({ tenantId: tenant.id, role, procedureId })),
  })
  return {
    personId,
    name,
    email,
    memberships: roles.map((role) => ({ tenantId: tenant.id, tenantSlug: tenant.slug, role, procedureId })),
  }
}

export type ProcedureShape = {
  kind?: ProcedureRow['kind']
  publicationMode?: ProcedureRow['publicationMode']
  trustLevel?: ProcedureRow['trustLevel']
  startsOn?: string
  endsOn?: string
  published?: boolean
  territory?: object | null
}

/** A procedure on display (or a draft), open at NOW unless said otherwise. */
export async function makeProcedure(
  database: Database,
  tenant: TestTenant,
  shape: ProcedureShape = {},
): Promise<TestProcedure> {
  const [id, roundId, categoryId, planPartId] = [newId(), newId(), newId(), newId()]
  const slug = `v-${randomBytes(4).toString('hex')}`
  const tenantId = tenant.id
  const published = shape.published ?? true
  await database.transaction('staff', { tenantId }, async (tx) => {
    await tx.insert(ProcedureRow, {
      tenantId,
      id,
      slug,
      version: 1,
      kind: shape.kind ?? 'informalDialogue',
      templateKey: 'mapDialogue',
      number: null,
      title: { de: 'Platz am Bach' },
      summary: { de: 'Was soll hier entstehen?' },
      openQuestions: [],
      decided: [],
      timeline: [],
      offlineWays: [],
      publicationMode: shape.publicationMode ?? 'afterReview',
      trustLevel: shape.trustLevel ?? 'none',
      territory: shape.territory === undefined ? TERRITORY : shape.territory,
      createdAt: NOW,
      createdBy: null,
      publishedAt: published ? NOW : null,
    })
    await tx.insert(ConsultationRoundRow, {
      tenantId,
      id: roundId,
      procedureId: id,
      audience: 'public',
      step: 'dialogue',
      passNumber: 1,
      startsOn: shape.startsOn ?? '2026-11-01',
      endsOn: shape.endsOn ?? '2026-12-02',
    })
    await tx.insert(CategoryRow, {
      tenantId,
      id: categoryId,
      procedureId: id,
      key: 'traffic',
      label: { de: 'Verkehr' },
      shape: 'square',
      letter: 'V',
      colour: '#1f4f9c',
      position: 0,
    })
    await tx.insert(PlanPartRow, {
      tenantId,
      id: planPartId,
      procedureId: id,
      key: 'wa1',
      name: { de: 'Wohnen am Bach' },
      designation: 'WA 1',
      storeys: 3,
      fill: 'housing',
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [12.902, 50.822],
            [12.904, 50.822],
            [12.904, 50.824],
            [12.902, 50.824],
            [12.902, 50.822],
          ],
        ],
      },
      position: 0,
    })
    if (published)
      await putOnDisplay(tx, tenantId, (await tx.read(staffProcedureById, tenantId, id))[0]!, NOW, null)
  })
  return { id, roundId, slug, categoryId, planPartId }
}

/** A context as http makes it, with the clock in the test's hand. */
export function makeCtx(
  database: Database,
  viewer: Viewer | null = null,
  options: { clock?: Clock; config?: Config; rasters?: RasterShelf; files?: Files } = {},
): Ctx {
  const clock = options.clock ?? (() => NOW)
  return {
    config: options.config ?? TEST_CONFIG,
    secrets: SECRETS,
    database,
    clock,
    rasters: options.rasters ?? NO_RASTERS,
    files: options.files ?? NO_FILES,
    receivedAt: clock(),
    viewer,
    requestId: 'TEST',
    method: 'POST',
    networkKey: 'network',
    session: { begin: () => {}, end: () => {}, idHash: null, device: '' },
    signOn: { sealed: null, begin: () => {}, end: () => {} },
    resident: { idHash: null, begin: () => {}, end: () => {} },
    staff: (tenantId, work) => database.transaction('staff', { tenantId }, work),
  }
}

const TEST_CONFIG = testConfig()
/** For tests that touch no files. */
const NO_FILES = {} as Files
/** For tests that show no pictures. */
const NO_RASTERS: RasterShelf = {
  obtain: () => Promise.reject(new Error('This test has no shelf for pictures.')),
  folderOf: () => '',
  sweep: () => Promise.resolve(0),
}

/** What somebody hands in, with everything needed and nothing else. */
export const draftFor = (procedure: TestProcedure, changes: Record<string, unknown> = {}) => ({
  idempotencyKey: newId(),
  procedureId: procedure.id,
  roundId: procedure.roundId,
  text: 'Die Zufahrt soll gegenüber der Mozartstraße liegen.',
  language: 'de' as const,
  place: { kind: 'none' as const },
  audience: 'publicWithoutName' as const,
  ...changes,
})
