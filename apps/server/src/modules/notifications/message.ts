import type { Id, Language } from '@mitsprache/terms'
import type { Clock } from '../../platform/clock.ts'
import type { Config, Secrets } from '../../platform/config.ts'
import type { Database } from '../../platform/database/database.ts'
import type { EventRow } from '../../platform/database/event.ts'

/** What putting a message together needs; nothing of it comes from a request. */
export type MailParts = { database: Database; config: Config; secrets: Secrets; clock: Clock }

/** A message in the outbox: ids only. */
export type Outgoing = { tenantId: Id; id: Id; eventId: Id; kind: string; recipientId: Id }

export type Filled = {
  to: string
  language: Language
  /** One for each placeholder of the message. */
  values: Record<string, string>
  /** Ends further messages to this recipient; for residents. */
  stopUrl?: string
}

export type Wording = { subject: string; body: string }

/**
 * A message: which event it follows from, to whom, and its words. One file each in `messages/`, listed in
 * `messages/index.ts`; nothing else needs to know of it.
 */
export type Message = {
  /** Stands in the outbox and in templates: never renamed. */
  kind: string
  on: readonly string[]
  /** The recipient: a member of staff, an invitation, a contribution, whatever `fill` looks up. */
  to: (event: Pick<EventRow, 'subjectIds' | 'actorId'>) => Id | undefined
  /** Whom `to` names; for the administrators' list, and for the question whether they can be written to. */
  whom: 'staff' | 'invited' | 'author' | 'confirmedAuthor' | 'resident' | 'account'
  /** Recorded for every tenant that somebody works for, but told once. */
  oncePerAct?: true
  /** To an address that nobody has confirmed yet: few within a day, lest we be used to fill a stranger's mailbox. */
  toUnconfirmed?: true
  placeholders: readonly string[]
  /** Without these it would not do what it is for. */
  needed: readonly string[]
  /** Our own words, until a tenant writes others. */
  wording: Record<Language, Wording>
  /**
   * Looks up whom to write to and what stands in the message, when it leaves.
   *
   * @returns null when it has become pointless: the invitation was accepted, the author erased.
   */
  fill: (parts: MailParts, outgoing: Outgoing) => Promise<Filled | null>
}
