import { setTimeout as pause } from 'node:timers/promises'
import type { Id } from '@mitsprache/terms'
import type pg from 'pg'
import {
  endingOrder,
  PEOPLE_LEAVING,
  readForeignKeys,
  rowsOfTenant,
} from '../../platform/database/endings.ts'
import { asOwner } from '../../platform/database/owner.ts'

export type Deleted = {
  tenantId: Id
  /** Rows by table, those without any left out. */
  rows: Record<string, number>
  /** SHA-256, hex, of contents that only this tenant had. */
  contents: string[]
}

/** Hashes in one job. */
const A_JOB = 500
/** No statement of a door lasts longer. */
const PATIENCE_MS = 25_000

/**
 * Deletes a tenant with everything it has, in every table of the catalogue, in one transaction; people who work for
 * no other tenant go as well. Contents that only it had are left to a job, which goes to a server that has them.
 *
 * Only whoever owns the schema can do it: a server that was taken over still cannot.
 *
 * @param dryRun counts and changes nothing.
 * @returns null when there is no such tenant.
 */
export async function deleteTenant(adminUrl: string, slug: string, dryRun: boolean): Promise<Deleted | null> {
  const deleted = await asOwner(adminUrl, async (client) => {
    const { rows } = await client.query<{ id: Id }>('select id from tenant where slug = $1 for update', [
      slug,
    ])
    const tenantId = rows[0]?.id
    if (!tenantId) return null
    const contents = await findContents(client, tenantId)
    if (dryRun) return { tenantId, rows: await endRows(client, tenantId, 'count'), contents }
    // Nobody hands in meanwhile.
    await client.query('select from procedure where tenant_id = $1 for update', [tenantId])
    const ended = await endRows(client, tenantId, 'delete')
    for (let at = 0; at < contents.length; at += A_JOB)
      await client.query(`select enqueue_job('forget-contents', null, $1)`, [contents.slice(at, at + A_JOB)])
    await client.query(`select enqueue_job('sweep-files', null, '{}')`)
    return { tenantId, rows: ended, contents }
  })
  if (!deleted || dryRun) return deleted

  // Whoever was at work while it happened may have left an event or a job after it.
  await lastOnesOut(adminUrl)
  const late = await asOwner(adminUrl, (client) => endRows(client, deleted.tenantId, 'delete'))
  for (const [table, n] of Object.entries(late)) deleted.rows[table] = (deleted.rows[table] ?? 0) + n
  return deleted
}

async function endRows(
  client: pg.Client,
  tenantId: Id,
  what: 'count' | 'delete',
): Promise<Record<string, number>> {
  // A statement that makes a table takes no parameters.
  const leaving = PEOPLE_LEAVING.replaceAll('$1', `'${tenantId}'`)
  await client.query(`create temporary table leaving on commit drop as ${leaving}`)
  await client.query(`select set_config('app.ending', $1, true)`, [tenantId])
  const ended: Record<string, number> = {}
  for (const table of endingOrder(await readForeignKeys(client))) {
    const rows = `from ${table} where ${rowsOfTenant(table)}`
    const params = rows.includes('$1') ? [tenantId] : []
    const n =
      what === 'delete'
        ? (await client.query(`delete ${rows}`, params)).rowCount!
        : (await client.query<{ n: number }>(`select count(*) as n ${rows}`, params)).rows[0]!.n
    if (n) ended[table] = n
  }
  return ended
}

async function findContents(client: pg.Client, tenantId: Id): Promise<string[]> {
  const { rows } = await client.query<{ hash: string }>(
    `select distinct encode(sha256, 'hex') as hash from file f where tenant_id = $1
       and not exists (select from file other where other.sha256 = f.sha256 and other.tenant_id <> $1)`,
    [tenantId],
  )
  return rows.map((row) => row.hash)
}

/**
 * Waits until every transaction is over that had begun before; for as long as any may last where this owner may not
 * see what the doors are at.
 */
async function lastOnesOut(adminUrl: string): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS
  let since: Date | undefined
  while (Date.now() < giveUpAt) {
    const { now, busy } = await asOwner(adminUrl, async (client) => {
      const { rows } = await client.query<{ now: Date; busy: boolean }>(
        `select now(), exists (select from pg_stat_activity
                               where datname = current_database() and pid <> pg_backend_pid() and usename is not null
                                 and (xact_start < coalesce($1, now()) or query = '<insufficient privilege>')) as busy`,
        [since],
      )
      return rows[0]!
    })
    if (!busy) return
    since ??= now
    await pause(200)
  }
}
