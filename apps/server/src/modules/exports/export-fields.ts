import type { ExportedView } from './export.queries.ts'

/** A contribution as its exports carry it: with its author in clear. */
export type Exported = ExportedView & { authorName: string | null; authorEmail: string | null }

/** `text` is what people wrote and may begin like a formula; `json` is JSON as text; the others are made by us. */
type Kind = 'text' | 'word' | 'number' | 'boolean' | 'json'

export type ExportField = {
  /** Heading of the column in CSV and name of the property in GeoJSON. */
  name: string
  kind: Kind
  /** The columns it carries, so that a test can tell when one was forgotten. */
  from: readonly string[]
  of: (row: Exported) => unknown
}

const instant = (at: Date | null) => at && at.toISOString()

const field = (
  name: string,
  kind: Kind,
  from: string | readonly string[],
  of: (row: Exported) => unknown,
): ExportField => ({
  name,
  kind,
  from: typeof from === 'string' ? [from] : from,
  of,
})

/** Everything an export says of a contribution, in the order of its columns. */
export const EXPORT_FIELDS: readonly ExportField[] = [
  field('number', 'word', 'contribution.number', (row) => row.number),
  field('id', 'word', 'contribution.id', (row) => row.id),
  field('receivedAt', 'word', 'contribution.received_at', (row) => instant(row.receivedAt)),
  field('receivedOn', 'word', 'contribution.received_at', (row) => row.receivedOn),
  field('roundAudience', 'word', 'consultation_round.audience', (row) => row.audienceOfRound),
  field('step', 'word', 'consultation_round.step', (row) => row.step),
  field('passNumber', 'number', 'consultation_round.pass_number', (row) => row.passNumber),
  field('channel', 'word', 'contribution.channel', (row) => row.channel),
  field('source', 'text', 'contribution.source', (row) => row.source),
  field('sourceId', 'text', 'contribution.source_id', (row) => row.sourceId),
  // What the author's sign-in vouched for; `none` without one.
  field('trustLevel', 'word', 'contribution_trust.level', (row) => row.trustLevel),
  field('authoredOn', 'word', 'contribution.authored_on', (row) => row.authoredOn),
  field('authorName', 'text', 'contribution_person.name_sealed', (row) => row.authorName),
  field('authorEmail', 'text', 'contribution_person.email_sealed', (row) => row.authorEmail),
  field('title', 'text', 'contribution.title', (row) => row.title),
  field('text', 'text', 'contribution.text', (row) => row.text),
  field('language', 'word', 'contribution.language', (row) => row.language),
  field('categoryKey', 'text', ['contribution.category_id', 'category.key'], (row) => row.categoryKey),
  field('categoryLabel', 'text', 'category.label', (row) => row.categoryLabel),
  field('placeKind', 'word', 'contribution.place_kind', (row) => row.placeKind),
  field('placeLabel', 'text', 'contribution.place_label', (row) => row.placeLabel),
  field('planPartKey', 'text', ['contribution.plan_part_id', 'plan_part.key'], (row) => row.planPartKey),
  field('planPartDesignation', 'text', 'plan_part.designation', (row) => row.planPartDesignation),
  field('lon', 'number', 'contribution.lon', (row) => row.lon),
  field('lat', 'number', 'contribution.lat', (row) => row.lat),
  // Each with id, name, media type, size in bytes, SHA-256, the author's words for it, and whether they released it.
  field(
    'files',
    'json',
    [
      'contribution_file.file_id',
      'contribution_file.position',
      'contribution_file.alt',
      'contribution_file.release_wished',
    ],
    (row) => row.files,
  ),
  field('late', 'boolean', 'contribution.late', (row) => row.late),
  field('outsidePlanAreaM', 'number', 'contribution.outside_plan_area_m', (row) => row.outsidePlanAreaM),
  field('audience', 'word', 'contribution.audience', (row) => row.audience),
  field('visibility', 'word', 'contribution_case.visibility', (row) => row.visibility),
  field('publicNumber', 'number', 'published_contribution.number', (row) => row.publicNumber),
  field('publishedAt', 'word', 'published_contribution.published_at', (row) => instant(row.publishedAt)),
  field('decision', 'word', 'visibility_decision.decision', (row) => row.decision),
  field('decisionReason', 'word', 'visibility_decision.reason', (row) => row.decisionReason),
  field('decisionReasonText', 'text', 'visibility_decision.reason_text', (row) => row.decisionReasonText),
  field(
    'publishedWithFiles',
    'boolean',
    'contribution_case.with_files',
    (row) => row.publishedAt && row.publishedWithFiles,
  ),
  field('decidedAt', 'word', 'visibility_decision.decided_at', (row) => instant(row.decidedAt)),
  field('decidedBy', 'text', 'visibility_decision.decided_by', (row) => row.decidedBy),
  field('decisionCount', 'number', 'visibility_decision.number', (row) => row.decisionCount ?? 0),
  // How many comments came along from another platform.
  field('commentCount', 'number', 'contribution.extra', (row) => row.commentCount),
  field('extra', 'json', 'contribution.extra', (row) => row.extra),
]

