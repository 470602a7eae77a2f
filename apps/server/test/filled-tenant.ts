import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newId, type Id } from '@mitsprache/terms'
import { beginContributionUpload } from '../src/modules/contributions/begin-contribution-upload.ts'
import { submitContribution, type Receipt } from '../src/modules/contributions/index.ts'
import { requestExport } from '../src/modules/exports/index.ts'
import { addPerson, type Ctx, type Viewer } from '../src/modules/identity/index.ts'
import { addDocument } from '../src/modules/plans/add-document.ts'
import { beginUpload } from '../src/modules/plans/begin-upload.ts'
import { importPlan } from '../src/modules/plans/import-plan.ts'
import { addDrawing } from '../src/modules/plans/add-drawing.ts'
import { makePdf } from '../src/modules/plans/pdf.testing.ts'
import { placeDrawing } from '../src/modules/plans/place-drawing.ts'
import { begin, put, upload, type TestOffice } from '../src/modules/plans/plan.testing.ts'
import { decideVisibility } from '../src/modules/moderation/index.ts'
import { confirmAddress } from '../src/modules/notifications/answer-mail-link.ts'
import { mailLinkToken } from '../src/modules/notifications/mail-link.rules.ts'
import { relayAll } from '../src/modules/notifications/notifications.testing.ts'
import { saveTemplate } from '../src/modules/notifications/templates.ts'
import { publishProcedure } from '../src/modules/procedures/publish-procedure.ts'
import { browser, setUpApp } from '../src/modules/identity/identity.testing.ts'
import { invitePerson } from '../src/modules/identity/invite-person.ts'
import { saveOrganisation } from '../src/modules/identity/organisations/keep-organisations.ts'
import { signIn } from '../src/modules/identity/sign-in.ts'
import { openRasterShelf } from '../src/platform/raster/index.ts'
import type { TestDatabase } from './database.ts'
import { draftFor, makeCtx, makeProcedure, makeTenant, PASSWORD, type TestProcedure } from './world.ts'
import { enqueue } from '../src/platform/jobs/index.ts'

export type FilledTenant = {
  id: Id
  slug: string
  ctx: Ctx
  viewer: Viewer
  dialogue: TestProcedure
  formal: TestProcedure
  contributions: { id: Id; number: string }[]
  /** Ids of uploads with parts in quarantine. */
  parts: Id[]
}

const POINT = {
  kind: 'point' as const,
  geometry: { type: 'Point' as const, coordinates: [12.905, 50.825] as [number, number] },
}

/**
 * A tenant that has something in every table, every text of it with the mark.
 *
 * @param mark lower-case letters: it also stands in addresses.
 * @param ownPages of a document that only this tenant has; one of a single page everybody has.
 */
