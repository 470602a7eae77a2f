import type { Duplex } from 'node:stream'
import pg from 'pg'
import {
  DataSource,
  type EntityTarget,
  type ObjectLiteral,
  type QueryDeepPartialEntity,
  type QueryRunner,
} from 'typeorm'
import { isId, type Id } from '@mitsprache/terms'
import { StartProblem } from '../start-problem.ts'
import { statementOf, type Call } from './call.ts'
import { doorRole, DOORS, doorUrl, type Door } from './doors.ts'
import type { Read } from './read.ts'
import { insertNewStatement, insertStatement, updateStatement } from './write.ts'

// numeric and bigint counts of ours stay far below 2^53; dates stay municipal days, not instants.
pg.types.setTypeParser(20, Number)
pg.types.setTypeParser(1082, (day) => day)

/** Who the transaction is for; the door's row-level security reads it. */
export type Scope = { tenantId?: Id; bearerHash?: Buffer; personId?: Id; residentId?: Id }

type Values<Entity> = QueryDeepPartialEntity<Entity>

/**
 * Writes and reads of one open transaction. They run in the order in which they are asked for, and none needs to
 * wait for the answer of the one before: what is asked for together makes its way together. When one fails, so do
 * those after it.
 */
export type Tx = {
  insert<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    values: Values<Entity> | Values<Entity>[],
  ): Promise<void>
  /** Inserts one row unless a unique key of it is taken; waits for whoever is just taking it. False when it was. */
  insertNew<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    values: Values<Entity>,
  ): Promise<boolean>
  /**
   * Updates the one row that `key` names; the key carries tenant, id and, where the row has one, its version.
   *
   * @returns whether it was still there in that version.
   */
  update<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    key: Partial<Entity>,
    values: Values<Entity>,
  ): Promise<boolean>
  read<Row, Params extends unknown[]>(read: Read<Row, Params>, ...params: Params): Promise<Row[]>
  call<Args extends object, Answer>(call: Call<Args, Answer>, args: Args): Promise<Answer>
  /** With a name where it runs often: PostgreSQL then plans it once. */
  query<Row = Record<string, unknown>>(
    sql: string | { name: string; text: string },
    params?: unknown[],
  ): Promise<Row[]>
}