const COPY = 'a copy of what the contribution says, made for the public list'
const ACCOUNT = 'which contributions somebody keeps together is theirs to know'
const FOLLOWS = 'follows from the geometry'
const SCREEN = 'how the screens draw it, nothing about a contribution'

/** What an export leaves out of the tables that tell of a contribution, and why. */
export const NOT_EXPORTED: Readonly<Record<string, string>> = {
  'contribution.tenant_id': 'an export is of one tenant',
  'contribution.procedure_id': 'an export is of one procedure, named in the file’s name',
  'contribution.round_id': 'the round is told by step and pass',
  'contribution.bearer_hash': 'belongs to the secret link of its author',
  'contribution.idempotency_key': 'only tells a repeated send from a new one',
  'contribution.body_hash': 'only tells a repeated send from a new one',
  'contribution.west': FOLLOWS,
  'contribution.south': FOLLOWS,
  'contribution.east': FOLLOWS,
  'contribution.north': FOLLOWS,
  'contribution_person.tenant_id': 'an export is of one tenant',
  'contribution_person.contribution_id': 'stands in its contribution’s row',
  'contribution_case.tenant_id': 'an export is of one tenant',
  'contribution_case.contribution_id': 'stands in its contribution’s row',
  'contribution_case.procedure_id': 'an export is of one procedure',
  'contribution_case.received_at': 'the contribution’s own, repeated for the order of the queue',
  'contribution_case.version': 'counts changes for two moderators at once',
  'contribution_case.author_name': 'the author’s name where the audience is publicWithName',
  'contribution_case.decided_at': 'stands with the last decision',
  'contribution_file.tenant_id': 'an export is of one tenant',
  'contribution_file.contribution_id': 'stands in its contribution’s row',
  'contribution_notice.tenant_id': 'an export is of one tenant',
  'contribution_notice.contribution_id': 'stands in its contribution’s row',
  'contribution_notice.confirmed_at': 'where messages go, nothing about the contribution',
  'contribution_notice.stopped_at': 'where messages go, nothing about the contribution',
  'contribution_trust.tenant_id': 'an export is of one tenant',
  'contribution_trust.contribution_id': 'stands in its contribution’s row',
  'resident_contribution.tenant_id': 'an export is of one tenant',
  'resident_contribution.account_id': ACCOUNT,
  'resident_contribution.contribution_id': ACCOUNT,
  'resident_contribution.added_at': ACCOUNT,
  'visibility_decision.tenant_id': 'an export is of one tenant',
  'visibility_decision.id': 'the last decision is told by what it says; all of them stay in the audit',
  'visibility_decision.with_files': 'the last one stands as publishedWithFiles',
  'visibility_decision.contribution_id': 'stands in its contribution’s row',
  'published_contribution.tenant_id': 'an export is of one tenant',
  'published_contribution.id': 'the contribution’s own',
  'published_contribution.procedure_id': 'an export is of one procedure',
  'published_contribution.title': COPY,
  'published_contribution.text': COPY,
  'published_contribution.language': COPY,
  'published_contribution.author_name': COPY,
  'published_contribution.category_id': COPY,
  'published_contribution.place_kind': COPY,
  'published_contribution.place_label': COPY,
  'published_contribution.geometry': COPY,
  'published_contribution.lon': COPY,
  'published_contribution.lat': COPY,
  'published_contribution.morton': FOLLOWS,
  'published_contribution.search_text': COPY,
  'published_contribution.received_on': COPY,
  'published_contribution.files': COPY,
  'category.tenant_id': 'an export is of one tenant',
  'category.id': 'told by its key',
  'category.procedure_id': 'an export is of one procedure',
  'category.shape': SCREEN,
  'category.letter': SCREEN,
  'category.colour': SCREEN,
  'category.position': SCREEN,
  'plan_part.tenant_id': 'an export is of one tenant',
  'plan_part.id': 'told by its key',
  'plan_part.procedure_id': 'an export is of one procedure',
  'plan_part.name': 'stands as the label of the place',
  'plan_part.storeys': 'tells of the plan, not of the contribution',
  'plan_part.class': 'tells of the plan, not of the contribution',
  'plan_part.details': 'tells of the plan, not of the contribution',
  'plan_part.level': 'tells of the plan, not of the contribution',
  'plan_part.removed_at': 'tells of the plan; what was written about the part still stands',
  'plan_part.style': SCREEN,
  'plan_part.fill': SCREEN,
  'plan_part.geometry': 'stands as the geometry of the contribution',
  'plan_part.position': SCREEN,
  'consultation_round.tenant_id': 'an export is of one tenant',
  'consultation_round.id': 'told by step and pass',
  'consultation_round.procedure_id': 'an export is of one procedure',
  'consultation_round.starts_on': 'tells of the round; whether it was kept stands in “late”',
  'consultation_round.ends_on': 'tells of the round; whether it was kept stands in “late”',
  'consultation_round.notice_on': 'tells of the round',
  'consultation_round.display_ends_on': 'tells of the round',
  'consultation_round.length_reason': 'tells of the round',
  'consultation_round.law_text': 'tells of the round',
  'consultation_round.extensions': 'tells of the round',
}

/** Carried by the form itself: `wkt` in CSV, `geometry` in GeoJSON. */
export const CARRIED_BY_THE_FORM = ['contribution.geometry'] as const
