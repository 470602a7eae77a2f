import { createHmac } from 'node:crypto'
import type { Secrets } from '../config.ts'
import { defineCall } from '../database/call.ts'
import type { Database } from '../database/database.ts'
import type { Limit, LimitKind } from './limits.rules.ts'

type Take = { keys: Buffer[]; stepsMs: number[]; windowMs: number; cost: number }

/** Counts for all keys, or for none and says how long to wait. */
const takeRate = defineCall<Take, number>('identity', 'take_rate', ['keys', 'stepsMs', 'windowMs', 'cost'])

/** A server that is busy takes this part of a limit at once, and asks the database again when it is used up. */
const LEASED_PART = 30
const LEASE_LASTS_MS = 10_000
const MOST_LEASES = 10_000

type Lease = { left: number; until: number }
const leasesOf = new WeakMap<Database, Map<string, Lease>>()

/**
 * Counts an act against every limit that it has, for all servers of the installation at once. What is refused is not
 * counted, so a wait never grows.
 *
 * @param of whose act it is, for each kind the limit knows; hashed with the installation's key before it is stored.
 * @returns 0, or the seconds after which the next one is taken.
 */
export async function takeFromLimit(
  { database, secrets }: { database: Database; secrets: Secrets },
  act: string,
  limit: Limit,
  of: Partial<Record<LimitKind, string>>,
): Promise<number> {
  const { windowSeconds, ...most } = limit
  const kinds = (Object.keys(most) as LimitKind[]).filter((kind) => of[kind] !== undefined)
  const names = kinds.map((kind) => JSON.stringify([act, kind, of[kind]]))
  const leases = leasesFor(database)
  const name = names.join()
  const lease = leases.get(name)
  if (lease && lease.left > 0 && lease.until > Date.now()) {
    lease.left--
    return 0
  }
  leases.delete(name)

  const windowMs = windowSeconds * 1000
  const ask = (cost: number) =>
    database.call(takeRate, {
      keys: names.map((each) => createHmac('sha256', secrets.signingKey).update(each).digest()),
      stepsMs: kinds.map((kind) => windowMs / most[kind]!),
      windowMs,
      cost,
    })
  const part = Math.max(1, Math.floor(Math.min(...kinds.map((kind) => most[kind]!)) / LEASED_PART))
  const wait = await ask(part)
  if (wait === 0) {
    if (part > 1) keep(leases, name, { left: part - 1, until: Date.now() + LEASE_LASTS_MS })
    return 0
  }
  return part > 1 ? ask(1) : wait
}

function leasesFor(database: Database): Map<string, Lease> {
  const known = leasesOf.get(database)
  if (known) return known
  const leases = new Map<string, Lease>()
  leasesOf.set(database, leases)
  return leases
}

/** Those that were quiet longest are forgotten: what they had left is lost to them, and to nobody else. */
function keep(leases: Map<string, Lease>, name: string, lease: Lease) {
  leases.set(name, lease)
  if (leases.size > MOST_LEASES) leases.delete(leases.keys().next().value!)
}
