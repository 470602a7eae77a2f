/** Small enough that a broken line costs little, large enough that a fast one does not wait between parts. */
export const PART_BYTES = 1024 * 1024

const REFUSALS = [
  'NotAPdf',
  'PdfEncrypted',
  'PdfDamaged',
  'PdfTooComplex',
  'NotAPlanPicture',
  'PictureDamaged',
  'PictureTooLarge',
  'PictureTooComplex',
  'NotPlanData',
] as const
export type UploadRefusal = (typeof REFUSALS)[number] | 'other'

/** What the server said to a part. */
export type PartAnswer = {
  status: number
  offset: number | null
  code: string | null
  retryAfterS: number | null
  pages: number | null
}

/** What to do next with an upload. */
export type NextStep =
  | { kind: 'send'; offset: number }
  /** Ask how far it came, then go on; the line is broken or somebody else is at it. */
  | { kind: 'wait'; waitMs: number }
  | { kind: 'checked'; pages: number | null }
  | { kind: 'refused'; code: UploadRefusal }
  /** The ticket is worth nothing any more: begin anew. */
  | { kind: 'lost' }

const LONGEST_MS = 30_000

/** One second, then two, four, up to half a minute: a line that is away is not asked to death. */
export const patience = (failures: number) => Math.min(LONGEST_MS, 1000 * 2 ** Math.max(0, failures - 1))

/** The header of the part that begins at `offset`, and where it ends. */
export function partAt(offset: number, sizeBytes: number) {
  const end = Math.min(sizeBytes, offset + PART_BYTES)
  return { end, range: `bytes ${offset}-${end - 1}/${sizeBytes}` }
}

/**
 * From an answer to the next step. The server's offset is the truth, never our own count: what we sent may
 * have arrived although its answer did not.
 *
 * @param answer null when none came.
 * @param failures how many answers in a row did not come, this one included.
 */
export function nextStep(answer: PartAnswer | null, failures: number): NextStep {
  if (!answer) return { kind: 'wait', waitMs: patience(failures) }
  const { status, offset, code, retryAfterS, pages } = answer
  if (status === 200) return { kind: 'checked', pages }
  if (status === 204 && offset !== null) return { kind: 'send', offset }
  if (status === 409 && code === 'WrongOffset' && offset !== null) return { kind: 'send', offset }
  if (status === 422) return { kind: 'refused', code: REFUSALS.find((each) => each === code) ?? 'other' }
  if (status === 404 || status === 400 || status === 413) return { kind: 'lost' }
  return { kind: 'wait', waitMs: retryAfterS ? retryAfterS * 1000 : patience(failures) }
}

/** The state a `HEAD` tells, as the next step. */
export function stepOfStand(
  stand: { status: number; offset: number | null; state: string | null },
  sizeBytes: number,
  failures: number,
): NextStep {
  if (stand.status === 404) return { kind: 'lost' }
  if (stand.status !== 200 || stand.offset === null) return { kind: 'wait', waitMs: patience(failures) }
  if (stand.state === 'checked') return { kind: 'checked', pages: null }
  if (stand.state === 'refused') return { kind: 'refused', code: 'other' }
  // All there but not judged yet: an empty rest makes the server judge it.
  return { kind: 'send', offset: Math.min(stand.offset, sizeBytes) }
}

export type Ticket = { id: string; url: string; secret: string; expiresAt: string }
type FileFacts = { name: string; size: number; lastModified: number }

const keyOf = (procedureId: string, { name, size, lastModified }: FileFacts) =>
  `mitsprache.upload.${procedureId}.${size}.${lastModified}.${name}`

/** Tickets of this tab, so that a reloaded page goes on when the same file is chosen again. */
export const tickets = {
  find(procedureId: string, file: FileFacts, now: number): Ticket | null {
    try {
      const kept = window.sessionStorage.getItem(keyOf(procedureId, file))
      const ticket = kept ? (JSON.parse(kept) as Ticket) : null
      return ticket && Date.parse(ticket.expiresAt) > now ? ticket : null
    } catch {
      return null
    }
  },
  keep(procedureId: string, file: FileFacts, ticket: Ticket) {
    try {
      window.sessionStorage.setItem(keyOf(procedureId, file), JSON.stringify(ticket))
    } catch {
      // Then a reload begins anew; nothing else depends on it.
    }
  },
  forget(procedureId: string, file: FileFacts) {
    try {
      window.sessionStorage.removeItem(keyOf(procedureId, file))
    } catch {
      // See above.
    }
  },
}
