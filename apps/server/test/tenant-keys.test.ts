import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { newId, type Id } from '@mitsprache/terms'
import { authorOf } from './authors.ts'
import { useDatabase } from './database.ts'
import { draftFor, makeCtx, makeProcedure, makeTenant, SECRETS } from './world.ts'
import { openDatabase, type Database } from '../src/platform/database/database.ts'
import { readSecrets, writeKeyEncryption } from '../src/platform/config.ts'
import { seal } from '../src/platform/seal.ts'
import { ENTITIES } from '../src/entities.ts'
import { SEALED_AUTHORS, submitContribution } from '../src/modules/contributions/index.ts'
import { deleteTenant } from '../src/modules/tenants/index.ts'
import {
  unwrapKey,
  wrapKey,
  withNewKey,
  type KeyEncryption,
} from '../src/platform/tenant-keys/key-encryption.ts'
import {
  dropOldKeys,
  renewKey,
  resealTenant,
  rewrapKeys,
  sealOf,
  type Vault,
} from '../src/platform/tenant-keys/index.ts'
import { headOf, tenantSeal } from '../src/platform/tenant-keys/tenant-seal.ts'

const test = useDatabase()
const personKey = SECRETS.personKey
const key = (byte: string) => Buffer.from(byte.repeat(32), 'hex')
const tenantId = newId()

describe('a value sealed for a tenant', () => {
  const keys = new Map([[1, key('11')]])
  const one = tenantSeal(tenantId, keys, personKey)

  it('opens in its tenant, row and column, and nowhere else', () => {
    const sealed = one.seal('person.name 1', 'Nora Müller')
    expect(sealed.includes('Nora')).toBe(false)
    expect(one.unseal('person.name 1', sealed, '')).toBe('Nora Müller')
    for (const about of ['person.name 2', 'person.email 1'])
      expect(() => one.unseal(about, sealed, '')).toThrow()
    expect(() => tenantSeal(newId(), keys, personKey).unseal('person.name 1', sealed, '')).toThrow()
    for (const at of [0, 2, 8, 20, sealed.length - 1]) {
      const changed = Buffer.from(sealed)
      changed[at]! ^= 1
      expect(() => one.unseal('person.name 1', changed, ''), `byte ${at}`).toThrow()
    }
    expect(one.seal('person.name 1', 'Nora Müller').equals(sealed)).toBe(false)
  })

  it('opens with an older key of its tenant, and with the installation’s from before', () => {
    const later = tenantSeal(tenantId, new Map([...keys, [2, key('22')]]), personKey)
    expect(later.unseal('a', one.seal('a', 'alt'), '')).toBe('alt')
    expect(later.seal('a', 'neu').subarray(0, 5)).toEqual(headOf(2))
    expect(() => one.unseal('a', later.seal('a', 'neu'), '')).toThrow(/names a key/)
    expect(one.unseal('a', seal(personKey, 'before', 'sehr alt'), 'before')).toBe('sehr alt')
  })
})

describe('a data key', () => {
  const ring: KeyEncryption = { current: 'first', keys: { first: '33'.repeat(32) } }

  it('opens with the key that wrapped it, as what it was wrapped, and with no other', () => {
    const wrapped = wrapKey(ring, tenantId, 1, key('11'))
    expect(unwrapKey(ring, tenantId, 1, wrapped)).toEqual(key('11'))
    expect(() => unwrapKey(ring, tenantId, 2, wrapped)).toThrow()
    expect(() => unwrapKey(ring, newId(), 1, wrapped)).toThrow()
    expect(() => unwrapKey({ ...ring, keys: { first: '44'.repeat(32) } }, tenantId, 1, wrapped)).toThrow()
    const next = withNewKey(ring, '2026-11-23')
    expect(unwrapKey(next, tenantId, 1, wrapped)).toEqual(key('11'))
    expect(withNewKey(next, '2026-11-23').current).toBe('2026-11-23-2')
    expect(() => unwrapKey({ current: 'x', keys: {} }, tenantId, 1, wrapped)).toThrow(/"first"/)
  })
})