export async function fillTenant(
  test: TestDatabase,
  office: TestOffice,
  mark: string,
  ownPages: number,
): Promise<FilledTenant> {
  const tenant = await makeTenant(test.database, `${mark}-stadt`)
  await test.owner.query(
    `update tenant set name = jsonb_build_object('de', 'Stadt ' || $2::text), contact_address = $2 || ' 1' where id = $1`,
    [tenant.id, mark],
  )
  const email = `planung@${mark}.example`
  const name = `Erika ${mark}`
  const roles = ['administrator', 'planner', 'moderator'] as const
  const personId = await addPerson(test.database, {
    name,
    email,
    password: PASSWORD,
    memberships: roles.map((role) => ({ tenantId: tenant.id, role })),
  })
  const memberships = roles.map((role) => ({
    tenantId: tenant.id,
    tenantSlug: tenant.slug,
    role,
    procedureId: null,
  }))
  const viewer: Viewer = { personId, name, email, memberships }
  const rasters = openRasterShelf(join(office.folder, 'rasters'), office.files.store)
  const ctx = makeCtx(test.database, viewer, { rasters, files: office.files })
  const there = browser(test)
  await signIn(await there.ctx(), { tenantSlug: tenant.slug, email, password: PASSWORD })
  await setUpApp(there)
  await test.owner.query(
    `insert into passkey (id, person_id, credential_id, public_key, sign_count, transports, name, backed_up, created_at)
     values ($1, $2, $3, 'key', 0, '{}', $4, false, now())`,
    [newId(), personId, Buffer.from(`credential ${mark}`), `Handy ${mark}`],
  )
  const invited = { name: `Neu ${mark}`, email: `neu@${mark}.example`, roles: ['auditor' as const] }
  await invitePerson(ctx, tenant.slug, invited)
  const agency = { name: `Amt ${mark}`, kind: 'office' as const, email: `amt@${mark}.example`, phone: '' }
  await saveOrganisation(ctx, tenant.slug, agency)
  await test.owner.query(
    'insert into staff_organisation select tenant_id, $2, id from organisation where tenant_id = $1',
    [tenant.id, personId],
  )

  await test.owner.query(
    `insert into map_layer (tenant_id, id, kind, address, layer_name, style_name, format, service, title, attribution,
       zoom_least, zoom_most, opacity, is_base, is_on, published, position, version)
     values ($1, $2, 'xyz', 'https://geo.example/' || $3::text || '/{z}/{x}/{y}.png', '', '', '', '{}',
       jsonb_build_object('de', 'Luftbild ' || $3::text), 'Amt ' || $3, 0, 19, 1, true, false, true, 0, 1)`,
    [tenant.id, newId(), mark],
  )

  const procedures: TestProcedure[] = []
  for (const kind of ['informalDialogue', 'urbanLandUsePlan'] as const) {
    const procedure = await makeProcedure(test.database, tenant, { kind, published: false })
    procedures.push(procedure)
    await test.owner.query(
      `update procedure set summary = jsonb_build_object('de', $2::text), title = jsonb_build_object('de', $2::text),
         offline_ways = '[{"kind": "look", "text": {"de": "Rathaus"}}]' where id = $1`,
      [procedure.id, `Verfahren ${mark}`],
    )
  }
  const [dialogue, formal] = procedures as [TestProcedure, TestProcedure]
  const desk = { ctx, tenant, viewer }
  office.viewer = viewer
  const planners = { name: `Büro ${mark}`, email: `buero@${mark}.example`, roles: ['planner' as const] }
  await invitePerson(ctx, tenant.slug, { ...planners, procedureIds: [formal.id] })
  let version = 1
  for (const pages of [1, ownPages]) {
    const { id } = await upload(office, desk, makePdf({ pages }), `Plan ${mark}.pdf`)
    const saved = await addDocument(ctx, tenant.slug, {
      procedureId: dialogue.id,
      version,
      uploadId: id,
      category: 'planDrawing',
      title: { de: `Plan ${mark}` },
    })
    if (!('version' in saved)) throw new Error(JSON.stringify(saved))
    version = saved.version
  }
  version = await layOnMap(ctx, tenant.slug, dialogue.id, version, mark)
  version = await importPart(office, ctx, tenant.slug, dialogue.id, version, mark)
  for (const [{ id }, at] of [[dialogue, version] as const, [formal, 1] as const]) {
    const published = await publishProcedure(ctx, tenant.slug, id, at)
    if (!('slug' in published)) throw new Error(JSON.stringify(published))
  }
  // One that arrives still.
  const half = await begin(desk, 1000, `halb ${mark}.pdf`)
  writeFileSync(office.files.quarantine.pathOf(half.id), mark)

  const contributions: FilledTenant['contributions'] = []
  for (const procedure of procedures)
    for (const publish of [true, false]) {
      const idempotencyKey = newId()
      const files = []
      if (procedure === dialogue) {
        const content = makePdf({ pages: ownPages })
        const ticket = await beginContributionUpload(makeCtx(test.database), {
          idempotencyKey,
          procedureId: procedure.id,
          fileName: `Anlage ${mark}.pdf`,
          sizeBytes: content.length,
        })
        if (!('secret' in ticket)) throw new Error(JSON.stringify(ticket))
        await put(office, ticket, content)
        files.push({ uploadId: ticket.id, alt: `Anlage von ${mark}` })
      }
      const receipt = (await submitContribution(
        makeCtx(test.database),
        draftFor(procedure, {
          idempotencyKey,
          files,
          releaseFiles: true,
          title: `Titel ${mark}`,
          text: `Beitrag ${mark}`,
          audience: 'publicWithName',
          categoryId: procedure.categoryId,
          place: { ...POINT, label: `am Haus ${mark}` },
          person: { name: `Nora ${mark}`, email: `nora@${mark}.example` },
        }),
      )) as Receipt
      const { rows } = await test.owner.query<{ id: Id }>('select id from contribution where number = $1', [
        receipt.number,
      ])
      contributions.push({ id: rows[0]!.id, number: receipt.number })
      await decideVisibility(ctx, tenant.slug, {
        contributionId: rows[0]!.id,
        version: 1,
        ...(publish
          ? { decision: 'publish', withFiles: true }
          : { decision: 'withhold', reason: 'other', reasonText: `weil ${mark}` }),
      })
    }
  await fillSignOn(test, tenant.id, personId, mark, contributions[0]!.id)
  // As the sequencer does, which would wait for the transactions of other tests.
  await test.owner.query(
    `insert into event_chain select tenant_id, 1, id, sha256(uuid_send(id)) from event where tenant_id = $1 limit 1`,
    [tenant.id],
  )
  await requestExport(ctx, tenant.slug, dialogue.id, 'csv')
  await fillMessages(test, ctx, tenant.slug, contributions[0]!.id)
  await test.database.transaction('staff', { tenantId: tenant.id }, (tx) =>
    enqueue(tx, 'sweep-files', tenant.id, [newId()]),
  )
  await test.owner.query(
    `insert into pgboss.archive select j.*, now() from pgboss.job j where j.data->>'tenantId' = $1`,
    [tenant.id],
  )
  return { id: tenant.id, slug: tenant.slug, ctx, viewer, dialogue, formal, contributions, parts: [half.id] }
}

