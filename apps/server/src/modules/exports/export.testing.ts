import { newId } from '@mitsprache/terms'
import { parse } from 'csv-parse/sync'
import type { TestDatabase } from '../../../test/database.ts'
import type { TestProcedure, TestTenant } from '../../../test/world.ts'
import type { Exported } from './export-fields.ts'

/** A contribution about which little is known, but for what a test is about. */
export const exportedRow = (changes: Partial<Exported>): Exported => ({
  cursorAt: '',
  id: newId(),
  number: 'TST-0000-0000-0',
  receivedAt: new Date('2026-11-23T23:30:00Z'),
  receivedOn: '2026-11-24',
  audienceOfRound: 'public',
  step: 'dialogue',
  passNumber: 1,
  trustLevel: 'none',
  channel: 'online',
  source: null,
  sourceId: null,
  title: null,
  text: 'Mehr Bänke am Bach.',
  language: 'de',
  categoryKey: null,
  categoryLabel: null,
  placeKind: 'none',
  placeLabel: null,
  planPartKey: null,
  planPartDesignation: null,
  lon: null,
  lat: null,
  geometry: null,
  late: false,
  outsidePlanAreaM: null,
  audience: 'plannersOnly',
  visibility: 'notPublic',
  publicNumber: null,
  publishedAt: null,
  decision: null,
  decisionReason: null,
  decisionReasonText: null,
  decidedAt: null,
  decidedBy: null,
  decisionCount: null,
  authorName: null,
  authorEmail: null,
  authoredOn: null,
  commentCount: null,
  files: null,
  publishedWithFiles: null,
  extra: null,
  ...changes,
})

/** The rows of a CSV by their headings, read by somebody else's program. */
export const readCsv = (csv: string) =>
  parse<Record<string, string>>(csv, { bom: true, columns: true, record_delimiter: '\r\n' })

/** Rows as a benchmark would make them: many, and with instants finer than JavaScript's. */
export async function addMany(
  { owner }: TestDatabase,
  tenant: TestTenant,
  into: TestProcedure,
  count: number,
  /** SQL of the text, from the number `i`. */
  text = `'Beitrag ' || i`,
): Promise<void> {
  await owner.query(
    `insert into contribution (tenant_id, id, procedure_id, round_id, number, bearer_hash, idempotency_key, body_hash, channel,
       text, language, place_kind, audience, received_at, late)
     select $1, gen_random_uuid(), $2::uuid, $3, 'N-' || i || '-' || $2::uuid, sha256(i::text::bytea), gen_random_uuid(), '', 'online',
       ${text}, 'de', 'none', 'plannersOnly',
       '2026-11-02 10:00:00.000001Z'::timestamptz + i * interval '3 microseconds', false
     from generate_series(1, $4::integer) i`,
    [tenant.id, into.id, into.roundId, count],
  )
}
