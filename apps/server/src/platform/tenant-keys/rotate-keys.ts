import { type Id } from '@mitsprache/terms'
import type { Database, Tx } from '../database/database.ts'
import { recordEvent } from '../database/event.ts'
import { wrapKey } from './key-encryption.ts'
import { headOf } from './tenant-seal.ts'
import { keysOf, makeKey, sealOf, unwrapped, type Vault } from './tenant-keys.ts'

/** Rows in one transaction: short enough that nobody who hands in waits for it. */
const BATCH = 500
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/** What a table keeps sealed, and how its rows are sealed anew: `reseal` for one batch. */
export type SealedRow = { id: Id; sealed: (Buffer | null)[] }
export type SealedTable = {
  otherwise: (tx: Tx, tenantId: Id, head: Buffer, after: Id, page: number) => Promise<SealedRow[]>
  /** Names of a value: today's, and the one before tenants had keys. */
  about: (id: Id, column: number) => [about: string, before: string]
  replace: (tx: Tx, tenantId: Id, rows: SealedRow[]) => Promise<number>
}

/**
 * Wraps with the current key encryption key whatever is wrapped with an older one. What is sealed is not touched,
 * and servers go on running.
 *
 * @returns how many data keys there are, and how many of them were wrapped anew.
 */
export async function rewrapKeys(vault: Vault): Promise<{ keys: number; rewrapped: number }> {
  const { current } = vault.secrets.keyEncryption
  return vault.database.transaction('system', {}, async (tx) => {
    const rows = await tx.query<{ tenantId: Id; version: number; wrapped: Buffer; wrappedBy: string }>(
      `select tenant_id as "tenantId", version, wrapped, wrapped_by as "wrappedBy" from tenant_key order by 1, 2 for update`,
    )
    const old = rows.filter((row) => row.wrappedBy !== current)
    for (const row of old) {
      const key = unwrapped(vault, row.tenantId, row)
      const { wrapped, wrappedBy } = wrapKey(vault.secrets.keyEncryption, row.tenantId, row.version, key)
      await tx.query(
        'update tenant_key set wrapped = $3, wrapped_by = $4 where tenant_id = $1 and version = $2',
        [row.tenantId, row.version, wrapped, wrappedBy],
      )
    }
    return { keys: rows.length, rewrapped: old.length }
  })
}

/**
 * Gives a tenant a new data key that seals from now on; the old one opens until `resealTenant` is through. A change
 * that was interrupted is taken up where it stopped: no third key is made while two are in use.
 */
export async function renewKey({ database, secrets }: Vault, tenantId: Id): Promise<number> {
  return database.transaction('system', {}, async (tx) => {
    const rows = await keysOf(tx, tenantId)
    const newest = rows.at(-1)?.version ?? 0
    if (rows.length > 1) return newest
    await makeKey(tx, secrets.keyEncryption, tenantId, newest + 1)
    await recordEvent(tx, {
      tenantId,
      type: 'DataKeyChanged',
      subjectIds: [],
      actorKind: 'system',
      at: new Date(),
    })
    return newest + 1
  })
}

/**
 * Seals with the newest key whatever is sealed with another, in batches, while servers run. Stopped in the middle,
 * it goes on the next time: each row says which key sealed it.
 *
 * @returns how many rows were sealed anew.
 */
export async function resealTenant(vault: Vault, table: SealedTable, tenantId: Id): Promise<number> {
  let resealed = 0
  for (let after: Id = BEFORE_ALL; ;) {
    const [last, n] = await vault.database.transaction('system', {}, async (tx) => {
      const newest = (await keysOf(tx, tenantId)).at(-1)
      if (!newest) return [null, 0] as const
      const rows = await table.otherwise(tx, tenantId, headOf(newest.version), after, BATCH)
      if (!rows.length) return [null, 0] as const
      const seal = await freshSeal(vault, tenantId, newest.version)
      const anew = rows.map(({ id, sealed }) => ({
        id,
        sealed: sealed.map((value, column) => {
          const [about, before] = table.about(id, column)
          return value && seal.seal(about, seal.unseal(about, value, before))
        }),
      }))
      return [rows.at(-1)!.id, await table.replace(tx, tenantId, anew)] as const
    })
    resealed += n
    if (!last) return resealed
    after = last
  }
}

/** The seal of this process may be older than the key that shall be used. */
async function freshSeal(vault: Vault, tenantId: Id, version: number) {
  const seal = await sealOf(vault, tenantId, [headOf(version)])
  if (seal.version !== version) throw new Error('Another change of keys is under way.')
  return seal
}

/** Destroys the keys before the newest one. Only when nothing is sealed with them, and no server still seals with them. */
export async function dropOldKeys(database: Database, tenantId: Id): Promise<number> {
  return database.transaction('system', {}, async (tx) => {
    const dropped = await tx.query(
      `delete from tenant_key k where tenant_id = $1
         and version < (select max(version) from tenant_key where tenant_id = $1) returning version`,
      [tenantId],
    )
    return dropped.length
  })
}
