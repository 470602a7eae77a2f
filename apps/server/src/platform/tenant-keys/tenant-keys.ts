import { randomBytes } from 'node:crypto'
import type { Id } from '@mitsprache/terms'
import type { Secrets } from '../config.ts'
import type { Database, Tx } from '../database/database.ts'
import { unwrapKey, wrapKey, type KeyEncryption, type Wrapped } from './key-encryption.ts'
import { tenantSeal, type TenantSeal } from './tenant-seal.ts'

/** Where keys lie, and what opens them. */
export type Vault = { database: Database; secrets: Pick<Secrets, 'personKey' | 'keyEncryption' | 'reread'> }

/** From then on keys are read again beside the work; nobody waits for it. */
const FRESH_MS = 20_000
/** No older key seals: a key that was replaced is deleted when every server must have noticed. */
export const NOTICED_MS = 60_000

type Kept = { seal: TenantSeal; readAt: number; reading?: Promise<Kept> }
const kept = new WeakMap<Database, Map<Id, Kept>>()

/**
 * What seals and opens a tenant's values, from memory: keys are unwrapped once, and a submission costs no statement
 * more. A tenant without a key gets its first one here.
 *
 * @param toOpen what shall be opened: for a key made since, the keys are read again.
 * @throws Error when a key cannot be unwrapped, and what the database throws.
 */
export async function sealOf(
  vault: Vault,
  tenantId: Id,
  toOpen: Iterable<Buffer | null> = [],
): Promise<TenantSeal> {
  const all = kept.get(vault.database) ?? new Map<Id, Kept>()
  kept.set(vault.database, all)
  const one = all.get(tenantId)
  const ageMs = one ? performance.now() - one.readAt : Infinity
  let mustRead = ageMs >= NOTICED_MS
  if (one && !mustRead) for (const sealed of toOpen) if (sealed && !one.seal.knows(sealed)) mustRead = true
  if (one && ageMs < FRESH_MS && !mustRead) return one.seal

  const reading = one?.reading ?? readKeys(vault, tenantId)
  if (one && !one.reading) {
    one.reading = reading
    reading.catch(() => {}).finally(() => (one.reading = undefined))
  }
  const keep = (now: Kept) => {
    all.set(tenantId, now)
    return now.seal
  }
  if (mustRead || !one) return keep(await reading)
  // Who needs it next waits for it and hears what is wrong.
  reading.then(keep, () => {})
  return one.seal
}

export type KeyRow = Wrapped & { version: number }

export const keysOf = (tx: Tx, tenantId: Id): Promise<KeyRow[]> =>
  tx.query<KeyRow>(
    `select version, wrapped, wrapped_by as "wrappedBy" from tenant_key where tenant_id = $1 order by version`,
    [tenantId],
  )

/** Makes a data key; where another server was first, its key counts. */
export async function makeKey(
  tx: Tx,
  keyEncryption: KeyEncryption,
  tenantId: Id,
  version: number,
): Promise<void> {
  const { wrapped, wrappedBy } = wrapKey(keyEncryption, tenantId, version, randomBytes(32))
  await tx.query(
    `insert into tenant_key (tenant_id, version, wrapped, wrapped_by, created_at) values ($1, $2, $3, $4, now())
     on conflict do nothing`,
    [tenantId, version, wrapped, wrappedBy],
  )
}

/** A key that was wrapped with a newer key encryption key than this server started with sends it to the file. */
export function unwrapped({ secrets }: Vault, tenantId: Id, row: KeyRow): Buffer {
  if (!secrets.keyEncryption.keys[row.wrappedBy] && secrets.reread) secrets.keyEncryption = secrets.reread()
  return unwrapKey(secrets.keyEncryption, tenantId, row.version, row)
}

async function readKeys(vault: Vault, tenantId: Id): Promise<Kept> {
  const readAt = performance.now()
  const rows = await vault.database.transaction('system', {}, async (tx) => {
    const there = await keysOf(tx, tenantId)
    if (there.length) return there
    await makeKey(tx, vault.secrets.keyEncryption, tenantId, 1)
    return keysOf(tx, tenantId)
  })
  const keys = new Map(rows.map((row) => [row.version, unwrapped(vault, tenantId, row)]))
  return { seal: tenantSeal(tenantId, keys, vault.secrets.personKey), readAt }
}