describe('the keys of a tenant', () => {
  let id: Id
  let slug: string
  let contributionIds: Id[]
  let vault: Vault

  const submit = async (procedure: Parameters<typeof draftFor>[0], n: number) => {
    const person = { name: `Nora ${n}`, email: `nora${n}@post.example` }
    const receipt = await submitContribution(makeCtx(test.database), draftFor(procedure, { person }))
    const { rows } = await test.owner.query<{ id: Id }>('select id from contribution where number = $1', [
      'number' in receipt ? receipt.number : '',
    ])
    return rows[0]!.id
  }
  const versions = async () =>
    (
      await test.owner.query(
        `select distinct get_byte(name_sealed, 4) as v from contribution_person where tenant_id = $1 order by 1`,
        [id],
      )
    ).rows.map((row) => row.v as number)
  const keysInTable = async () =>
    (
      await test.owner.query('select version, wrapped_by from tenant_key where tenant_id = $1 order by 1', [
        id,
      ])
    ).rows.map((row) => `${row.version} ${row.wrapped_by}`)
  /** A server that was started anew: it remembers no key. */
  async function elsewhere<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const database = await openDatabase(test.stemUrl, ENTITIES)
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  }

  beforeEach(async () => {
    vault = { database: test.database, secrets: { ...SECRETS } }
    const tenant = await makeTenant(test.database)
    ;({ id, slug } = tenant)
    const procedure = await makeProcedure(test.database, tenant)
    contributionIds = []
    for (let n = 0; n < 3; n++) contributionIds.push(await submit(procedure, n))
  })

  it('are made with the first author, one for all servers', async () => {
    expect(await keysInTable()).toEqual(['1 first'])
    const fresh = (await makeTenant(test.database)).id
    const seals = await elsewhere((database) =>
      Promise.all([sealOf(vault, fresh), sealOf({ ...vault, database }, fresh)]),
    )
    expect(seals[1].unseal('a', seals[0].seal('a', 'gleich'), '')).toBe('gleich')
  })

  it('are wrapped anew while what is sealed stays as it is, and a running server goes on', async () => {
    const before = await test.owner.query('select * from contribution_person where tenant_id = $1', [id])
    const next = withNewKey(SECRETS.keyEncryption, '2026-11-23')
    const { rewrapped } = await rewrapKeys({ ...vault, secrets: { ...SECRETS, keyEncryption: next } })
    expect(rewrapped).toBeGreaterThan(0)
    expect(await keysInTable()).toEqual(['1 2026-11-23'])
    const after = await test.owner.query('select * from contribution_person where tenant_id = $1', [id])
    expect(after.rows).toEqual(before.rows)
    // Started with the old keys, it looks into the file again.
    const secrets = { ...SECRETS, reread: () => next }
    await elsewhere(async (database) => {
      const seal = await sealOf({ database, secrets }, id)
      expect(seal.version).toBe(1)
    })
    await elsewhere(async (database) => {
      await expect(sealOf({ database, secrets: { ...SECRETS } }, id)).rejects.toThrow(/2026-11-23/)
    })
    await test.owner.query('delete from tenant_key where tenant_id = $1', [id])
  })

  it('are changed in batches: interrupted it goes on, and every author stays readable', async () => {
    expect(await renewKey(vault, id)).toBe(2)
    expect(await renewKey(vault, id), 'no third one while two are in use').toBe(2)
    // Half done.
    await test.database.transaction('system', {}, async (tx) => {
      const [row] = await SEALED_AUTHORS.otherwise(
        tx,
        id,
        headOf(2),
        '00000000-0000-0000-0000-000000000000',
        1,
      )
      const s = await sealOf(vault, id, [headOf(2)])
      const anew = row!.sealed.map((value, column) => {
        const [about, before] = SEALED_AUTHORS.about(row!.id, column)
        return value && s.seal(about, s.unseal(about, value, before))
      })
      await SEALED_AUTHORS.replace(tx, id, [{ id: row!.id, sealed: anew }])
    })
    expect(await versions()).toEqual([1, 2])
    for (const [n, one] of contributionIds.entries())
      expect(await authorOf(test, one)).toEqual({ name: `Nora ${n}`, email: `nora${n}@post.example` })
    expect(await resealTenant(vault, SEALED_AUTHORS, id)).toBe(2)
    expect(await resealTenant(vault, SEALED_AUTHORS, id)).toBe(0)
    expect(await versions()).toEqual([2])
    expect(await dropOldKeys(test.database, id)).toBe(1)
    expect(await keysInTable()).toEqual(['2 first'])
    await elsewhere(async (database) => {
      const opened = await authorOf({ ...test, database }, contributionIds[2]!)
      expect(opened).toEqual({ name: 'Nora 2', email: 'nora2@post.example' })
    })
    const { rows } = await test.owner.query(
      `select count(*) as n from event where tenant_id = $1 and type = 'DataKeyChanged'`,
      [id],
    )
    expect(rows[0].n).toBe(1)
  })

  it('take over what was sealed with the installation’s key', async () => {
    const [old] = contributionIds
    await test.owner.query(
      'update contribution_person set name_sealed = $2, email_sealed = null where contribution_id = $1',
      [old, seal(personKey, `${old} name`, 'Von früher')],
    )
    expect(await authorOf(test, old!)).toEqual({ name: 'Von früher', email: null })
    expect(await resealTenant(vault, SEALED_AUTHORS, id)).toBe(1)
    expect(await authorOf(test, old!)).toEqual({ name: 'Von früher', email: null })
    expect(await versions()).toEqual([1])
  })

  it('go with their tenant, and nothing opens what they sealed any more', async () => {
    const copy = await test.owner.query(
      'select contribution_id as id, name_sealed as sealed from contribution_person where tenant_id = $1',
      [id],
    )
    await deleteTenant(test.adminUrl, slug, false)
    expect(await keysInTable()).toEqual([])
    const { id: one, sealed } = copy.rows[0]
    const stranger = tenantSeal(id, new Map([[1, key('55')]]), personKey)
    expect(() => stranger.unseal(`contribution_person.name_sealed ${one}`, sealed, `${one} name`)).toThrow()
  })

  it('are reached by the worker alone', async () => {
    for (const door of ['staff', 'bearer', 'identity'] as const)
      await expect(
        test.database.transaction(door, { tenantId: id }, (tx) => tx.query('select * from tenant_key')),
      ).rejects.toThrow(/permission denied/)
  })
})

