import { newId, type Id } from '@mitsprache/terms'
import { expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { makeCtx, makeProcedure, makeStaff, type ProcedureShape } from '../../../test/world.ts'
import { InputRefused, NotReady, StaleVersion } from '../../platform/refusal.graphql.ts'
import { publishProcedure } from '../procedures/publish-procedure.ts'
import { addDocument, type NewDocument } from './add-document.ts'
import { makePdf } from './pdf.testing.ts'
import { begin, makeDesk, put, upload, useOffice, type Desk } from './plan.testing.ts'
import { removeDocument } from './remove-document.ts'

const test = useDatabase()
const office = useOffice(test)

async function draft(shape: ProcedureShape = { published: false }) {
  const desk = await makeDesk(test, office)
  return { desk, procedure: await makeProcedure(test.database, desk.tenant, shape) }
}

const document = (procedureId: Id, uploadId: Id, changes: Partial<NewDocument> = {}): NewDocument => ({
  procedureId,
  version: 1,
  uploadId,
  category: 'planDrawing',
  title: { de: 'Planzeichnung' },
  ...changes,
})

async function add(desk: Desk, procedureId: Id, version = 1) {
  const ticket = await upload(office, desk)
  const saved = await addDocument(desk.ctx, desk.tenant.slug, document(procedureId, ticket.id, { version }))
  if (!('documents' in saved)) throw new Error(JSON.stringify(saved))
  return saved
}

it('adds documents to a draft in the order in which they came', async () => {
  const { desk, procedure } = await draft()
  await add(desk, procedure.id)
  const ticket = await upload(office, desk, makePdf({ pages: 48 }), 'Begründung zum Plan.pdf')
  const report = document(procedure.id, ticket.id, {
    version: 2,
    category: 'explanatoryReport',
    title: { de: 'Begründung', en: 'Report' },
    summary: { de: 'Warum der Plan so ist.' },
  })
  const saved = await addDocument(desk.ctx, desk.tenant.slug, report)
  expect(saved).toMatchObject({
    version: 3,
    documents: [
      { category: 'planDrawing', title: { de: 'Planzeichnung' }, summary: null, pages: 1 },
      {
        category: 'explanatoryReport',
        title: { de: 'Begründung', en: 'Report' },
        fileName: 'Begründung zum Plan.pdf',
        pages: 48,
      },
    ],
  })
})

it('records what changed, in ids only', async () => {
  const { desk, procedure } = await draft()
  const { documents } = await add(desk, procedure.id)
  await removeDocument(desk.ctx, desk.tenant.slug, {
    procedureId: procedure.id,
    version: 2,
    documentId: documents[0]!.id,
  })
  const { rows } = await test.owner.query(
    'select type, subject_ids, actor_id from event where tenant_id = $1 order by id',
    [desk.tenant.id],
  )
  const about = { subject_ids: [procedure.id, documents[0]!.id], actor_id: desk.viewer.personId }
  expect(rows).toEqual([
    { type: 'DocumentAdded', ...about },
    { type: 'DocumentRemoved', ...about },
  ])
})

it('makes one document of one upload', async () => {
  const { desk, procedure } = await draft()
  const ticket = await upload(office, desk)
  await addDocument(desk.ctx, desk.tenant.slug, document(procedure.id, ticket.id))
  const again = await addDocument(
    desk.ctx,
    desk.tenant.slug,
    document(procedure.id, ticket.id, { version: 2 }),
  )
  expect(again).toEqual(InputRefused.of({ field: 'uploadId', problem: 'alreadyUsed' }))
})

it('says of an upload that it is unfinished, refused, or not there', async () => {
  const { desk, procedure } = await draft()
  const problemWith = async (uploadId: Id) => {
    const answer = await addDocument(desk.ctx, desk.tenant.slug, document(procedure.id, uploadId))
    return (answer as InputRefused).fields.map(({ field, problem }) => `${field}: ${problem}`)
  }
  const [unfinished, refused] = [await begin(desk, 100), await begin(desk, 100)]
  await put(office, refused, Buffer.alloc(100))
  expect(await problemWith(unfinished.id)).toEqual(['uploadId: notReady'])
  expect(await problemWith(refused.id)).toEqual(['uploadId: refused'])
  expect(await problemWith(newId())).toEqual(['uploadId: unknown'])
  expect(await problemWith('no id at all')).toEqual(['uploadId: unknown'])
})

it('does not take what a colleague uploaded, or somebody of another tenant', async () => {
  const { desk, procedure } = await draft()
  const colleague = {
    ...desk,
    ctx: makeCtx(test.database, await makeStaff(test.database, desk.tenant, ['planner'])),
  }
  const stranger = await makeDesk(test, office)
  for (const theirs of [
    await upload(office, { ...desk, ctx: colleague.ctx }),
    await upload(office, stranger),
  ])
    expect(await addDocument(desk.ctx, desk.tenant.slug, document(procedure.id, theirs.id))).toEqual(
      InputRefused.of({ field: 'uploadId', problem: 'unknown' }),
    )
})

it('saves nothing when somebody else saved in between', async () => {
  const { desk, procedure } = await draft()
  const ticket = await upload(office, desk)
  const stale = document(procedure.id, ticket.id, { version: 7 })
  expect(await addDocument(desk.ctx, desk.tenant.slug, stale)).toEqual(StaleVersion.of())
  const saved = await addDocument(desk.ctx, desk.tenant.slug, { ...stale, version: 1 })
  expect(saved).toMatchObject({ version: 2, documents: [{}] })
})

it.each([
  ['without a title', { title: { de: ' ' } }, 'title: empty'],
  ['with a title too long', { title: { de: 'ä'.repeat(201) } }, 'title: tooLong'],
  ['with a summary only in English', { summary: { de: '', en: 'Why' } }, 'summary: empty'],
  ['with a NUL in its title', { title: { de: 'a\0b' } }, 'title: unreadable'],
])('does not add a document %s', async (_what, changes, problem) => {
  const { desk, procedure } = await draft()
  const answer = await addDocument(desk.ctx, desk.tenant.slug, document(procedure.id, newId(), changes))
  expect((answer as InputRefused).fields.map((one) => `${one.field}: ${one.problem}`)).toContain(problem)
})

it('takes a document out of a draft', async () => {
  const { desk, procedure } = await draft()
  const { documents } = await add(desk, procedure.id)
  const removed = await removeDocument(desk.ctx, desk.tenant.slug, {
    procedureId: procedure.id,
    version: 2,
    documentId: documents[0]!.id,
  })
  expect(removed).toMatchObject({ version: 3, documents: [] })
})

it('keeps what is on display, and lets go of what was added but not published', async () => {
  const { desk, procedure } = await draft({ published: true })
  await add(desk, procedure.id)
  await publishProcedure(desk.ctx, desk.tenant.slug, procedure.id, 2)
  const { documents } = await add(desk, procedure.id, 3)
  const remove = (i: number) =>
    removeDocument(desk.ctx, desk.tenant.slug, {
      procedureId: procedure.id,
      version: 4,
      documentId: documents[i]!.id,
    })
  expect(await remove(0)).toEqual(NotReady.of(['documentIsOnDisplay']))
  expect(await remove(1)).toMatchObject({ documents: [{ id: documents[0]!.id }] })
})

it('lets nobody change documents who may not edit the procedure', async () => {
  const { desk, procedure } = await draft()
  const { documents } = await add(desk, procedure.id)
  const change = { procedureId: procedure.id, version: 2, documentId: documents[0]!.id }
  const ctxOf = async (roles: Parameters<typeof makeStaff>[2], only?: Id) =>
    makeCtx(test.database, await makeStaff(test.database, desk.tenant, roles, only))
  await expect(removeDocument(await ctxOf(['moderator']), desk.tenant.slug, change)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  const other = await makeProcedure(test.database, desk.tenant)
  await expect(
    removeDocument(await ctxOf(['planner'], other.id), desk.tenant.slug, change),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const stranger = await makeDesk(test, office)
  await expect(removeDocument(stranger.ctx, stranger.tenant.slug, change)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  await expect(
    addDocument(stranger.ctx, stranger.tenant.slug, document(procedure.id, newId())),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
