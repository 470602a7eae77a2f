import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { newId, type Id } from '@mitsprache/terms'
import type pg from 'pg'
import type { Clock } from '../../platform/clock.ts'
import { leavingTables } from '../../platform/database/catalogue-leaving.ts'
import type { Database } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/database/event.ts'
import { asOwner } from '../../platform/database/owner.ts'
import type { FileStore } from '../../platform/files/index.ts'
import { writeArchive, type Archive } from '../../platform/files/write-archive.ts'
import { contentOf, contentsOfTenant, ExportProblem } from './export-contents.ts'
import { writeTable, type ExportedTable, type Opener } from './export-table.ts'
import { tenantBySlug } from './tenant.queries.ts'

export type ExportTenantParts = {
  database: Database
  adminUrl: string
  store: Pick<FileStore, 'get'>
  clock: Clock
  /** By table: what opens its sealed columns, and writes down that it did. Without them the columns stay in the house. */
  openers: Record<string, Opener> | null
  signal?: AbortSignal
}

export type ExportedTenant = {
  path: string
  exportId: Id
  tables: ExportedTable[]
  files: { count: number; sizeBytes: number }
}

/** Of the archive, for programs that read it. */
const FORMAT_VERSION = 1

/**
 * Writes a tenant with everything it has into one archive: every row of every table of the catalogue, from one
 * snapshot, the contents of its files, and a manifest that comes last. What opens something never leaves
 * (`catalogue-leaving.ts`).
 *
 * Like deleting it, only whoever owns the schema can: a server that was taken over still cannot.
 *
 * @param target a new file, or a folder that gets one.
 * @returns null when there is no such tenant.
 * @throws ExportProblem, DiskFull, leaving no file behind.
 */
export async function exportTenant(
  parts: ExportTenantParts,
  slug: string,
  target: string,
): Promise<ExportedTenant | null> {
  const [tenant] = await parts.database.read(tenantBySlug, slug)
  if (!tenant) return null
  const at = parts.clock()
  const path = await newFile(target, `${slug}-${at.toISOString().slice(0, 10)}.zip`)
  const exported: ExportedTenant = { path, exportId: newId(), tables: [], files: { count: 0, sizeBytes: 0 } }
  const { exportId, tables, files } = exported
  // What leaves the house is known before it leaves.
  await parts.database.transaction('system', { tenantId: tenant.id }, (tx) =>
    recordEvent(tx, {
      tenantId: tenant.id,
      type: 'TenantExported',
      subjectIds: [exportId],
      actorKind: 'system',
      at,
    }),
  )
  const fill = (archive: Archive) =>
    asOwner(parts.adminUrl, async (client) => {
      const schemaVersion = await beginSnapshot(client)
      for (const table of leavingTables()) {
        const opener = parts.openers?.[table]
        tables.push(await writeTable(client, archive, { tenantId: tenant.id, exportId, table, opener }))
      }
      for await (const file of contentsOfTenant(client, tenant.id)) {
        const { sizeBytes } = await archive.add(
          `files/${file.sha256.toString('hex')}`,
          contentOf(parts.store, file),
          true,
        )
        files.count++
        files.sizeBytes += sizeBytes
      }
      const manifest = {
        format: 'mitsprache-tenant',
        formatVersion: FORMAT_VERSION,
        schemaVersion,
        exportId,
        exportedAt: at.toISOString(),
        tenant: { id: tenant.id, slug },
        withPersonalData: parts.openers !== null,
        tables,
        files,
      }
      await archive.add('manifest.json', only(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)))
    })
  await writeArchive(path, at, fill, parts.signal)
  return exported
}

/** All that is read afterwards was true at one moment. @returns the schema's newest migration. */
async function beginSnapshot(client: pg.Client): Promise<string> {
  await client.query('set transaction isolation level repeatable read, read only')
  await client.query(
    `set local timezone = 'UTC'; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`,
  )
  const { rows } = await client.query<{ name: string }>(
    'select name from migration order by timestamp desc limit 1',
  )
  return rows[0]!.name
}

async function newFile(target: string, name: string): Promise<string> {
  const kindOf = (path: string) => stat(path).catch(() => null)
  const path = (await kindOf(target))?.isDirectory() ? join(target, name) : target
  if (await kindOf(path)) throw new ExportProblem(`${path} is there already. Nothing was written.`)
  if (!(await kindOf(join(path, '..')))?.isDirectory())
    throw new ExportProblem(`${join(path, '..')} is no folder. Nothing was written.`)
  return path
}

async function* only(content: Buffer) {
  yield content
}
