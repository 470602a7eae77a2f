import {
  VISIBILITIES,
  type Audience,
  type Id,
  type Language,
  type PlaceKind,
  type Visibility,
} from '@mitsprache/terms'
import { defineCall } from '../../platform/database/call.ts'

/** What somebody hands in online, complete: its columns, and what the server remembered of the procedure. */
export type HandIn = {
  tenantId: Id
  procedureId: Id
  /** Of the procedure and its numbers, as they were remembered. */
  revision: number
  receiptPrefix: string
  roundId: Id
  id: Id
  number: string
  bearerHash: Buffer
  idempotencyKey: Id
  bodyHash: Buffer
  title: string | null
  text: string
  language: Language
  categoryId: Id | null
  placeKind: PlaceKind
  placeLabel: string | null
  planPartId: Id | null
  geometry: Buffer | null
  lon: number | null
  lat: number | null
  west: number | null
  south: number | null
  east: number | null
  north: number | null
  audience: Audience
  receivedAt: Date
  late: boolean
  outsidePlanAreaM: number | null
  /** Shown with it once it is published; null where nobody wanted that. */
  authorName: string | null
  nameSealed: Buffer | null
  emailSealed: Buffer | null
  eventId: Id
}

/**
 * What became of it: where it stands now; or `outdated` when the procedure has another revision by now, `keyTaken`
 * when something with this key was kept before, `numberTaken` when somebody has drawn the same number.
 */
export type HandedIn = Visibility | 'outdated' | 'keyTaken' | 'numberTaken'

export const isKept = (answer: HandedIn): answer is Visibility =>
  (VISIBILITIES as readonly string[]).includes(answer)

/** Keeps the contribution, its person, its event, its case and its counts in one statement, or nothing of it. */
export const handInContribution = defineCall<HandIn, HandedIn>('bearer', 'hand_in_contribution', [
  'tenantId',
  'procedureId',
  'revision',
  'receiptPrefix',
  'roundId',
  'id',
  'number',
  'bearerHash',
  'idempotencyKey',
  'bodyHash',
  'title',
  'text',
  'language',
  'categoryId',
  'placeKind',
  'placeLabel',
  'planPartId',
  'geometry',
  'lon',
  'lat',
  'west',
  'south',
  'east',
  'north',
  'audience',
  'receivedAt',
  'late',
  'outsidePlanAreaM',
  'authorName',
  'nameSealed',
  'emailSealed',
  'eventId',
])
