import type { Id, Role } from '@mitsprache/terms'
import type { Config, Secrets } from '../../platform/config.ts'
import type { Clock } from '../../platform/clock.ts'
import type { RasterShelf } from '../../platform/raster/index.ts'
import type { Files } from '../../platform/files/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'

export type Membership = { tenantId: Id; tenantSlug: string; role: Role; procedureId: Id | null }

export type Viewer = { personId: Id; name: string; email: string; memberships: Membership[] }

/** What every use case gets first: who asks, when the complete request arrived, and the doors. */
export type Ctx = {
  config: Config
  secrets: Secrets
  database: Database
  clock: Clock
  files: Files
  rasters: RasterShelf
  /** Arrival of the complete request, UTC. Counts against every deadline. */
  receivedAt: Date
  /** Somebody signed in, or null. */
  viewer: Viewer | null
  requestId: string
  /** HTTP method of the request: what carries a secret must not come by GET. */
  method: string
  /** Keyed hash of the caller's network, changed daily: for throttling, never written. */
  networkKey: string
  session: {
    /** Sets the session cookie to a new secret. */
    begin: (secret: string, expiresAt: Date) => void
    end: () => void
    /** SHA-256 of the cookie's secret, when one came. */
    idHash: Buffer | null
    /** Browser and system by name, for the list of one's own sessions. */
    device: string
  }
  /** Single sign-on under way in this browser: what it brought back with it, sealed. */
  signOn: { sealed: string | null; begin: (sealed: string, expiresAt: Date) => void; end: () => void }
  /** A resident's session: another cookie than that of the staff, and another table. */
  resident: {
    idHash: Buffer | null
    begin: (secret: string, expiresAt: Date) => void
    end: () => void
  }
  /** One transaction through the staff door, bound to a tenant. */
  staff: <T>(tenantId: Id, work: (tx: Tx) => Promise<T>) => Promise<T>
}
