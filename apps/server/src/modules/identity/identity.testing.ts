import { randomBytes } from 'node:crypto'
import { newId, type Id, type Role } from '@mitsprache/terms'
import type { TestDatabase } from '../../../test/database.ts'
import { makeCtx } from '../../../test/world.ts'
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

export async function addStaff(
  test: TestDatabase,
  tenantId: Id,
  roles: Role[],
  email = `${newId()}@stadt.example`,
) {
  const memberships = roles.map((role) => ({ tenantId, role }))
  const personId = await addPerson(test.database, {
    name: 'Jana Wolf',
    email,
    password: PASSWORD,
    memberships,
  })
  return { personId, email }
}

/** A browser: keeps its cookie from one request to the next. */
export function browser(
  test: TestDatabase,
  clock = () => new Date(),
  networkKey = randomBytes(8).toString('hex'),
) {
  const jar: { secret: string | null } = { secret: null }
  const ctx = async (): Promise<Ctx> => ({
    ...makeCtx(test.database, await viewerOf(test.database, clock, jar.secret), { clock }),
    networkKey,
    session: {
      begin: (secret) => (jar.secret = secret),
      end: () => (jar.secret = null),
      idHash: sessionIdHash(jar.secret),
    },
  })
  return { jar, ctx }
}

/** A tenant with a planner, and what the planner types to sign in. */
export async function makeTown(test: TestDatabase, slug: string, sample = false) {
  const tenantId = await addTenant(test, slug, sample)
  const planner = await addStaff(test, tenantId, ['planner'], `planner@${slug}.example`)
  return {
    tenantId,
    slug,
    planner,
    credentials: { tenantSlug: slug, email: planner.email, password: PASSWORD },
  }
}
