import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Id } from '@mitsprache/terms'
import { verifyChains, type NotedHead } from './modules/audit/index.ts'
import { SEALED_AUTHORS } from './modules/contributions/index.ts'
import { SEALED_ADDRESSES } from './modules/identity/index.ts'
import { allTenants, tenantBySlug } from './modules/tenants/index.ts'
import { writeKeyEncryption, type Config, type Secrets } from './platform/config.ts'
import type { Database } from './platform/database/database.ts'
import type { Installation } from './platform/database/installation.ts'
import {
  dropOldKeys,
  NOTICED_MS,
  renewKey,
  resealTenant,
  rewrapKeys,
  withNewKey,
  type Vault,
} from './platform/tenant-keys/index.ts'
import { UsageProblem } from './operator-problem.ts'

/** Everything that lies sealed with a tenant's key. */
const SEALED = [SEALED_AUTHORS, ...SEALED_ADDRESSES]

async function resealAll(vault: Vault, tenantId: Id): Promise<number> {
  let n = 0
  for (const table of SEALED) n += await resealTenant(vault, table, tenantId)
  return n
}

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** `keys:rotate`: wraps data keys anew, or gives one tenant another; servers go on running. */
export async function rotateKeys(
  { database }: Installation,
  config: Config,
  what: string[],
  _yes: boolean,
  secrets: Secrets,
): Promise<void> {
  const { values } = parseArgs({
    args: what,
    strict: true,
    options: { new: { type: 'boolean' }, tenant: { type: 'string' } },
  })
  const vault: Vault = { database, secrets }
  if (values.tenant) return changeDataKey(vault, values.tenant)
  if (values.new) {
    const next = withNewKey(secrets.keyEncryption, new Date().toISOString().slice(0, 10))
    writeKeyEncryption(config.dataDir, next)
    secrets.keyEncryption = next
    say(`Made the key encryption key ${next.current}. Keep a copy of the file of keys before anything else.`)
  }
  const { keys, rewrapped } = await rewrapKeys(vault)
  say(`${keys} data keys, ${rewrapped} of them now wrapped with ${secrets.keyEncryption.current}.`)
  const old = Object.keys(secrets.keyEncryption.keys).filter((name) => name !== secrets.keyEncryption.current)
  if (old.length) say(`Nothing needs ${old.join(', ')} any more once every server was started again.`)
  // Rows of before tenants had keys are taken along here: one command, and nothing is left of the old way.
  for (const { id, slug } of await database.read(allTenants)) {
    const n = await resealAll(vault, id)
    if (n) say(`${slug}: ${n} people sealed with the tenant’s key.`)
  }
}

async function changeDataKey(vault: Vault, slug: string): Promise<void> {
  const { id } = await tenantOf(vault.database, slug)
  const startedAt = performance.now()
  const version = await renewKey(vault, id)
  say(`Data key ${version} seals from now on.`)
  say(`${await resealAll(vault, id)} people sealed anew.`)
  const leftMs = 2 * NOTICED_MS - (performance.now() - startedAt)
  if (leftMs > 0) {
    say(`Waiting ${Math.ceil(leftMs / 1000)} s, until every server has noticed …`)
    await pause(leftMs)
  }
  const late = await resealAll(vault, id)
  if (late) say(`${late} that came meanwhile sealed anew.`)
  say(`${await dropOldKeys(vault.database, id)} old data keys destroyed.`)
}

/** `audit:verify`: every link of every chain, computed anew. @returns 1 when something was found. */
export async function verifyEvents(
  { database }: Installation,
  _config: Config,
  what: string[],
): Promise<number> {
  const { values } = parseArgs({
    args: what,
    strict: true,
    options: { head: { type: 'string', multiple: true } },
  })
  const tenants = await database.read(allTenants)
  const slugOf = (id: Id) => tenants.find((tenant) => tenant.id === id)?.slug ?? id
  const noted: NotedHead[] = []
  for (const head of values.head ?? []) {
    const [, slug, position, hash] = /^([^:]+):(\d+):([0-9a-f]{64})$/.exec(head) ?? []
    if (!slug) throw new UsageProblem(`--head is TENANT:POSITION:HASH, as an earlier run printed it.`)
    noted.push({ tenantId: (await tenantOf(database, slug)).id, position: Number(position), hash: hash! })
  }
  const { events, heads, findings } = await verifyChains(database, noted)
  for (const { tenantId, problem, position, eventId } of findings)
    say(`${problem.padEnd(12)} ${slugOf(tenantId)}  ${position ?? '–'}  ${eventId ?? ''}`.trimEnd())
  for (const { tenantId, position, hash } of heads) say(`${slugOf(tenantId)}:${position}:${hash}`)
  say(
    findings.length
      ? `\n${findings.length} findings in ${events} events.`
      : `\n${events} events, none changed, removed or put in between.`,
  )
  return findings.length ? 1 : 0
}

async function tenantOf(database: Database, slug: string) {
  const [tenant] = await database.read(tenantBySlug, slug)
  if (!tenant) throw new UsageProblem(`There is no tenant ${slug}.`)
  return tenant
}
