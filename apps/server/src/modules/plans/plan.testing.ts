import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import { makeCtx, makeStaff, makeTenant, NOW } from '../../../test/world.ts'
import { openFiles, type Files, type Scanner } from '../../platform/files/index.ts'
import type { Ctx, Viewer } from '../identity/index.ts'
import { beginUpload, type Ticket } from './begin-upload.ts'
import { DOCUMENT_FILES } from './document-files.ts'
import { registerFiles, type FileFinder } from './files.http.ts'
import { makePdf } from './pdf.testing.ts'
import { registerUploads } from './uploads.http.ts'

export type TestOffice = {
  app: FastifyInstance
  files: Files
  folder: string
  /** Who the cookie of the next request belongs to. */
  viewer: Viewer | null
  now: Date
  /** Null: none is configured. */
  scanner: Scanner | null
}

/** The two plugins on a disk of their own, with the clock in the test's hand. */
export function useOffice(test: TestDatabase, finders: FileFinder[] = [DOCUMENT_FILES]): TestOffice {
  const office = { viewer: null, now: NOW, scanner: null } as TestOffice
  beforeAll(async () => {
    office.folder = mkdtempSync(join(tmpdir(), 'mitsprache-plans-'))
    office.files = openFiles(office.folder)
    office.app = Fastify()
    const deps = {
      database: test.database,
      clock: () => office.now,
      files: office.files,
      finders,
      scanner: async (path: string) => (await office.scanner?.(path)) ?? ('clean' as const),
      contextOf: async () => makeCtx(test.database, office.viewer),
    }
    await registerUploads(office.app, deps)
    await registerFiles(office.app, deps)
  })
  afterAll(async () => {
    await office.app.close()
    rmSync(office.folder, { recursive: true, force: true })
  })
  return office
}

export type Desk = { ctx: Ctx; tenant: { id: string; slug: string }; viewer: Viewer }

/** A planner at work in a tenant of their own. */
export async function makeDesk(
  test: TestDatabase,
  office: TestOffice,
  roles: Parameters<typeof makeStaff>[2] = ['planner'],
): Promise<Desk> {
  const tenant = await makeTenant(test.database)
  const viewer = await makeStaff(test.database, tenant, roles)
  return { tenant, viewer, ctx: makeCtx(test.database, viewer, { clock: () => office.now }) }
}

export async function begin(desk: Desk, sizeBytes: number, fileName = 'Planzeichnung.pdf'): Promise<Ticket> {
  const ticket = await beginUpload(desk.ctx, desk.tenant.slug, {
    purpose: 'planDocument',
    fileName,
    sizeBytes,
  })
  if (!('secret' in ticket)) throw new Error(JSON.stringify(ticket))
  return ticket
}

export const put = (
  office: TestOffice,
  ticket: Ticket,
  payload: Buffer,
  headers: Record<string, string> = {},
) =>
  office.app.inject({
    method: 'PUT',
    url: ticket.url,
    payload,
    headers: { 'upload-secret': ticket.secret, 'content-type': 'application/pdf', ...headers },
  })

/** A document that was sent and found good, not yet used. */
export async function upload(
  office: TestOffice,
  desk: Desk,
  content = makePdf(),
  fileName?: string,
): Promise<Ticket> {
  const ticket = await begin(desk, content.length, fileName)
  const { statusCode, body } = await put(office, ticket, content)
  if (statusCode !== 200) throw new Error(body)
  return ticket
}