describe('the file of keys', () => {
  it('gets further keys whole, stays private, and opens what was made before there were several', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mitsprache-keys-'))
    try {
      const made = readSecrets(folder, {})
      expect(made.keyEncryption.current).toBe('first')
      const path = join(folder, 'secrets.json')
      const { keyEncryption: _, ...before } = JSON.parse(readFileSync(path, 'utf8'))
      writeFileSync(path, JSON.stringify(before), { mode: 0o600 })
      const old = readSecrets(folder, {})
      expect(old.keyEncryption.keys.first).toMatch(/^[0-9a-f]{64}$/)
      expect(old.keyEncryption.keys.first).not.toBe(old.personKey)
      const next = withNewKey(old.keyEncryption, '2026-11-23')
      writeKeyEncryption(folder, next, {})
      expect(statSync(path).mode & 0o777).toBe(0o600)
      expect(old.reread!()).toEqual(next)
      expect(readSecrets(folder, {})).toMatchObject({ ...before, keyEncryption: next })
      expect(() => writeKeyEncryption(folder, next, { SECRET_KEYS: '{}' })).toThrow(/SECRET_KEYS/)
      writeFileSync(path, JSON.stringify({ ...before, keyEncryption: { current: 'lost', keys: {} } }))
      expect(() => readSecrets(folder, {})).toThrow(/does not hold the keys/)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