/** A sign-in service with somebody whom it let in, and a resident with what they keep together. */
async function fillSignOn(
  { owner }: TestDatabase,
  tenantId: Id,
  personId: Id,
  mark: string,
  contributionId: Id,
): Promise<void> {
  const [provider, account] = [newId(), newId()]
  const statements: [string, unknown[]][] = [
    [
      `insert into sign_on_provider values ($1, $2, 1, $3, 'https://' || $3 || '.example', 'id', null, 'openid', true, true,
         true, 'groups', jsonb_build_object($3::text, '["planner"]'::jsonb), '{}', now())`,
      [tenantId, provider, mark],
    ],
    [
      `insert into sign_on_identity values ($1, 'https://' || $2 || '.example', $2, $3, $2 || '@x.example', now())`,
      [tenantId, mark, personId],
    ],
    [
      `insert into sign_on_session select $1, id, $2, $3, $3, null, now(), now() from session where person_id = $4 limit 1`,
      [tenantId, provider, mark, personId],
    ],
    [
      `insert into resident_account values ($1, $2, sha256($3::text::bytea), null, null, now(), now())`,
      [tenantId, account, mark],
    ],
    [
      `insert into resident_link values ($1, $2, sha256($3::text::bytea), sha256($3::text::bytea), '', 'de', now(),
         now() + interval '1 hour')`,
      [tenantId, newId(), mark],
    ],
    [
      `insert into resident_session values ($1, sha256($3::text::bytea), $2, 'none', $4, null, now(), now(),
         now() + interval '1 hour')`,
      [tenantId, account, mark, provider],
    ],
    [
      `insert into resident_address_change values ($1, $2, $3, sha256($4::text::bytea), '', sha256($4::text::bytea), '', 'de',
         $5, $5, now())`,
      [tenantId, newId(), account, mark, randomBytes(32)],
    ],
    [
      `insert into person_address_change values ($1, $2, $3 || '@alt.example', $3 || '@neu.example', $4, $4, now())`,
      [newId(), personId, mark, randomBytes(32)],
    ],
    ['insert into resident_contribution values ($1, $2, $3, now())', [tenantId, account, contributionId]],
    [`insert into contribution_trust values ($1, $2, 'basic')`, [tenantId, contributionId]],
  ]
  for (const [sql, params] of statements) await owner.query(sql, params)
}

