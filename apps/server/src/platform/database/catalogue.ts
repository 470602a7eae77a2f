import type { Role } from '@mitsprache/terms'
import type { Door } from './doors.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * How sensitive a value is.
 *
 * - `public`: anybody may read it once it is on display.
 * - `internal`: staff of the tenant.
 * - `personal`: about a person; staff who need it, never in events, logs, jobs or open data.
 * - `sealed`: about a person and encrypted.
 * - `secret`: keys and hashes that open something; nobody reads them.
 */
export type DataClass = 'public' | 'internal' | 'personal' | 'sealed' | 'secret'

/**
 * How a row ends by itself.
 *
 * - `installation`, `tenant`: not before what it is named after.
 * - `file`: as long as the procedure's file (Verfahrensakte). That of a dialogue ends where its tenant says after how
 *   many years; that of a formal procedure is kept as long as what came of it is in force, so it does not.
 * - `jobs`: what keeps it ends it (pg-boss, after a week).
 * - the others: once the time in `column` is `keptMs` past, through `door`.
 */
export const RETENTION = {
  installation: null,
  tenant: null,
  file: null,
  jobs: null,
  session12h: { column: 'expires_at', keptMs: 0, door: 'identity' },
  challenge5min: { column: 'expires_at', keptMs: 0, door: 'identity' },
  invitation72h: { column: 'expires_at', keptMs: 0, door: 'identity' },
  link30min: { column: 'expires_at', keptMs: 0, door: 'identity' },
  /** Three days: as long as a change of address can be stopped. */
  addressChange72h: { column: 'created_at', keptMs: 3 * DAY_MS, door: 'identity' },
  resident12h: { column: 'expires_at', keptMs: 0, door: 'identity' },
  /** Nobody signed in for so long: the account goes, what was handed in stays. */
  account2y: { column: 'seen_at', keptMs: 730 * DAY_MS, door: 'identity' },
  throttle1d: { column: 'at', keptMs: DAY_MS, door: 'identity' },
  upload1d: { column: 'expires_at', keptMs: 0, door: 'system' },
  message180d: { column: 'created_at', keptMs: 180 * DAY_MS, door: 'system' },
  unconfirmed1d: { column: 'at', keptMs: DAY_MS, door: 'identity' },
} as const satisfies Record<string, { column: string; keptMs: number; door: Door } | null>

export type Retention = keyof typeof RETENTION

/** What is left of a row when its person is erased. The values are SQL. */
export type Erasure = {
  /** `author` of a contribution, or a member of `staff`; `by` is the column that names the contribution or person. */
  whose: 'author' | 'staff'
  by: string
  /** The whole row goes. */
  row?: 'always' | 'inDialogues'
  always?: Record<string, string>
  /** Gone in a dialogue only: a formal procedure has to weigh it (§ 3 Abs. 2, § 1 Abs. 7 BauGB). */
  inDialogues?: Record<string, string>
  /** Stays, and why it may. */
  kept?: Record<string, string>
}

export type Table = {
  retention: Retention
  /** Doors that read all of it; `someColumns` those that read a part. Row-level security narrows the rows. */
  readers: readonly Door[]
  someColumns?: Partial<Record<Door, readonly string[]>>
  /** Who among the staff reads what is about a person in it; nobody else does through the API. */
  roles?: readonly Role[]
  /** Class of every column that is not named below. */
  otherwise: DataClass
  columns?: Record<string, DataClass>
  erased?: Erasure
  /** Which rows are a tenant's ($1), where that is not told by `tenant_id`. `leaving`: people who work for no other. */
  ofTenant?: string
  /** Which rows leave with an export of the tenant ($1), where that is more than ends with it. */
  leavesWith?: string
  /**
   * Which rows are a procedure's (`the_tenant`, `the_procedure`), where neither `procedure_id` nor a foreign key
   * tells; `whenUnused`: swept once nothing refers to it.
   */
  ofProcedure?: string
  /** The export that carries it; a column may be left out there only with a reason. */
  export?: 'contributions'
}

const WHO_WORKS_WITH_CONTRIBUTIONS = ['administrator', 'planner', 'moderator', 'caseworker'] as const
const WHO_ANSWERS_PEOPLE = ['administrator', 'planner', 'caseworker'] as const
const NOT_ABOUT_THE_PERSON = 'tells nothing of the person'

