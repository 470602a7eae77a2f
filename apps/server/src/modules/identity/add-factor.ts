import { LIMITS } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/database/event.ts'
import { InputRefused, TooManyAttempts } from '../../platform/refusal.graphql.ts'
import { NoPasskeysHere, ProofRefused, StepUpNeeded } from './account-refusals.graphql.ts'
import {
  appUri,
  newAppSecret,
  openEnrolment,
  sealAppSecret,
  sealEnrolment,
  stepOfCode,
} from './authenticator-app.ts'
import type { Ctx } from './context.ts'
import { AuthenticatorAppRow, PasskeyRow } from './factor.entity.ts'
import { passkeysOf } from './factor.queries.ts'
import { ENROLMENT_LASTS_MS, PASSKEYS_PER_PERSON, realFactors } from './factor.rules.ts'
import { factorAdded, staffSignedIn } from './identity.events.ts'
import type { OwnSession } from './identity.queries.ts'
import { ownSessionOf, renewSession, whyNotNow } from './own-session.ts'
import { askForNewPasskey, readNewPasskey } from './passkeys.ts'
import { newRecoveryCodes, replaceRecoveryCodes } from './recovery-codes.ts'
import { countAttempt, forgiveAttempt, rememberNetwork } from './sign-in-throttle.ts'

/** Factors are added in an open session, or as the second step by who has none yet. */
function whyNoFactor(session: OwnSession, now: Date) {
  if (!session.open) return session.factors.length ? StepUpNeeded.of() : null
  return whyNotNow(session, now)
}

/** Begins to set up an authenticator app: its secret, to be read or scanned, and what to send back with a code. */
export async function beginAuthenticatorApp(ctx: Ctx) {
  const now = ctx.clock()
  const session = await ownSessionOf(ctx)
  const refused = whyNoFactor(session, now)
  if (refused) return refused
  const secret = newAppSecret()
  const until = now.getTime() + ENROLMENT_LASTS_MS
  return {
    secret,
    uri: appUri(secret, session.email),
    enrolment: sealEnrolment(ctx.secrets.personKey, session.personId, session.id, { secret, until }),
  }
}

/** Ends it with the first code of the app; an app there was before is no longer taken. */
export async function addAuthenticatorApp(ctx: Ctx, enrolment: string, code: string) {
  const now = ctx.clock()
  const session = await ownSessionOf(ctx)
  const refused = whyNoFactor(session, now)
  if (refused) return refused
  const attempt = await countAttempt(ctx, 'factor', session.personId, now)
  if (typeof attempt === 'number') return TooManyAttempts.of(attempt)
  const { personKey } = ctx.secrets
  const secret = openEnrolment(personKey, session.personId, session.id, enrolment.slice(0, 2_000), now)
  const step = secret === null ? null : stepOfCode(secret, code, now)
  if (secret === null || step === null) return ProofRefused.of()
  return addFactor(ctx, session, now, async (tx) => {
    await forgiveAttempt(tx, attempt)
    await tx.query('delete from authenticator_app where person_id = $1', [session.personId])
    await tx.insert(AuthenticatorAppRow, {
      personId: session.personId,
      secretSealed: sealAppSecret(personKey, session.personId, secret),
      usedStep: step,
      createdAt: now,
      usedAt: null,
    })
    return true
  })
}

/** What to ask the browser for; the answer goes to `addPasskey`. */
export async function beginPasskey(ctx: Ctx) {
  const now = ctx.clock()
  const session = await ownSessionOf(ctx)
  const refused = whyNoFactor(session, now)
  if (refused) return refused
  return (await askForNewPasskey(ctx, session, now)) ?? NoPasskeysHere.of()
}

/** @param name what its owner calls it, such as "Diensthandy". */
export async function addPasskey(ctx: Ctx, answer: string, name: string) {
  const now = ctx.clock()
  const session = await ownSessionOf(ctx)
  const refused = whyNoFactor(session, now)
  if (refused) return refused
  const called = name.normalize('NFC').trim()
  if (!called || called.includes('\0')) return InputRefused.of({ field: 'name', problem: 'empty' })
  if ([...called].length > LIMITS.passkeyName)
    return InputRefused.of({ field: 'name', problem: 'tooLong', limit: LIMITS.passkeyName })
  const known = await ctx.database.read(passkeysOf, session.personId)
  if (known.length >= PASSKEYS_PER_PERSON)
    return InputRefused.of({ field: 'passkeys', problem: 'tooMany', limit: PASSKEYS_PER_PERSON })
  const made = await readNewPasskey(ctx, session, answer, now)
  if (!made) return ProofRefused.of()
  return addFactor(ctx, session, now, async (tx) => {
    if (!(await made.spend(tx))) return false
    return tx.insertNew(PasskeyRow, { ...made.passkey, name: called })
  })
}

/**
 * Writes a factor down, with recovery codes where there are none, and renews the session: whoever has just set up a
 * factor has also shown it.
 *
 * @returns the recovery codes, shown this once; none when there were some already.
 */
async function addFactor(ctx: Ctx, session: OwnSession, now: Date, write: (tx: Tx) => Promise<boolean>) {
  const { personId } = session
  const fresh = session.factors.includes('recoveryCode')
    ? null
    : await newRecoveryCodes(ctx.secrets.signingKey, personId)
  const begin = await ctx.database.transaction('identity', {}, async (tx) => {
    // One after the other: of two who hold the password of somebody without a factor, only one may set the first.
    await tx.query('select 1 from person where id = $1 for update', [personId])
    if (!realFactors(session.factors).length) {
      const there = await tx.query(
        'select 1 from passkey where person_id = $1 union all select 1 from authenticator_app where person_id = $1 limit 1',
        [personId],
      )
      if (there.length) return null
    }
    if (!(await write(tx))) return null
    if (fresh) await replaceRecoveryCodes(tx, personId, fresh.hashes, now)
    await rememberNetwork(tx, ctx, session, now)
    for (const tenantId of new Set(session.memberships.map((membership) => membership.tenantId))) {
      await recordEvent(tx, factorAdded(tenantId, personId, now))
      if (!session.open) await recordEvent(tx, staffSignedIn(tenantId, personId, now))
    }
    return renewSession(ctx, tx, session, now, true)
  })
  if (!begin) return ProofRefused.of()
  begin()
  return { recoveryCodes: fresh?.codes ?? [] }
}
