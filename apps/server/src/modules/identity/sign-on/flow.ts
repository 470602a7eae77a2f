import type { Id, TrustLevel } from '@mitsprache/terms'
import type { Secrets } from '../../../platform/config.ts'
import { seal, unseal } from '../../../platform/seal.ts'

/** Who signs in: members of the staff, or residents. The one never becomes the other. */
export const SIGN_ON_FOR = ['staff', 'resident'] as const
export type SignOnFor = (typeof SIGN_ON_FOR)[number]

/** From leaving for the provider to coming back, with time to look for an identity card. */
export const FLOW_LASTS_MS = 15 * 60_000

/** What has to be known again when the browser comes back; it carries it itself, sealed, and we keep nothing. */
export type Flow = {
  providerId: Id
  version: number
  for: SignOnFor
  state: string
  nonce: string
  verifier: string
  until: number
  /** What was asked for: said to the provider, checked when something is handed in. */
  level: TrustLevel
}

const ABOUT = 'single sign-on under way'

export const sealFlow = ({ personKey }: Pick<Secrets, 'personKey'>, flow: Flow) =>
  seal(personKey, ABOUT, JSON.stringify(flow)).toString('base64url')

/** @returns null for what we did not seal, or too long ago. */
export function openFlow(
  { personKey }: Pick<Secrets, 'personKey'>,
  sealed: string | null,
  now: Date,
): Flow | null {
  if (!sealed || sealed.length > 4_000) return null
  try {
    const flow = JSON.parse(unseal(personKey, ABOUT, Buffer.from(sealed, 'base64url'))) as Flow
    return flow.until > now.getTime() ? flow : null
  } catch {
    return null
  }
}
