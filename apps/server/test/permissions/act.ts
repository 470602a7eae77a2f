import type { Id, UploadPurpose } from '@mitsprache/terms'
import type { Asker } from './people.ts'

/** Of a procedure: not on display yet, taking contributions, its period over. */
export type ProcedureState = 'draft' | 'open' | 'ended'
/** Of a contribution in an open procedure; `plannersOnly`: its author keeps it to the planners. */
export type ContributionState = 'inReview' | 'published' | 'withheld' | 'plannersOnly'
export type State = ProcedureState | ContributionState

export const PROCEDURE_STATES = ['draft', 'open', 'ended'] as const
export const CONTRIBUTION_STATES = ['inReview', 'published', 'withheld', 'plannersOnly'] as const

/** What an act is about: made anew once somebody has changed it. */
export type Thing = {
  /** Short name of the authority it belongs to. */
  tenant: string
  tenantId: Id
  procedureId: Id
  slug: string
  roundId: Id
  planPartId: Id
  /** Of the procedure, as it stands. */
  version: number
  contribution: { id: Id; number: string; secret: string } | null
}

/** What somebody is asked about, and what an act may need beside it. */
export type Asked = Thing & {
  asker: Asker
  state: State | undefined
  /** A file that the asker has sent and that was found good. */
  upload: (purpose: UploadPurpose) => Promise<Id>
  /** The same of an administrator. */
  uploadOfAdministrator: (purpose: UploadPurpose) => Promise<Id>
  /** Does something as an administrator first, and gives its answer. */
  first: <T>(operation: string, variables: object) => Promise<T>
  /** Does something first in the session that asks; null when that was refused. */
  inSameSession: <T>(operation: string, variables: object) => Promise<T | null>
  /** Somebody else who works for the authority, and their address. */
  colleague: () => Promise<{ personId: Id; email: string }>
  /** One session more of the asker's, elsewhere. */
  otherSession: () => Promise<Id>
  /** One passkey more of the asker's. */
  passkey: () => Promise<Id>
  /** A change of the asker's address, or of somebody's: the secret of one of its links. */
  addressChange: (link: 'confirm' | 'stop') => Promise<string>
  /** A link with which a resident signs in: its secret. */
  residentLink: () => Promise<string>
  /** A sign-in service of the authority. */
  signOnProvider: () => Promise<Id>
  /** A message that did not arrive. */
  parkedMessage: () => Promise<Id>
  /** A sample town's short name. */
  sampleTown: string
  /** A map service that answers: its address. */
  mapService: string
}

export type Act = {
  /** What it is, for somebody who reads no program. */
  does: string
  states?: readonly State[]
  /** The arguments, by name. */
  ask: (asked: Asked) => object | Promise<object>
  /** Typed refusals that only somebody meets who was let through, and why the act ends there in this test. */
  tried?: Record<string, string>
  /** Changes the asker's own account: each gets theirs back before. */
  own?: boolean
  /** Asked in a session in which the second factor is still to come. */
  waiting?: boolean
}

export type Acts = { title: string; acts: Record<string, Act> }
