import type { Id } from '@mitsprache/terms'
import { defineRead } from '../../platform/database/read.ts'

export type PasskeyView = {
  id: Id
  personId: Id
  passkeyHandle: Buffer
  credentialId: Buffer
  publicKey: Buffer
  signCount: number
  transports: string[]
  name: string
  backedUp: boolean
  createdAt: Date
  usedAt: Date | null
}

const PASSKEY = `k.id, k.person_id as "personId", p.passkey_handle as "passkeyHandle", k.credential_id as "credentialId",
  k.public_key as "publicKey", k.sign_count as "signCount", k.transports, k.name, k.backed_up as "backedUp",
  k.created_at as "createdAt", k.used_at as "usedAt"`

export const passkeysOf = defineRead<PasskeyView, [personId: Id]>(
  'identity',
  'passkeys-of',
  (where) => `select ${PASSKEY} from passkey k join person p on p.id = k.person_id
    where ${where('k.person_id = $1')} order by k.created_at, k.id limit 100`,
)

export const passkeyByCredential = defineRead<PasskeyView, [credentialId: Buffer]>(
  'identity',
  'passkey-by-credential',
  (where) => `select ${PASSKEY} from passkey k join person p on p.id = k.person_id
    where ${where('k.credential_id = $1 and p.disabled_at is null')} limit 1`,
)

export type AppView = { secretSealed: Buffer; usedStep: number; createdAt: Date; usedAt: Date | null }

export const authenticatorAppOf = defineRead<AppView, [personId: Id]>(
  'identity',
  'authenticator-app-of',
  (
    where,
  ) => `select secret_sealed as "secretSealed", used_step as "usedStep", created_at as "createdAt", used_at as "usedAt"
    from authenticator_app where ${where('person_id = $1')} limit 1`,
)

export const recoveryCodesLeft = defineRead<{ n: number }, [personId: Id]>(
  'identity',
  'recovery-codes-left',
  (where) => `select count(*)::int as n from recovery_code where ${where('person_id = $1')}`,
)

export type SessionLine = { id: Id; device: string; createdAt: Date; seenAt: Date; signedInBy: string }

/** The open sessions of a person. Those of a sample town's buttons are somebody else's every time. */
export const sessionsOf = defineRead<SessionLine, [personId: Id, now: Date, idleSince: Date]>(
  'identity',
  'sessions-of',
  (where) => `select id, device, created_at as "createdAt", seen_at as "seenAt", signed_in_by as "signedInBy"
    from session where ${where(`person_id = $1 and expires_at > $2 and seen_at > $3 and signed_in_by <> 'sample'`)}
    order by seen_at desc, id limit 50`,
)
