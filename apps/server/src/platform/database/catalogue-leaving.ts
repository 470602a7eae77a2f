import { CATALOGUE } from './catalogue.ts'

/**
 * Every column of every table that has rows of a tenant, and whether it leaves with an export of that tenant.
 *
 * `+` leaves opened, and only when personal data was asked for. `-` never leaves: what opens something, and
 * - `body_hash`: name and address are in it; who knows the text could try which.
 * - `author_name` of a case: a copy of the author’s name, which leaves with the author.
 * - `passkey_handle`, `sid`: names under which devices and sign-in services know a session or a person.
 * - the address of a link: gone within half an hour; those of a change: within three days.
 *
 * A column that is missing here stays in the house, and a test fails until somebody has decided.
 */
const LEAVES: Record<string, string> = {
  tenant:
    'id slug name receipt_prefix contact_email contact_phone contact_address map_lon map_lat map_zoom sample created_at dialogue_kept_years version host languages municipality_key colours logo_file_id imprint privacy accessibility storage_quota_mb procedure_quota embed_hosts suspended_at suspension_reason',
  invitation:
    'tenant_id id -secret_hash email name roles starts_over invited_by created_at expires_at limited organisation_id',
  invitation_procedure: 'tenant_id invitation_id procedure_id',
  organisation: 'tenant_id id version name kind email phone',
  staff_organisation: 'tenant_id person_id organisation_id',
  person: 'id email name -password_hash created_at disabled_at sample -passkey_handle',
  session: '-id_hash person_id created_at seen_at expires_at id signed_in_by factor_at proven_at device',
  passkey: 'id person_id -credential_id -public_key sign_count transports name backed_up created_at used_at',
  authenticator_app: 'person_id -secret_sealed used_step created_at used_at',
  recovery_code: 'person_id -code_hash created_at',
  person_address_change:
    'id person_id -old_email -new_email -confirm_hash -stop_hash created_at confirmed_at',
  sign_on_provider:
    'tenant_id id version label issuer client_id -client_secret_sealed scope for_staff for_residents shows_factor group_claim group_roles acr_levels changed_at',
  sign_on_identity: 'tenant_id issuer subject person_id claimed_email created_at',
  sign_on_session: 'tenant_id session_id provider_id subject -sid -refresh_sealed checked_at asked_at',
  resident_account: 'tenant_id id -email_hash -identity_hash +email_sealed created_at seen_at',
  resident_link: 'tenant_id id -secret_hash -email_hash -email_sealed language created_at expires_at',
  resident_address_change:
    'tenant_id id account_id -old_hash -old_sealed -new_hash -new_sealed language -confirm_hash -stop_hash created_at confirmed_at',
  resident_session:
    'tenant_id -id_hash account_id trust_level provider_id -sid_hash created_at seen_at expires_at',
  membership: 'tenant_id id person_id role procedure_id',
  procedure:
    'tenant_id id slug version kind template_key number title summary open_questions decided timeline offline_ways publication_mode territory created_at created_by published_at trust_level',
  consultation_round:
    'tenant_id id procedure_id audience step pass_number starts_on ends_on notice_on display_ends_on length_reason law_text extensions',
  category: 'tenant_id id procedure_id key label shape letter colour position',
  plan_part:
    'tenant_id id procedure_id key name designation storeys fill geometry position class style level details removed_at',
  file: 'tenant_id id sha256 size_bytes media_type file_name pages created_at',
  upload:
    'tenant_id id -secret_hash purpose file_name size_bytes state refusal file_id created_by created_at expires_at -draft_hash',
  plan_document: 'tenant_id id procedure_id category title summary file_id position',
  plan_drawing:
    'tenant_id id procedure_id file_id page width_px height_px title points placement zone transform bounds opacity position version',
  map_layer:
    'tenant_id id kind address layer_name style_name format service title legend attribution zoom_least zoom_most opacity is_base is_on published position version',
  plan_import:
    'tenant_id id procedure_id file_id format took_territory took_objects manner object_count territory_before parts_before imported_at imported_by undone_at',
  procedure_revision: 'tenant_id id procedure_id number content published_at published_by',
  contribution:
    'tenant_id id procedure_id round_id number -bearer_hash -idempotency_key -body_hash channel source source_id title text language category_id place_kind place_label plan_part_id geometry lon lat west south east north audience authored_on received_at late outside_plan_area_m extra',
  contribution_person: 'tenant_id contribution_id +name_sealed +email_sealed',
  contribution_case:
    'tenant_id contribution_id procedure_id received_at version visibility -author_name decided_at with_files',
  contribution_file: 'tenant_id contribution_id position file_id alt release_wished',
  resident_contribution: 'tenant_id account_id contribution_id added_at',
  contribution_trust: 'tenant_id contribution_id level',
  visibility_decision:
    'tenant_id id contribution_id number decision reason reason_text decided_by decided_at with_files',
  export: 'tenant_id id procedure_id format requested_by requested_at',
  event: 'tenant_id id type version subject_ids actor_kind actor_id at xid',
  event_chain: 'tenant_id position event_id hash',
  tenant_key: 'tenant_id version -wrapped wrapped_by created_at',
  message:
    'tenant_id id event_id kind recipient_id state reason reply tries created_at claimed_until settled_at',
  message_template: 'tenant_id kind language version subject body changed_at changed_by',
  contribution_notice: 'tenant_id contribution_id confirmed_at stopped_at',
  mail_suppression: 'tenant_id -address_hash reason since',
  mail_to_unconfirmed: 'tenant_id -address_hash id at',
  published_procedure:
    'tenant_id id slug kind formal number title summary open_questions decided timeline offline_ways plan_parts documents categories publication_mode territory center_lon center_lat round_id step pass_number starts_on ends_on starts_at ends_at search_text revision changed_at drawings trust_level extensions',
  published_drawing:
    'tenant_id id version procedure_id sha256 media_type page width_px height_px zone transform bounds',
  published_file: 'tenant_id id sha256 size_bytes media_type file_name',
  published_contribution:
    'tenant_id id procedure_id number title text language author_name category_id place_kind place_label geometry lon lat morton search_text received_on published_at files',
  published_contribution_file:
    'tenant_id id contribution_id position alt sha256 size_bytes media_type file_name',
  published_count: 'tenant_id procedure_id category_id n numbered',
  received_count: 'tenant_id procedure_id received_on shard n',
  review_count: 'tenant_id procedure_id shard n',
  map_cell: 'tenant_id procedure_id zoom gx gy category_id n sum_lon sum_lat',
  'pgboss.job':
    'id name priority data state retry_limit retry_count retry_delay retry_backoff start_after started_on singleton_key singleton_on expire_in created_on completed_on keep_until output dead_letter policy',
  'pgboss.archive':
    'id name priority data state retry_limit retry_count retry_delay retry_backoff start_after started_on singleton_key singleton_on expire_in created_on completed_on keep_until output dead_letter policy archived_on',
}

export type LeavingColumns = { given: string[]; opened: string[]; withheld: string[] }

/** What leaves of a table. @throws Error for a table that nobody decided on. */
export function leavingColumns(table: string): LeavingColumns {
  const listed = LEAVES[table]
  if (!listed) throw new Error(`${table}: nobody decided what of it leaves with its tenant.`)
  const names = listed.split(' ')
  const marked = (mark: string) => names.filter((name) => name.startsWith(mark)).map((name) => name.slice(1))
  return {
    given: names.filter((name) => !/^[+-]/.test(name)),
    opened: marked('+'),
    withheld: marked('-'),
  }
}

/** The tables of the catalogue that have rows of tenants, in its order. */
export const leavingTables = () =>
  Object.keys(CATALOGUE).filter((table) => CATALOGUE[table]!.ofTenant !== 'false')

/** Which rows of a table leave with the tenant `$1`: those that end with it, and more where the catalogue says so. */
export const leavingRows = (table: string) =>
  CATALOGUE[table]!.leavesWith ?? CATALOGUE[table]!.ofTenant ?? 'tenant_id = $1'
