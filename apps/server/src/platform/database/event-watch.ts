import type { Clock } from '../clock.ts'
import type { Database } from './database.ts'
import { defineRead } from './read.ts'

/** How old the last look may be. A decision is seen by everyone after this and the time of one small read. */
export const LOOK_EVERY_MS = 500

/**
 * Events that change nothing the public sees. Whatever is not named here does, for all we know: who adds an event
 * and forgets this list makes an answer be read once more, never an old one be given.
 */
export const QUIET_EVENTS = [
  'StaffSignedIn',
  'StaffInvited',
  'InvitationAccepted',
  'InvitationWithdrawn',
  'StaffRolesChanged',
  'StaffRemoved',
  'StaffOrganisationChanged',
  'OrganisationSaved',
  'OrganisationRemoved',
  'FactorAdded',
  'FactorRemoved',
  'RecoveryCodesRenewed',
  'PasswordChanged',
  'AddressChangeRequested',
  'AddressChanged',
  'AddressChangeStopped',
  'ResidentAddressChangeRequested',
  'ResidentAddressChanged',
  'ResidentAddressChangeStopped',
  'ProcedureCreated',
  'ProcedureChanged',
  'DocumentAdded',
  'DocumentRemoved',
  'ExportRequested',
  'ExportDownloaded',
  'AuthorConfirmedAddress',
  'AuthorStoppedMessages',
  'MessageSentAgain',
  'MessageTemplateChanged',
  'AuthorsReadForReview',
  'AuthorsReadForExport',
  'AuthorsReadForAnswer',
  'AuditLogDownloaded',
  'DataKeyChanged',
  'TenantExported',
  'AuthorsReadForTenantExport',
  'ResidentsReadForTenantExport',
]

/**
 * The oldest transaction still running, and how many events there are from `since` on and from there on.
 *
 * `seen` begins at the oldest transaction of the look before: one that took its number early and commits late
 * raises it, however long it ran, and holds up nobody else's events.
 */
export const lookAtEvents = defineRead<
  { horizon: string; seen: number; ahead: number },
  [since: string | null, quiet: string[]]
>('public', 'look-at-events', () => 'select horizon, seen, ahead from look_at_events($1::xid8, $2)', {
  plannedOnce: true,
})

export type EventWatch = {
  /** Whether this server has looked so lately that nothing older than `LOOK_EVERY_MS` can have escaped it. */
  isUpToDate(): boolean
  /** Looks, together with everybody who wants to look just now. @throws what the database throws. */
  look(): Promise<void>
  /** Moves with everything that happened: what was read under another number may be out of date. */
  era(): number
}

/**
 * Knows whether something public changed, on whichever server it was written. It looks only when somebody asks,
 * with one indexed statement for all who wait, and at once after a write of its own process.
 */
export function watchEvents(database: Database, clock: Clock): EventWatch {
  let lookedAt = Number.NEGATIVE_INFINITY
  let writtenThen = -1
  let horizon: string | null = null
  let ahead = 0
  let era = 0
  let looking: { since: number; done: Promise<void> } | null = null

  async function lookOnce(): Promise<void> {
    // Taken before the statement: what happens while it is on its way belongs to the next look.
    const startedAt = clock().getTime()
    const written = database.written()
    const [row] = await database.read(lookAtEvents, horizon, QUIET_EVENTS)
    if (row!.seen !== ahead) era++
    ;({ horizon, ahead } = row!)
    lookedAt = startedAt
    writtenThen = written
  }

  async function look(): Promise<void> {
    const written = database.written()
    if (looking && looking.since < written) {
      // Under way since before our own write: it may have looked too early.
      await looking.done.catch(() => {})
      return look()
    }
    if (!looking) {
      const mine = { since: written, done: lookOnce() }
      looking = mine
      const over = () => void (looking === mine && (looking = null))
      mine.done.then(over, over)
    }
    await looking.done
  }

  return {
    isUpToDate() {
      const ageMs = clock().getTime() - lookedAt
      // A clock that was put back says nothing.
      return ageMs >= 0 && ageMs <= LOOK_EVERY_MS && writtenThen === database.written()
    },
    look,
    era: () => era,
  }
}
