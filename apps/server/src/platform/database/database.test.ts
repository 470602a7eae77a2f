import { newId, type Id } from '@mitsprache/terms'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { makeTenant } from '../../../test/world.ts'
import { StartProblem } from '../start-problem.ts'
import { scopeStatement, type Tx } from './database.ts'
import { DOORS, doorPassword, doorRole, doorUrl } from './doors.ts'
import { demandSafety, demandVersion, findSafetyProblems } from './guard.ts'

const test = useDatabase()

describe('the doors', () => {
  it('are five roles, each with a password of its own', async () => {
    for (const door of DOORS) {
      const client = await test.database.connect(door)
      const { rows } = await client.query('select current_user as who')
      client.release()
      expect(rows[0].who).toBe(doorRole(test.stemUrl, door))
    }
    expect(new Set(DOORS.map((door) => doorPassword(test.stemUrl, door))).size).toBe(5)
    expect(doorUrl('postgres://mit%2Bspr:p%40ss@h:1/d', 'public')).toMatch(
      /^postgres:\/\/mit%2Bspr_public:[0-9a-f]{64}@h:1\/d$/,
    )
  })

  it('take nothing but ids for a scope', () => {
    expect(() => scopeStatement({ tenantId: `x'; drop table tenant; --` })).toThrow()
  })
})

describe('a transaction', () => {
  it('leaves nothing behind when its work fails, and gives its connection back', async () => {
    const tenant = await makeTenant(test.database)
    for (let i = 0; i < 20; i++)
      await expect(
        test.database.transaction('staff', { tenantId: tenant.id }, async (tx) => {
          await tx.query(
            `insert into procedure (tenant_id, id, slug, kind, template_key, title, summary, publication_mode, created_at)
            values ($1, gen_random_uuid(), 'x', 'informalDialogue', 'x', '{}', '{}', 'not', now())`,
            [tenant.id],
          )
          throw new Error('no')
        }),
      ).rejects.toThrow('no')
    const { rows } = await test.owner.query('select count(*)::int as n from procedure where tenant_id = $1', [
      tenant.id,
    ])
    expect(rows[0].n).toBe(0)
  })

  it('forgets its scope for the next one on the same connection', async () => {
    const tenant = await makeTenant(test.database)
    await test.database.transaction('staff', { tenantId: tenant.id }, (tx) => tx.query('select 1'))
    const [row] = await test.database.transaction('staff', {}, (tx) =>
      tx.query<{ tenant: string | null }>('select app_tenant() as tenant'),
    )
    expect(row!.tenant).toBeNull()
  })
})

describe('a batch', () => {
  const insert = (tx: Tx, tenantId: Id, id: string) =>
    tx.query(
      `insert into procedure (tenant_id, id, slug, kind, template_key, title, summary, publication_mode, created_at)
       values ($1, gen_random_uuid(), $2, 'informalDialogue', 'x', '{}', '{}', 'not', now())`,
      [tenantId, id],
    )
  const slugs = async (tenantId: Id) =>
    (await test.owner.query('select slug from procedure where tenant_id = $1', [tenantId])).rows

  it('keeps what it wrote and answers what it read, in order and within its scope', async () => {
    const { id: tenantId } = await makeTenant(test.database)
    const [, [row], [scope]] = await test.database.batch('staff', { tenantId }, (tx) => [
      insert(tx, tenantId, newId()),
      tx.query<{ n: number }>('select count(*)::int as n from procedure'),
      tx.query<{ tenant: Id }>('select app_tenant() as tenant'),
    ])
    expect([row, scope]).toEqual([{ n: 1 }, { tenant: tenantId }])
    expect(await slugs(tenantId)).toHaveLength(1)
  })

  it('keeps nothing when one of its statements fails, and gives its connection back', async () => {
    const { id: tenantId } = await makeTenant(test.database)
    for (let i = 0; i < 20; i++)
      await expect(
        test.database.batch('staff', { tenantId }, (tx) => [
          insert(tx, tenantId, newId()),
          tx.query('select 1 / 0'),
          insert(tx, tenantId, newId()),
        ]),
      ).rejects.toThrow('division by zero')
    expect(await slugs(tenantId)).toEqual([])
  })

  it('keeps nothing when it fails before all is said', async () => {
    const { id: tenantId } = await makeTenant(test.database)
    for (let i = 0; i < 20; i++)
      await expect(
        test.database.batch('staff', { tenantId }, (tx) => {
          void insert(tx, tenantId, newId())
          throw new Error('no')
        }),
      ).rejects.toThrow('no')
    expect(await slugs(tenantId)).toEqual([])
  })
})

describe('before it serves, the server refuses', () => {
  it('a database older than it was written for', async () => {
    await expect(demandVersion(test.adminUrl, 990_000)).rejects.toThrow(/needs 15 or newer/)
    await demandVersion(test.adminUrl)
  })

  it('in production, one that could lose what was acknowledged', async () => {
    const { rows } = await test.owner.query(`select setting from pg_settings where name = 'fsync'`)
    const problems = await findSafetyProblems(test.database, test.stemUrl)
    expect(problems.some((problem) => problem.text.startsWith('fsync is off'))).toBe(
      rows[0].setting === 'off',
    )
    const name = new URL(test.adminUrl).pathname.slice(1)
    await test.owner.query(
      `alter role "${doorRole(test.stemUrl, 'system')}" in database "${name}" set synchronous_commit = off`,
    )
    const { openDatabase } = await import('./database.ts')
    const careless = await openDatabase(test.stemUrl, [])
    try {
      await expect(demandSafety(careless, test.stemUrl, true)).rejects.toThrow(StartProblem)
      await expect(demandSafety(careless, test.stemUrl, true)).rejects.toThrow(/synchronous_commit is off/)
      await demandSafety(careless, test.stemUrl, false)
    } finally {
      await careless.close()
    }
  })
})

it('lives on when a connection that is lent out is lost between two statements', async () => {
  const client = await test.database.connect('bearer')
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  await test.owner.query('select pg_terminate_backend($1)', [rows[0]!.pid])
  // Only the next statement tells; an error that nobody hears would fail this whole run.
  await expect
    .poll(() =>
      client.query('select 1').then(
        () => 'there',
        () => 'lost',
      ),
    )
    .toBe('lost')
  client.release(true)
})