export type Database = {
  /** One read through its door outside any transaction: only the public door needs no scope. */
  read<Row, Params extends unknown[]>(read: Read<Row, Params>, ...params: Params): Promise<Row[]>
  transaction<T>(door: Exclude<Door, 'public'>, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * One call that writes, and reads: with the beginning and the end of their transaction they make one way there
   * and back.
   *
   * @param ask asks for everything at once, and waits for nothing.
   */
  batch<T extends unknown[]>(
    door: Exclude<Door, 'public'>,
    scope: Scope,
    ask: (tx: Tx) => { [K in keyof T]: Promise<T[K]> },
  ): Promise<T>
  /** One call that is a transaction by itself, of a function that is told whom it is for. */
  call<Args extends object, Answer>(call: Call<Args, Answer>, args: Args): Promise<Answer>
  /** A connection of its own for streams and locks; the caller gives it back. */
  connect(door: Door): Promise<pg.PoolClient>
  ping(): Promise<void>
  /** Transactions committed through this process that may have changed something. */
  written(): number
  sources: Record<Exclude<Door, 'public'>, DataSource>
  close(): Promise<void>
}

const POOL: Record<Door | 'planned', number> = {
  planned: 6,
  public: 8,
  staff: 6,
  bearer: 4,
  identity: 4,
  system: 4,
}

const common = {
  // A dead network must not hold a request for ever.
  connectionTimeoutMillis: 5_000,
  statement_timeout: 20_000,
  idle_in_transaction_session_timeout: 5_000,
  keepAlive: true,
  // A new connection costs a password check and plans every statement anew: rare clicks should not pay that.
  idleTimeoutMillis: 600_000,
  application_name: 'mitsprache',
}

/**
 * A connection that is lent out and lost between two statements tells it to nobody in particular, and what nobody
 * hears ends the process. Whoever has it learns it from the next statement.
 */
function surviveLoss(client: pg.PoolClient): void {
  if (!client.listeners('error').includes(unheard)) client.on('error', unheard)
}
const unheard = () => {}

/** Opens the five doors. */
export async function openDatabase(stemUrl: string, entities: Function[]): Promise<Database> {
  const publicPool = new pg.Pool({
    connectionString: doorUrl(stemUrl, 'public'),
    max: POOL.public,
    ...common,
  })
  // Left to itself PostgreSQL plans a hot read anew each time, which costs it as much as the reading.
  const plannedPool = new pg.Pool({
    connectionString: doorUrl(stemUrl, 'public'),
    max: POOL.planned,
    ...common,
    options: '-c plan_cache_mode=force_generic_plan',
  })
  for (const pool of [publicPool, plannedPool]) pool.on('error', () => {})
  const sources = {} as Database['sources']
  for (const door of DOORS) {
    if (door === 'public') continue
    sources[door] = new DataSource({
      type: 'postgres',
      url: doorUrl(stemUrl, door),
      entities,
      poolSize: POOL[door],
      installExtensions: false,
      uuidExtension: 'pgcrypto',
      // An idle connection that the server closed is the pool's business, not a reason to die.
      poolErrorHandler: () => {},
      // Statements follow one another without waiting for each answer.
      extra: { ...common, pipeline: true },
    })
  }
  try {
    await Promise.all(Object.values(sources).map((source) => source.initialize()))
    await publicPool.query('select 1')
  } catch (cause) {
    await Promise.allSettled([publicPool.end(), plannedPool.end()])
    for (const source of Object.values(sources)) if (source.isInitialized) await source.destroy()
    throw doorsClosed(stemUrl, cause)
  }

  const poolOf = (door: Door) =>
    door === 'public' ? publicPool : (sources[door].driver as unknown as { master: pg.Pool }).master
  for (const pool of [plannedPool, ...DOORS.map(poolOf)]) pool.on('acquire', surviveLoss)

  let written = 0
  const onWritten = () => void written++
  return {
    sources,
    async read(read, ...params) {
      const pool = read.plannedOnce ? plannedPool : poolOf(read.door)
      const { rows } = await pool.query<never>({
        name: read.name,
        text: read.text,
        values: params as unknown[],
      })
      return rows
    },
    connect: (door) => poolOf(door).connect(),
    transaction: (door, scope, work) =>
      inTransaction(sources[door].createQueryRunner(), scope, work, onWritten),
    batch: (door, scope, ask) => inOneBatch(sources[door].createQueryRunner(), scope, ask, onWritten),
    async call(call, args) {
      const { rows } = await poolOf(call.door).query<{ answer: never }>(statementOf(call, args))
      onWritten()
      return rows[0]!.answer
    },
    written: () => written,
    async ping() {
      await publicPool.query('select 1')
    },
    async close() {
      await Promise.all([publicPool.end(), plannedPool.end()])
      await Promise.all(Object.values(sources).map((source) => source.destroy()))
    },
  }
}

function doorsClosed(stemUrl: string, cause: unknown): StartProblem {
  const { code, message } = cause as { code?: string; message: string }
  const { host, pathname } = new URL(stemUrl)
  if (code === '28P01' || code === '28000')
    return new StartProblem(
      `The database at ${host} does not know ${doorRole(stemUrl, 'public')} and its sisters, or their password differs. ` +
        'Start once with DATABASE_ADMIN_URL: it makes the five roles from DATABASE_URL.',
    )
  return new StartProblem(`The database at ${host}${pathname} cannot be reached: ${message}`)
}

async function inTransaction<T>(
  runner: QueryRunner,
  scope: Scope,
  work: (tx: Tx) => Promise<T>,
  onWritten: () => void,
): Promise<T> {
  const client = (await runner.connect()) as pg.PoolClient
  let broken: Error | undefined
  let isWriting = false
  try {
    // The values are ids and hex made by us, checked here because this text is not parametrised.
    const begun = client.query(`begin; ${scopeStatement(scope)}`)
    // Not waited for: the first statement travels along. Without a beginning it meets doors without a scope.
    begun.catch(() => {})
    const tx = transactionOn(runner, client, () => (isWriting = true))
    const result = await work(tx)
    await begun
    await client.query('commit')
    if (isWriting) onWritten()
    return result
  } catch (cause) {
    await client.query('rollback').catch((failure: Error) => (broken = failure))
    throw cause
  } finally {
    // A connection whose rollback failed goes, rather than lending its open transaction to a stranger.
    if (broken) (client as { release: (destroy?: boolean) => void }).release(true)
    await runner.release().catch(() => {})
  }
}

async function inOneBatch<T extends unknown[]>(
  runner: QueryRunner,
  scope: Scope,
  ask: (tx: Tx) => { [K in keyof T]: Promise<T[K]> },
  onWritten: () => void,
): Promise<T> {
  const client = (await runner.connect()) as pg.PoolClient & { connection: { stream: Duplex } }
  const { stream } = client.connection
  const asked: Promise<unknown>[] = []
  let failed: { reason?: unknown } | undefined
  // Held back until all is said: one packet, and the database wakes once.
  stream.cork()
  try {
    // What finds its rows by their keys needs no plan for each value; to plan anew can cost more than to read.
    const begin = `begin; set local plan_cache_mode = force_generic_plan; ${scopeStatement(scope)}`
    asked.push(client.query(begin))
    asked.push(...ask(transactionOn(runner, client, () => {})))
  } catch (reason) {
    failed = { reason }
  }
  // Where a statement fails, a commit rolls back as well.
  asked.push(client.query(failed ? 'rollback' : 'commit'))
  stream.uncork()
  const answers = await Promise.allSettled(asked)
  await runner.release()
  failed ??= answers.find((answer) => answer.status === 'rejected')
  if (failed) throw failed.reason
  onWritten()
  return (await Promise.all(asked.slice(1, -1))) as T
}

export function scopeStatement({ tenantId, bearerHash, personId, residentId }: Scope): string {
  for (const id of [tenantId, personId, residentId])
    if (id !== undefined && !isId(id)) throw new Error('A scope needs an id.')
  const set = (name: string, value: string) => `select set_config('app.${name}', '${value}', true)`
  return [
    set('tenant', tenantId ?? ''),
    bearerHash && set('bearer', bearerHash.toString('hex')),
    personId && set('person', personId),
    residentId && set('resident', residentId),
  ]
    .filter(Boolean)
    .join('; ')
}

function transactionOn(runner: QueryRunner, client: pg.PoolClient, onWriting: () => void): Tx {
  const source = runner.connection
  return {
    async insert(entity, values) {
      onWriting()
      if (!Array.isArray(values))
        await client.query(insertStatement(source, source.getMetadata(entity), values))
      else
        await runner.manager
          .createQueryBuilder()
          .insert()
          .into(entity)
          .values(values)
          .updateEntity(false)
          .execute()
    },
    async insertNew(entity, values) {
      onWriting()
      const { rowCount } = await client.query(insertNewStatement(source, source.getMetadata(entity), values))
      return rowCount === 1
    },
    async update(entity, key, values) {
      onWriting()
      const { rowCount } = await client.query(
        updateStatement(source, source.getMetadata(entity), key, values),
      )
      return rowCount === 1
    },
    async read(read, ...params) {
      const { rows } = await client.query<never>({
        name: read.name,
        text: read.text,
        values: params as unknown[],
      })
      return rows
    },
    async call(call, args) {
      onWriting()
      const { rows } = await client.query<{ answer: never }>(statementOf(call, args))
      return rows[0]!.answer
    },
    async query(sql, params) {
      onWriting()
      const result = await client.query(typeof sql === 'string' ? { text: sql } : sql, params)
      return result.rows as never
    },
  }
}