/** Every row of every table as text, by table: what a dump of the database would hold. */
export async function dump({ owner }: TestDatabase, tables: string[]): Promise<Map<string, string[]>> {
  const all = new Map<string, string[]>()
  for (const table of tables) {
    const { rows } = await owner.query<{ row: string }>(`select x::text as row from ${table} x order by 1`)
    all.set(
      table,
      rows.map((one) => one.row),
    )
  }
  return all
}

/** The tables in whose dump one of the words stands: as text, and as the bytes that a dump shows of bytea. */
export function tablesWith(all: Map<string, string[]>, words: string[]): string[] {
  const forms = words.flatMap((word) => [word, Buffer.from(word).toString('hex')])
  return [...all]
    .filter(([, rows]) => rows.some((row) => forms.some((form) => row.includes(form))))
    .map(([table]) => table)
}

/** One more part of the plan, from a file. */
async function importPart(
  office: TestOffice,
  ctx: Ctx,
  slug: string,
  procedureId: Id,
  version: number,
  mark: string,
): Promise<number> {
  const ring = [
    [12.905, 50.821],
    [12.906, 50.821],
    [12.906, 50.822],
    [12.905, 50.821],
  ]
  const feature = {
    type: 'Feature',
    properties: { name: `Teil ${mark}` },
    geometry: { type: 'Polygon', coordinates: [ring] },
  }
  const content = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [feature] }))
  const wish = { purpose: 'planData', fileName: `${mark}.geojson`, sizeBytes: content.length }
  const ticket = await beginUpload(ctx, slug, wish)
  if (!('secret' in ticket)) throw new Error(JSON.stringify(ticket))
  const { body } = await put(office, ticket, content)
  const imported = await importPlan(ctx, slug, {
    procedureId,
    version,
    uploadId: ticket.id,
    takeTerritory: false,
    takeObjects: true,
    manner: 'add',
    attachments: [],
  })
  if (!('version' in imported)) throw new Error(`${body} ${JSON.stringify(imported)}`)
  return imported.version
}

/** The first document of a procedure as a drawing on the map. */
async function layOnMap(
  ctx: Ctx,
  slug: string,
  procedureId: Id,
  version: number,
  mark: string,
): Promise<number> {
  const [document] = await ctx.staff(ctx.viewer!.memberships[0]!.tenantId, (tx) =>
    tx.query<{ id: Id }>('select id from plan_document where procedure_id = $1 order by id', [procedureId]),
  )
  const title = { de: `Zeichnung ${mark}` }
  const added = await addDrawing(ctx, slug, {
    procedureId,
    version,
    documentId: document!.id,
    page: 1,
    title,
  })
  if (!('drawings' in added)) throw new Error(JSON.stringify(added))
  const placed = await placeDrawing(ctx, slug, {
    procedureId,
    version: added.version,
    drawingId: added.drawings[0]!.id,
    points: [
      { x: 0, y: 0, lon: 12.9, lat: 50.83 },
      { x: 2000, y: 0, lon: 12.91, lat: 50.83 },
      { x: 0, y: 3000, lon: 12.9, lat: 50.82 },
    ],
  })
  if (!('drawings' in placed)) throw new Error(JSON.stringify(placed))
  return placed.version
}

/** Messages in the outbox, the tenant's own words for one of them, and an address that mail does not reach. */
async function fillMessages(test: TestDatabase, ctx: Ctx, slug: string, contributionId: Id): Promise<void> {
  const { tenantId } = ctx.viewer!.memberships[0]!
  const token = mailLinkToken(ctx.secrets, 'confirm', tenantId, contributionId)
  await relayAll(test, ctx.clock)
  await confirmAddress(ctx, slug, token)
  await relayAll(test, ctx.clock)
  const template = { kind: 'receiptCopy', language: 'de' as const, version: 0 }
  const saved = await saveTemplate(ctx, slug, {
    ...template,
    subject: 'Beleg {number}',
    body: `{number} {link} von ${slug}`,
  })
  if (saved !== true) throw new Error(JSON.stringify(saved))
  for (const sql of [
    `insert into mail_suppression values ($1, sha256($2::text::bytea), 'bounced', now())`,
    'insert into mail_to_unconfirmed values ($1, sha256($2::text::bytea), gen_random_uuid(), now())',
  ])
    await test.owner.query(sql, [tenantId, slug])
}
