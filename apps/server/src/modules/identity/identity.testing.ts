import { randomBytes } from 'node:crypto'
import { newId, type Id, type Role } from '@mitsprache/terms'
import { Secret, TOTP } from 'otpauth'
import type { TestDatabase } from '../../../test/database.ts'
import { makeCtx } from '../../../test/world.ts'
import { isRefusal } from '../../platform/refusal.graphql.ts'
import { addAuthenticatorApp, beginAuthenticatorApp } from './add-factor.ts'
import type { Config } from '../../platform/config.ts'
import { addPerson } from './add-person.ts'
import type { Ctx } from './context.ts'
import { sessionIdHash } from './session.rules.ts'
import { recheckSignOn } from './sign-on/recheck-sign-on.ts'
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
  { email = `${newId()}@stadt.example`, sample = false } = {},
) {
  const memberships = roles.map((role) => ({ tenantId, role }))
  const personId = await addPerson(test.database, {
    name: 'Jana Wolf',
    email,
    password: PASSWORD,
    memberships,
    sample,
  })
  return { personId, email }
}

/** A browser: keeps its cookie from one request to the next. */
export function browser(
  test: TestDatabase,
  clock = () => new Date(),
  networkKey = randomBytes(8).toString('hex'),
  config?: Config,
) {
  const jar: Record<'secret' | 'signOn' | 'resident', string | null> = {
    secret: null,
    signOn: null,
    resident: null,
  }
  const ctx = async (): Promise<Ctx> => ({
    ...makeCtx(
      test.database,
      await viewerOf(test.database, clock, jar.secret, (idHash, now) =>
        recheckSignOn(makeCtx(test.database, null, { config }), idHash, now),
      ),
      { clock, config },
    ),
    networkKey,
    session: {
      begin: (secret) => (jar.secret = secret),
      end: () => (jar.secret = null),
      idHash: sessionIdHash(jar.secret),
      device: 'Firefox, Linux',
    },
    signOn: {
      sealed: jar.signOn,
      begin: (sealed) => (jar.signOn = sealed),
      end: () => (jar.signOn = null),
    },
    resident: {
      idHash: sessionIdHash(jar.resident),
      begin: (secret) => (jar.resident = secret),
      end: () => (jar.resident = null),
    },
  })
  return { jar, ctx }
}

export type Browser = ReturnType<typeof browser>

/** What an authenticator app shows for its secret. */
export const codeOf = (secret: string, at: Date) =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp: at.getTime() })

/** Sets up an authenticator app in a session that waits for a factor, or in an open one. */
export async function setUpApp(there: Browser): Promise<{ secret: string; recoveryCodes: string[] }> {
  const ctx = await there.ctx()
  const begun = await beginAuthenticatorApp(ctx)
  if (isRefusal(begun)) throw new Error(begun.code)
  const added = await addAuthenticatorApp(ctx, begun.enrolment, codeOf(begun.secret, ctx.clock()))
  if (isRefusal(added)) throw new Error(added.code)
  return { secret: begun.secret, ...added }
}

/**
 * A tenant with somebody who works there, and what they type to sign in. An agency's clerk unless said otherwise,
 * for whom the password is enough.
 */
export async function makeTown(
  test: TestDatabase,
  slug: string,
  { sample = false, roles = ['agencyClerk'] as Role[] } = {},
) {
  const tenantId = await addTenant(test, slug, sample)
  const staff = await addStaff(test, tenantId, roles, { email: `jana.wolf@${slug}.example`, sample })
  return {
    tenantId,
    slug,
    staff,
    credentials: { tenantSlug: slug, email: staff.email, password: PASSWORD },
  }
}
