import { randomBytes } from 'node:crypto'
import { newId, type Id, type Role } from '@mitsprache/terms'
import type { TestDatabase } from '../../../test/database.ts'
import { addPerson } from './add-person.ts'
import type { Ctx } from './context.ts'
import { sessionIdHash } from './session.rules.ts'
import { viewerOf } from './viewer-of.ts'

export const PASSWORD = 'Vier Linden am Mühlgraben'

/** An authority of its own, so that tests do not meet in one. */
export async function addTenant({ owner }: TestDatabase, slug: string, sample = false): Promise<Id> {
  const id = newId()
  await owner.query(
    `insert into tenant (id, slug, name, receipt_prefix, contact_email, contact_phone, contact_address, map_lon, map_lat,
                         map_zoom, sample, created_at)
     values ($1, $2, '{"de": "Stadt"}', 'TST', 'amt@stadt.example', '0371', 'Markt 1', 12.9, 50.8, 13, $3, now())`,
    [id, slug, sample],
  )
  return id
}

export async function addStaff(test: TestDatabase, tenantId: Id, roles: Role[], email = `${newId()}@stadt.example`) {
  const memberships = roles.map((role) => ({ tenantId, role }))
  const personId = await addPerson(test.database, { name: 'Jana Wolf', email, password: PASSWORD, memberships })
  return { personId, email }
}

/** A browser: keeps its cookie from one request to the next. */
export function browser(test: TestDatabase, clock = () => new Date(), networkKey = randomBytes(8).toString('hex')) {
  const jar: { secret: string | null } = { secret: null }
  const ctx = async (): Promise<Ctx> => {
    const made: Omit<Ctx, 'config'> = {
      secrets: { signingKey: 'ab'.repeat(32), personKey: 'cd'.repeat(32), databasePassword: '' },
      database: test.database,
      clock,
      receivedAt: clock(),
      viewer: await viewerOf(test.database, clock, jar.secret),
      requestId: 'test',
      method: 'POST',
      networkKey,
      session: {
        begin: (secret: string) => (jar.secret = secret),
        end: () => (jar.secret = null),
        idHash: sessionIdHash(jar.secret),
      },
      staff: (tenantId, work) => test.database.transaction('staff', { tenantId }, work),
    }
    return made as Ctx
  }
  return { jar, ctx, networkKey }
}
