/**
 * How sensitive a value is.
 *
 * - `public`: anybody may read it once it is on display.
 * - `internal`: staff of the tenant.
 * - `personal`: about a person; staff who need it, never in events, logs or open data.
 * - `sealed`: about a person and encrypted.
 * - `secret`: keys and hashes that open something; nobody reads them.
 */
export type DataClass = 'public' | 'internal' | 'personal' | 'sealed' | 'secret'

/** How long it is kept. `file`: as long as the procedure's file; times run from the row's end of use. */
export type Retention =
  'installation' | 'tenant' | 'file' | 'session12h' | 'throttle1d' | 'upload1d' | 'cursor'

type Table = {
  retention: Retention
  /** Class of every column that is not named below. */
  otherwise: DataClass
  columns?: Record<string, DataClass>
  /** The export that carries it; a column may be left out there only with a reason. */
  export?: 'contributions'
}

/**
 * Every table and the class of its columns. Tests hold it against the database: a table that is missing here
 * fails, the public door may read `public` columns only, and events carry ids.
 */
export const CATALOGUE: Record<string, Table> = {
  tenant: { retention: 'tenant', otherwise: 'public' },
  person: {
    retention: 'installation',
    otherwise: 'personal',
    columns: { id: 'internal', password_hash: 'secret', created_at: 'internal', disabled_at: 'internal' },
  },
  session: { retention: 'session12h', otherwise: 'internal', columns: { id_hash: 'secret' } },
  sign_in_attempt: { retention: 'throttle1d', otherwise: 'internal', columns: { key_hash: 'secret' } },
  membership: { retention: 'tenant', otherwise: 'internal' },
  procedure: { retention: 'file', otherwise: 'internal' },
  consultation_round: { retention: 'file', otherwise: 'internal' },
  category: { retention: 'file', otherwise: 'internal' },
  plan_part: { retention: 'file', otherwise: 'internal' },
  file: { retention: 'file', otherwise: 'internal' },
  upload: { retention: 'upload1d', otherwise: 'internal', columns: { secret_hash: 'secret' } },
  plan_document: { retention: 'file', otherwise: 'internal' },
  procedure_revision: { retention: 'file', otherwise: 'internal' },
  contribution: {
    retention: 'file',
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
  },
  contribution_person: {
    retention: 'file',
    otherwise: 'internal',
    export: 'contributions',
    columns: { name_sealed: 'sealed', email_sealed: 'sealed' },
  },
  contribution_case: {
    retention: 'file',
    otherwise: 'internal',
    export: 'contributions',
    columns: { author_name: 'personal' },
  },
  visibility_decision: { retention: 'file', otherwise: 'internal', export: 'contributions' },
  export: { retention: 'file', otherwise: 'internal' },
  event: { retention: 'file', otherwise: 'internal' },
  event_cursor: { retention: 'cursor', otherwise: 'internal' },
  migration: { retention: 'installation', otherwise: 'internal' },
  published_procedure: { retention: 'file', otherwise: 'public' },
  published_file: { retention: 'file', otherwise: 'public' },
  published_contribution: { retention: 'file', otherwise: 'public' },
  published_count: { retention: 'file', otherwise: 'public' },
  received_count: { retention: 'file', otherwise: 'public' },
  map_cell: { retention: 'file', otherwise: 'public' },
}

export const classOf = (table: string, column: string): DataClass | undefined =>
  CATALOGUE[table] && (CATALOGUE[table].columns?.[column] ?? CATALOGUE[table].otherwise)

/** Tables that carry no tenant in their key, and why that is right. */
export const WITHOUT_TENANT: Record<string, string> = {
  tenant: 'it is the tenant',
  person: 'one person may work for several authorities',
  session: 'people sign in before a tenant is known',
  sign_in_attempt: 'guessing is throttled before a tenant is known',
  event_cursor: 'consumers read the events of all tenants in order',
  migration: 'the schema is one for all',
}