/**
 * Every table with the class of its columns, who reads it, and how it ends. Made from it: what ends by itself
 * (`end-what-is-over.ts`), what is deleted with a tenant, what is left of an erased person (`endings.ts`). Tests
 * hold it against the database: a table or a person's column that is missing here fails.
 */
export const CATALOGUE: Record<string, Table> = {
  tenant: {
    retention: 'tenant',
    readers: ['public', 'staff', 'bearer', 'identity', 'system'],
    otherwise: 'public',
    ofTenant: 'id = $1',
  },
  invitation: {
    retention: 'invitation72h',
    readers: ['identity'],
    roles: ['administrator'],
    otherwise: 'internal',
    columns: { secret_hash: 'secret', email: 'personal', name: 'personal' },
    // Stands before the person: their address is needed to find it.
    erased: {
      whose: 'staff',
      by: '(select p.id from person p where p.email = invitation.email)',
      row: 'always',
    },
  },
  // Goes with its invitation.
  invitation_procedure: { retention: 'tenant', readers: ['identity'], otherwise: 'internal' },
  organisation: {
    retention: 'tenant',
    readers: ['identity'],
    roles: ['administrator'],
    otherwise: 'internal',
  },
  staff_organisation: {
    retention: 'tenant',
    readers: ['identity'],
    roles: ['administrator'],
    otherwise: 'internal',
    erased: { whose: 'staff', by: 'person_id', row: 'always' },
  },
  person: {
    retention: 'installation',
    readers: ['identity'],
    // Their colleagues' names, where somebody decided or did something; everyone their own address.
    roles: [...WHO_WORKS_WITH_CONTRIBUTIONS, 'auditor'],
    someColumns: { staff: ['id', 'name'] },
    otherwise: 'personal',
    columns: {
      id: 'internal',
      password_hash: 'secret',
      created_at: 'internal',
      disabled_at: 'internal',
      sample: 'internal',
      passkey_handle: 'internal',
    },
    ofTenant: 'id in (select person_id from leaving)',
    // Who works for another tenant as well stays there, but decided things here.
    leavesWith: `id in (select person_id from leaving union select person_id from membership where tenant_id = $1)`,
    erased: {
      whose: 'staff',
      by: 'id',
      always: {
        name: `''`,
        email: `'erased-' || id || '@invalid'`,
        password_hash: 'null',
        disabled_at: 'coalesce(disabled_at, now())',
      },
    },
  },
  session: {
    retention: 'session12h',
    readers: ['identity'],
    otherwise: 'internal',
    columns: { id_hash: 'secret' },
    erased: { whose: 'staff', by: 'person_id', row: 'always' },
    ofTenant: 'person_id in (select person_id from leaving)',
  },
  passkey: {
    retention: 'installation',
    readers: ['identity'],
    otherwise: 'internal',
    columns: { credential_id: 'secret', public_key: 'secret', name: 'personal' },
    erased: { whose: 'staff', by: 'person_id', row: 'always' },
    ofTenant: 'person_id in (select person_id from leaving)',
  },
  authenticator_app: {
    retention: 'installation',
    readers: ['identity'],
    otherwise: 'internal',
    columns: { secret_sealed: 'secret' },
    erased: { whose: 'staff', by: 'person_id', row: 'always' },
    ofTenant: 'person_id in (select person_id from leaving)',
  },
  recovery_code: {
    retention: 'installation',
    readers: ['identity'],
    otherwise: 'internal',
    columns: { code_hash: 'secret' },
    erased: { whose: 'staff', by: 'person_id', row: 'always' },
    ofTenant: 'person_id in (select person_id from leaving)',
  },
  person_address_change: {
    retention: 'addressChange72h',
    readers: ['identity'],
    otherwise: 'internal',
    columns: { old_email: 'personal', new_email: 'personal', confirm_hash: 'secret', stop_hash: 'secret' },
    erased: { whose: 'staff', by: 'person_id', row: 'always' },
    ofTenant: 'person_id in (select person_id from leaving)',
  },
  used_challenge: {
    retention: 'challenge5min',
    readers: ['identity'],
    otherwise: 'internal',
    // Hashes of random numbers, and gone within minutes.
    ofTenant: 'false',
  },
  rate_limit: {
    retention: 'throttle1d',
    readers: ['identity'],
    otherwise: 'internal',
    columns: { key_hash: 'secret' },
    // Keyed hashes, too; each is one moment, and gone a day after it.
    ofTenant: 'false',
  },
  sign_in_attempt: {
    retention: 'throttle1d',
    readers: ['identity'],
    otherwise: 'internal',
    columns: { key_hash: 'secret' },
    // Keyed hashes: nobody can tell whose they are, and they are gone within a day.
    ofTenant: 'false',
  },
  sign_on_provider: {
    retention: 'tenant',
    readers: ['identity'],
    roles: ['administrator'],
    otherwise: 'internal',
    columns: { client_secret_sealed: 'secret' },
  },
  sign_on_identity: {
    retention: 'tenant',
    readers: ['identity'],
    roles: ['administrator'],
    otherwise: 'internal',
    columns: { subject: 'personal', claimed_email: 'personal' },
    erased: { whose: 'staff', by: 'person_id', row: 'always' },
  },
  // Goes with its session.
  sign_on_session: {
    retention: 'tenant',
    readers: ['identity'],
    otherwise: 'internal',
    columns: { refresh_sealed: 'secret' },
  },
  resident_account: {
    retention: 'account2y',
    readers: ['identity'],
    // Nobody of the staff: what belongs together is its owner's affair.
    roles: [],
    otherwise: 'internal',
    columns: { email_hash: 'secret', identity_hash: 'secret', email_sealed: 'sealed' },
    // Who keeps a contribution in an account need not be its author.
    erased: { whose: 'author', by: 'id', kept: { email_sealed: 'its owner deletes it, and unused it ends' } },
  },
  resident_link: {
    retention: 'link30min',
    readers: ['identity'],
    roles: [],
    otherwise: 'internal',
    columns: { secret_hash: 'secret', email_hash: 'secret', email_sealed: 'sealed' },
    erased: { whose: 'author', by: 'id', kept: { email_sealed: 'gone within half an hour' } },
  },
  resident_address_change: {
    retention: 'addressChange72h',
    readers: ['identity'],
    roles: [],
    otherwise: 'internal',
    columns: {
      old_hash: 'secret',
      old_sealed: 'sealed',
      new_hash: 'secret',
      new_sealed: 'sealed',
      confirm_hash: 'secret',
      stop_hash: 'secret',
    },
    erased: {
      whose: 'author',
      by: 'id',
      kept: { old_sealed: 'gone within three days', new_sealed: 'gone within three days' },
    },
  },
  resident_session: {
    retention: 'resident12h',
    readers: ['identity'],
    otherwise: 'internal',
    columns: { id_hash: 'secret', sid_hash: 'secret' },
  },
  membership: {
    retention: 'tenant',
    readers: ['identity', 'staff'],
    otherwise: 'internal',
    erased: { whose: 'staff', by: 'person_id', row: 'always' },
  },
  procedure: { retention: 'file', readers: ['staff'], otherwise: 'internal' },
  consultation_round: { retention: 'file', readers: ['staff'], otherwise: 'internal' },
  category: { retention: 'file', readers: ['staff'], otherwise: 'internal' },
  plan_part: { retention: 'file', readers: ['staff'], otherwise: 'internal' },
  file: {
    retention: 'file',
    readers: ['staff', 'bearer', 'system'],
    otherwise: 'internal',
    ofProcedure: 'whenUnused',
  },
  upload: {
    retention: 'upload1d',
    readers: ['staff', 'bearer', 'system'],
    otherwise: 'internal',
    columns: { secret_hash: 'secret', draft_hash: 'secret' },
  },
  plan_document: { retention: 'file', readers: ['staff', 'system'], otherwise: 'internal' },
  plan_drawing: { retention: 'file', readers: ['staff'], otherwise: 'internal' },
  // Addresses of other servers: those of published layers can be found out anyway.
  map_layer: { retention: 'tenant', readers: ['public', 'staff', 'system'], otherwise: 'public' },
  plan_import: { retention: 'file', readers: ['staff'], otherwise: 'internal' },
  procedure_revision: { retention: 'file', readers: ['staff'], otherwise: 'internal' },
  contribution: {
    retention: 'file',
    readers: ['staff', 'bearer'],
    roles: WHO_WORKS_WITH_CONTRIBUTIONS,
    otherwise: 'personal',
    export: 'contributions',
    columns: {
      tenant_id: 'internal',
      id: 'internal',
      procedure_id: 'internal',
      round_id: 'internal',
      number: 'internal',
      bearer_hash: 'secret',
      idempotency_key: 'secret',
      body_hash: 'internal',
    },
    erased: {
      whose: 'author',
      by: 'id',
      always: {
        extra: 'null',
        // Name and address are in it; who knows the text could try which.
        body_hash: 'sha256(uuid_send(gen_random_uuid()))',
      },
      inDialogues: {
        title: 'null',
        text: `''`,
        place_kind: `'none'`,
        place_label: 'null',
        plan_part_id: 'null',
        geometry: 'null',
        lon: 'null',
        lat: 'null',
        west: 'null',
        south: 'null',
        east: 'null',
        north: 'null',
        outside_plan_area_m: 'null',
        authored_on: 'null',
      },
      kept: {
        source: NOT_ABOUT_THE_PERSON,
        source_id: 'taken in a second time, the same letter must be known and not bring the person back',
        channel: NOT_ABOUT_THE_PERSON,
        language: NOT_ABOUT_THE_PERSON,
        category_id: NOT_ABOUT_THE_PERSON,
        audience: NOT_ABOUT_THE_PERSON,
        received_at: 'whether the period was kept must stay provable',
        late: 'whether the period was kept must stay provable',
      },
    },
  },
  contribution_person: {
    retention: 'file',
    // Staff read it through `read_authors` alone, which writes down who read what.
    readers: ['bearer'],
    roles: WHO_ANSWERS_PEOPLE,
    otherwise: 'internal',
    export: 'contributions',
    columns: { name_sealed: 'sealed', email_sealed: 'sealed' },
    erased: { whose: 'author', by: 'contribution_id', row: 'always' },
  },
  contribution_case: {
    retention: 'file',
    readers: ['bearer'],
    // The name that shall be published is read like every author's: through `read_authors`.
    someColumns: {
      staff: [
        'tenant_id',
        'contribution_id',
        'procedure_id',
        'received_at',
        'version',
        'visibility',
        'decided_at',
        'with_files',
      ],
    },
    roles: WHO_WORKS_WITH_CONTRIBUTIONS,
    otherwise: 'internal',
    export: 'contributions',
    columns: { author_name: 'personal' },
    erased: { whose: 'author', by: 'contribution_id', always: { author_name: 'null' } },
  },
  contribution_file: {
    retention: 'file',
    readers: ['staff', 'bearer'],
    roles: WHO_WORKS_WITH_CONTRIBUTIONS,
    otherwise: 'internal',
    export: 'contributions',
    columns: { alt: 'personal' },
    // A dialogue loses the files with the text; a formal procedure has to weigh both.
    erased: {
      whose: 'author',
      by: 'contribution_id',
      row: 'inDialogues',
      kept: { alt: 'says what is to be seen on a file that has to be weighed' },
    },
  },
  resident_contribution: {
    retention: 'file',
    readers: ['bearer'],
    otherwise: 'internal',
    erased: { whose: 'author', by: 'contribution_id', row: 'always' },
  },
  contribution_trust: { retention: 'file', readers: ['staff'], otherwise: 'internal' },
  visibility_decision: {
    retention: 'file',
    readers: ['staff', 'bearer'],
    roles: WHO_WORKS_WITH_CONTRIBUTIONS,
    otherwise: 'internal',
    export: 'contributions',
    columns: { reason_text: 'personal' },
    // Written to the author, and often about them.
    erased: { whose: 'author', by: 'contribution_id', always: { reason_text: 'null' } },
  },
  export: { retention: 'file', readers: ['staff'], otherwise: 'internal' },
  // Ids only: whoever is erased stays an id that leads nowhere.
  event: { retention: 'tenant', readers: ['staff', 'system'], otherwise: 'internal' },
  event_chain: { retention: 'tenant', readers: ['staff', 'system'], otherwise: 'internal' },
  // Gone with its tenant: what it sealed stays sealed, wherever a copy is.
  tenant_key: {
    retention: 'tenant',
    readers: ['system'],
    otherwise: 'internal',
  },
  // Ids only: addresses and words are put together when a message leaves.
  message: { retention: 'message180d', readers: ['staff', 'system'], otherwise: 'internal' },
  message_template: { retention: 'tenant', readers: ['staff'], otherwise: 'internal' },
  contribution_notice: {
    retention: 'file',
    readers: ['staff'],
    otherwise: 'internal',
    erased: { whose: 'author', by: 'contribution_id', row: 'always' },
  },
  mail_suppression: {
    retention: 'tenant',
    readers: ['identity'],
    otherwise: 'internal',
    columns: { address_hash: 'secret' },
  },
  mail_to_unconfirmed: {
    retention: 'unconfirmed1d',
    readers: ['identity'],
    otherwise: 'internal',
    columns: { address_hash: 'secret' },
  },
  event_cursor: {
    retention: 'installation',
    readers: ['system'],
    otherwise: 'internal',
    ofTenant: 'false',
  },
  migration: { retention: 'installation', readers: ['system'], otherwise: 'internal', ofTenant: 'false' },
  published_procedure: {
    retention: 'file',
    readers: ['public', 'staff', 'bearer'],
    otherwise: 'public',
    ofProcedure: 'tenant_id = the_tenant and id = the_procedure',
  },
  published_drawing: { retention: 'file', readers: ['public', 'staff'], otherwise: 'public' },
  published_file: {
    retention: 'file',
    readers: ['public', 'staff', 'system'],
    otherwise: 'public',
    ofProcedure: `tenant_id = the_tenant and id in
      (select file_id from plan_document where tenant_id = the_tenant and procedure_id = the_procedure
       union all select file_id from plan_drawing where tenant_id = the_tenant and procedure_id = the_procedure)`,
  },
  published_contribution: {
    retention: 'file',
    readers: ['public', 'staff', 'bearer'],
    otherwise: 'public',
  },
  published_contribution_file: { retention: 'file', readers: ['public', 'staff'], otherwise: 'public' },
  published_count: { retention: 'file', readers: ['public', 'staff'], otherwise: 'public' },
  received_count: { retention: 'file', readers: ['public', 'staff'], otherwise: 'public' },
  review_count: { retention: 'file', readers: ['staff'], otherwise: 'internal' },
  map_cell: { retention: 'file', readers: ['public', 'staff'], otherwise: 'public' },

  'pgboss.job': {
    retention: 'jobs',
    readers: ['system'],
    otherwise: 'internal',
    ofTenant: `data->>'tenantId' = $1::text`,
  },
  'pgboss.archive': {
    retention: 'jobs',
    readers: ['system'],
    otherwise: 'internal',
    ofTenant: `data->>'tenantId' = $1::text`,
  },
  'pgboss.queue': {
    retention: 'installation',
    readers: ['system'],
    otherwise: 'internal',
    ofTenant: 'false',
  },
  'pgboss.version': {
    retention: 'installation',
    readers: ['system'],
    otherwise: 'internal',
    ofTenant: 'false',
  },
  'pgboss.schedule': { retention: 'installation', readers: [], otherwise: 'internal', ofTenant: 'false' },
  'pgboss.subscription': { retention: 'installation', readers: [], otherwise: 'internal', ofTenant: 'false' },
}

export const classOf = (table: string, column: string): DataClass | undefined =>
  CATALOGUE[table] && (CATALOGUE[table].columns?.[column] ?? CATALOGUE[table].otherwise)

/** Tables that carry no tenant in their key, and why that is right. */
export const WITHOUT_TENANT: Record<string, string> = {
  tenant: 'it is the tenant',
  person: 'one person may work for several authorities',
  session: 'people sign in before a tenant is known',
  passkey: 'a factor is the person’s, for whichever authority they work',
  authenticator_app: 'a factor is the person’s, for whichever authority they work',
  recovery_code: 'a factor is the person’s, for whichever authority they work',
  person_address_change: 'an address is the person’s, for whichever authority they work',
  used_challenge: 'people sign in before a tenant is known',
  rate_limit: 'a network or an account may act in several tenants',
  sign_in_attempt: 'guessing is throttled before a tenant is known',
  event_cursor: 'consumers read the events of all tenants in order',
  migration: 'the schema is one for all',
}
