import { createHmac } from 'node:crypto'
import { newId, type Id } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import type { Ctx } from './context.ts'
import { SignInAttemptRow } from './person.entity.ts'

const MINUTE_MS = 60_000
const WINDOW_MS = 15 * MINUTE_MS
/** A network from which somebody signed in to an account stays known this long. */
const KNOWN_MS = 24 * 60 * MINUTE_MS

type Limits = { accountAtNetwork: number; network: number; account: number }

/** Failed tries in a quarter of an hour. */
export const SIGN_IN_LIMITS: Limits = {
  /** One account from one network: room for a planner who mistypes, none for guessing. */
  accountAtNetwork: 5,
  /** One network over all accounts: a town hall has one address, a list of a thousand addresses needs more. */
  network: 60,
  /** One account from everywhere: against guesses spread over many networks. */
  account: 50,
}

/** Of the second step, whose guesser knows the password already and has a million codes to try. */
export const FACTOR_LIMITS: Limits = { accountAtNetwork: 5, network: 60, account: 20 }

/** Of mails with a link, which cost a stranger's inbox: few to one address, whoever asks for them. */
const LINK_LIMITS: Limits = { accountAtNetwork: 3, network: 60, account: 5 }

const LIMITS_OF = {
  'sign-in': SIGN_IN_LIMITS,
  factor: FACTOR_LIMITS,
  passkey: SIGN_IN_LIMITS,
  link: LINK_LIMITS,
  'new-address': LINK_LIMITS,
}
export type Step = keyof typeof LIMITS_OF

export type Attempt = {
  id: Id
  at: Date
  keys: Record<'accountAtNetwork' | 'network' | 'account' | 'known', Buffer>
}

/** @param account the address of the first step, the person's id of the second. */
function newAttempt(ctx: Ctx, step: Step, account: string, now: Date): Attempt {
  const key = (kind: string, ...of: string[]) =>
    createHmac('sha256', ctx.secrets.signingKey)
      .update(JSON.stringify([step, kind, ...of]))
      .digest()
  return {
    id: newId(now.getTime()),
    at: now,
    keys: {
      accountAtNetwork: key('account at network', account, ctx.networkKey),
      network: key('network', ctx.networkKey),
      account: key('account', account),
      known: key('known', account, ctx.networkKey),
    },
  }
}

/**
 * Counts a try to sign in, or says how long to wait.
 *
 * What is refused is not counted, so a wait never grows: whoever attacks an account cannot keep its owner
 * out for longer than the window. Where the owner signed in within the day, tries from other networks do
 * not count against them at all.
 *
 * @returns the counted attempt, or the seconds after which the next one is taken.
 */
export async function countAttempt(
  ctx: Ctx,
  step: Step,
  account: string,
  now: Date,
): Promise<Attempt | number> {
  const attempt = newAttempt(ctx, step, account, now)
  const limits = LIMITS_OF[step]
  return ctx.database.transaction('identity', {}, async (tx) => {
    await queueUp(tx, [attempt.keys.account, attempt.keys.network])
    const known = (await nthNewest(tx, attempt.keys.known, new Date(now.getTime() - KNOWN_MS), 1)) !== null
    const since = new Date(now.getTime() - WINDOW_MS)
    let waitMs = 0
    for (const kind of ['accountAtNetwork', 'network', 'account'] as const) {
      if (kind === 'account' && known) continue
      const oldest = await nthNewest(tx, attempt.keys[kind], since, limits[kind])
      if (oldest) waitMs = Math.max(waitMs, oldest.getTime() + WINDOW_MS - now.getTime())
    }
    if (waitMs > 0) return Math.ceil(waitMs / 1000)
    await tx.insert(SignInAttemptRow, [
      { keyHash: attempt.keys.accountAtNetwork, at: now, id: attempt.id },
      { keyHash: attempt.keys.network, at: now, id: attempt.id },
      { keyHash: attempt.keys.account, at: now, id: attempt.id },
    ])
    return attempt
  })
}

/** It was no guess: its own count goes, and the owner's earlier slips from this network go. */
export async function forgiveAttempt(tx: Tx, { id, keys }: Attempt): Promise<void> {
  await tx.query('delete from sign_in_attempt where key_hash = $1 or (key_hash = any($2) and id = $3)', [
    keys.accountAtNetwork,
    [keys.network, keys.account],
    id,
  ])
}

/** Somebody has signed in, with all it takes: for both steps the network is known from now on. */
export async function rememberNetwork(
  tx: Tx,
  ctx: Ctx,
  { personId, email }: { personId: Id; email: string },
  now: Date,
): Promise<void> {
  for (const attempt of [newAttempt(ctx, 'sign-in', email, now), newAttempt(ctx, 'factor', personId, now)]) {
    await tx.query('delete from sign_in_attempt where key_hash = $1', [attempt.keys.known])
    await tx.insert(SignInAttemptRow, { keyHash: attempt.keys.known, at: now, id: attempt.id })
  }
}

/** Two tries at once must not both find the last free place: they queue, always in the same order. */
async function queueUp(tx: Tx, keys: Buffer[]): Promise<void> {
  const locks = keys.map((key) => key.readBigInt64BE()).sort((a, b) => (a < b ? -1 : 1))
  for (const lock of locks) await tx.query('select pg_advisory_xact_lock($1)', [String(lock)])
}

async function nthNewest(tx: Tx, keyHash: Buffer, since: Date, n: number): Promise<Date | null> {
  const [row] = await tx.query<{ at: Date }>(
    'select at from sign_in_attempt where key_hash = $1 and at > $2 order by at desc offset $3 limit 1',
    [keyHash, since, n - 1],
  )
  return row?.at ?? null
}
