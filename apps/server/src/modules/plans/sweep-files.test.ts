import { existsSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { makeProcedure } from '../../../test/world.ts'
import { addDocument } from './add-document.ts'
import { makePdf } from './pdf.testing.ts'
import { begin, makeDesk, put, upload, useOffice } from './plan.testing.ts'
import { endWhatIsOver } from '../tenants/index.ts'
import { sweepFiles } from './sweep-files.ts'

const test = useDatabase()
const office = useOffice(test)
const HOUR = 60 * 60 * 1000

it('forgets what nobody came back for, and keeps what became a document', async () => {
  const desk = await makeDesk(test, office)
  const procedure = await makeProcedure(test.database, desk.tenant, { published: false })
  const half = await begin(desk, 1000)
  await put(office, half, Buffer.alloc(10), { 'content-range': 'bytes 0-9/1000' })
  const kept = await upload(office, desk, makePdf({ pages: 2 }))
  await upload(office, desk, makePdf({ pages: 3 }))
  await addDocument(desk.ctx, desk.tenant.slug, {
    procedureId: procedure.id,
    version: 1,
    uploadId: kept.id,
    category: 'planDrawing',
    title: { de: 'Plan' },
  })

  const deps = { database: test.database, files: office.files, clock: () => office.now }
  await endWhatIsOver(test.database, deps.clock)
  expect(await sweepFiles(deps)).toEqual({ files: 0, parts: 0, contents: 0 })
  expect(existsSync(office.files.quarantine.pathOf(half.id))).toBe(true)

  office.now = new Date(office.now.getTime() + 25 * HOUR)
  // What lies on disk carries the date of the disk, not of the test.
  const old = (office.now.getTime() - 25 * HOUR) / 1000
  utimesSync(office.files.quarantine.pathOf(half.id), old, old)
  for await (const { sha256 } of office.files.store.list()) {
    const hex = sha256.toString('hex')
    utimesSync(join(office.folder, 'files', hex.slice(0, 2), hex), old, old)
  }
  expect((await endWhatIsOver(test.database, deps.clock)).rows.upload).toBe(3)
  expect(await sweepFiles(deps)).toEqual({ files: 1, parts: 1, contents: 1 })
  expect(existsSync(office.files.quarantine.pathOf(half.id))).toBe(false)
  const { rows } = await test.owner.query('select pages from file where tenant_id = $1', [desk.tenant.id])
  expect(rows).toEqual([{ pages: 2 }])
})
