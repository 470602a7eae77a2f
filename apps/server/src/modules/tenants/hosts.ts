import type { Clock } from '../../platform/clock.ts'
import type { PublicDoor } from '../../platform/public-door.ts'
import { tenantHosts } from './tenant.queries.ts'

/** A name given or taken counts after this on every server. */
const KEPT_MS = 10_000

export type Hosts = {
  /** The short name of the tenant that a host name belongs to, or null. @throws what the database throws. */
  tenantOf(host: string): Promise<string | null>
}

/** Host names of tenants, kept for some seconds: strangers ask with made-up ones, and none of them costs a read. */
export function knowHosts(database: PublicDoor, clock: Clock): Hosts {
  let known: { at: number; slugs: Promise<Map<string, string>> } | null = null
  const look = async () =>
    new Map((await database.read(tenantHosts)).map(({ host, slug }) => [host, slug] as const))
  return {
    async tenantOf(host) {
      const now = clock().getTime()
      if (!known || Math.abs(now - known.at) > KEPT_MS) {
        const mine = (known = { at: now, slugs: look() })
        // What failed is not kept.
        mine.slugs.catch(() => void (known === mine && (known = null)))
      }
      return (await known.slugs).get(host) ?? null
    },
  }
}
