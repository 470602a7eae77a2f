import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { newId } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import { isOurChallenge, newChallenge, spendChallenge } from './challenge.ts'
import type { Ctx } from './context.ts'
import type { PasskeyRow } from './factor.entity.ts'
import { CHALLENGE_LASTS_MS, relyingParty } from './factor.rules.ts'
import { passkeyByCredential, passkeysOf, type PasskeyView } from './factor.queries.ts'
import type { OwnSession } from './identity.queries.ts'

/** Characters of an answer: keys and signatures are small, whatever is longer is none. */
const ANSWER_MOST = 20_000

type RegistrationAnswer = Parameters<typeof verifyRegistrationResponse>[0]['response']
type Answer = Parameters<typeof verifyAuthenticationResponse>[0]['response']

/** What a browser answered, or null for anything that cannot be an answer. */
function readAnswer<T extends { id: string }>(answer: string): T | null {
  if (answer.length > ANSWER_MOST) return null
  try {
    const read = JSON.parse(answer) as T | null
    return typeof read?.id === 'string' ? read : null
  } catch {
    return null
  }
}

/** Remembers the challenge that was answered, if it is one of ours, so that it can be spent. */
function challengeOf(ctx: Ctx, about: string, now: Date) {
  const answered: { challenge: Buffer | null } = { challenge: null }
  const check = (text: string) => {
    answered.challenge = Buffer.from(text, 'base64url')
    return isOurChallenge(ctx.secrets.signingKey, about, answered.challenge, now)
  }
  return { answered, check }
}

/**
 * What to ask a browser for to make a passkey.
 *
 * No attestation: which make of key somebody uses is none of our business.
 *
 * @returns JSON for `navigator.credentials.create`, or null where the address has no passkeys.
 */
export async function askForNewPasskey(ctx: Ctx, session: OwnSession, now: Date): Promise<string | null> {
  const party = relyingParty(ctx.config.baseUrl)
  if (!party) return null
  const known = await ctx.database.read(passkeysOf, session.personId)
  const options = await generateRegistrationOptions({
    rpName: 'Mitsprache',
    rpID: party.id,
    userName: session.email,
    userDisplayName: session.name,
    userID: new Uint8Array(session.passkeyHandle),
    challenge: new Uint8Array(newChallenge(ctx.secrets.signingKey, `new passkey ${session.id}`, now)),
    timeout: CHALLENGE_LASTS_MS,
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId.toString('base64url') })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    // The three that every authenticator knows, by name, so that what is stored can be read for years.
    supportedAlgorithmIDs: [-8, -7, -257],
  })
  return JSON.stringify(options)
}

/** @returns the passkey and how to spend its question, or null for an answer that does not hold. */
export async function readNewPasskey(ctx: Ctx, session: OwnSession, text: string, now: Date) {
  const party = relyingParty(ctx.config.baseUrl)
  const answer = readAnswer<RegistrationAnswer>(text)
  if (!party || !answer) return null
  const { answered, check } = challengeOf(ctx, `new passkey ${session.id}`, now)
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: check,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: false,
    supportedAlgorithmIDs: [-8, -7, -257],
  }).catch(() => ({ verified: false as const, registrationInfo: undefined }))
  if (!verified || !registrationInfo) return null
  const { credential, credentialBackedUp } = registrationInfo
  const passkey: Omit<PasskeyRow, 'name'> = {
    id: newId(now.getTime()),
    personId: session.personId,
    credentialId: Buffer.from(credential.id, 'base64url'),
    publicKey: Buffer.from(credential.publicKey),
    signCount: credential.counter,
    transports: credential.transports ?? [],
    backedUp: credentialBackedUp,
    createdAt: now,
    usedAt: null,
  }
  return { passkey, spend: (tx: Tx) => spendChallenge(tx, answered.challenge!, now) }
}

/**
 * What to ask a browser for to show a passkey.
 *
 * @param session whose passkeys, as a second factor or to show oneself once more; null: any of ours, alone, and
 * then with finger, face or PIN.
 */
export async function askForPasskey(ctx: Ctx, session: OwnSession | null, now: Date): Promise<string | null> {
  const party = relyingParty(ctx.config.baseUrl)
  if (!party) return null
  const known = session ? await ctx.database.read(passkeysOf, session.personId) : []
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    challenge: new Uint8Array(newChallenge(ctx.secrets.signingKey, aboutPasskey(session), now)),
    timeout: CHALLENGE_LASTS_MS,
    userVerification: session ? 'preferred' : 'required',
    allowCredentials: known.map(({ credentialId, transports }) => ({
      id: credentialId.toString('base64url'),
      transports: transports,
    })),
  })
  return JSON.stringify(options)
}

const aboutPasskey = (session: OwnSession | null) => `passkey ${session?.id ?? 'alone'}`

/** Which passkey an answer claims to come from, for counting tries; nothing about it is proven yet. */
export const claimedCredential = (text: string) => readAnswer<Answer>(text)?.id ?? ''

export type ShownPasskey = { passkey: PasskeyView; spend: (tx: Tx) => Promise<boolean> }

/**
 * Checks what a passkey has answered.
 *
 * A counter that went back means that there are two of the same key, one of them copied: it is refused.
 *
 * @returns the passkey and how to spend its question, or null for an answer that does not hold.
 * @source WebAuthn Level 3 § 7.2.
 */
export async function readShownPasskey(
  ctx: Ctx,
  session: OwnSession | null,
  text: string,
  now: Date,
): Promise<ShownPasskey | null> {
  const party = relyingParty(ctx.config.baseUrl)
  const answer = readAnswer<Answer>(text)
  if (!party || !answer) return null
  const [passkey] = await ctx.database.read(passkeyByCredential, Buffer.from(answer.id, 'base64url'))
  if (!passkey || (session && passkey.personId !== session.personId)) return null
  // Alone, a passkey has to say itself whose it is.
  const handle = answer.response?.userHandle ?? null
  const isOwners = handle === passkey.passkeyHandle.toString('base64url')
  if (!isOwners && !(session && handle === null)) return null
  const { answered, check } = challengeOf(ctx, aboutPasskey(session), now)
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: check,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: !session,
    credential: {
      id: answer.id,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.signCount,
      transports: passkey.transports,
    },
  }).catch(() => ({ verified: false, authenticationInfo: null }))
  if (!verified || !authenticationInfo) return null
  const { newCounter, credentialBackedUp } = authenticationInfo
  const spend = async (tx: Tx) => {
    if (!(await spendChallenge(tx, answered.challenge!, now))) return false
    // Two answers at once: the one with the lower count came second and is refused like one that went back.
    const counted = await tx.query(
      `update passkey set sign_count = $2, backed_up = $3, used_at = $4
       where id = $1 and (sign_count < $2 or (sign_count = 0 and $2 = 0)) returning 1`,
      [passkey.id, newCounter, credentialBackedUp, now],
    )
    return counted.length === 1
  }
  return { passkey, spend }
}
