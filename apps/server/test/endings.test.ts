import { createHash } from 'node:crypto'
import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId, type Id } from '@mitsprache/terms'
import { handlersOf, messageHandlersOf } from '../src/jobs.ts'
import { erasePerson } from '../src/modules/identity/index.ts'
import { eraseAuthor } from '../src/modules/moderation/index.ts'
import { makePdf } from '../src/modules/plans/pdf.testing.ts'
import { useOffice } from '../src/modules/plans/plan.testing.ts'
import { deleteTenant, endWhatIsOver, keepDialogues } from '../src/modules/tenants/index.ts'
import { CATALOGUE, classOf } from '../src/platform/database/catalogue.ts'
import { scopeStatement } from '../src/platform/database/database.ts'
import { rowsOfTenant } from '../src/platform/database/endings.ts'
import { openLog } from '../src/platform/log.ts'
import { authorOf } from './authors.ts'
import { useDatabase } from './database.ts'
import { dump, fillTenant, tablesWith, type FilledTenant } from './filled-tenant.ts'
import { makeCtx, makeStaff, NOW } from './world.ts'

const test = useDatabase()
const office = useOffice(test)
const tables = Object.keys(CATALOGUE)
/** Keyed hashes of tries to sign in tell nothing and are gone within a day; a cursor says how far was read. */
const BLIND = ['sign_in_attempt', 'rate_limit', 'event_cursor', 'pgboss.job', 'pgboss.version']
const later = (hours: number) => () => new Date(NOW.getTime() + hours * 3600_000)

let stays: FilledTenant
let goes: FilledTenant

const inStore = (pages: number) => {
  const hash = createHash('sha256').update(makePdf({ pages })).digest('hex')
  return readdirSync(join(office.folder, 'files', hash.slice(0, 2))).includes(hash)
}

/** What lies on disk carries the date of the disk, not of the test. */
async function ageContents() {
  const old = Date.now() / 1000 - 48 * 3600
  for await (const { sha256 } of office.files.store.list()) {
    const hex = sha256.toString('hex')
    utimesSync(join(office.folder, 'files', hex.slice(0, 2), hex), old, old)
  }
}

/** Does every job that waits, as a server's worker would. */
async function workOff(clock = () => new Date()) {
  // There is no mail server: what waits to be sent waits on.
  const mailing = { ...makeCtx(test.database, null, { clock }), mailer: null, log: openLog('error') }
  const handlers = {
    ...handlersOf({ database: test.database, files: office.files, clock }),
    ...messageHandlersOf(mailing),
  }
  const { rows } = await test.owner.query('delete from pgboss.job returning name, data')
  for (const { name, data } of rows) await handlers[name as keyof typeof handlers](data)
}

describe('a deleted tenant', () => {
  let before: Map<string, string[]>

  beforeAll(async () => {
    stays = await fillTenant(test, office, 'bleibwerda', 3)
    before = await dump(test, tables)
    goes = await fillTenant(test, office, 'gehdahin', 5)
  })

  it('had something in every table', async () => {
    const personId = goes.viewer.personId
    const empty: string[] = []
    for (const table of tables) {
      const where = rowsOfTenant(table).replace('select person_id from leaving', `'${personId}'`)
      if (where === 'false') continue
      const params = where.includes('$1') ? [goes.id] : []
      const { rowCount } = await test.owner.query(`select from ${table} where ${where} limit 1`, params)
      if (!rowCount) empty.push(table)
    }
    // A table that is new here wants a row in `fillTenant`.
    expect(empty).toEqual([])
  })

  it('is only counted in a dry run', async () => {
    const all = await dump(test, tables)
    const counted = await deleteTenant(test.adminUrl, goes.slug, true)
    expect(counted).toMatchObject({
      tenantId: goes.id,
      rows: { tenant: 1, person: 1, contribution: 4, event: expect.any(Number) },
    })
    expect(counted!.contents).toHaveLength(2)
    expect(await dump(test, tables)).toEqual(all)
    expect(await deleteTenant(test.adminUrl, 'nirgends', true)).toBeNull()
  })

  it('is gone from every table, file and job; another keeps every byte', async () => {
    expect(tablesWith(await dump(test, tables), [goes.id]).length).toBeGreaterThan(20)
    const deleted = await deleteTenant(test.adminUrl, goes.slug, false)
    expect(deleted!.rows.contribution).toBe(4)
    await ageContents()
    await workOff()

    const after = await dump(test, tables)
    const words = [
      goes.id,
      goes.viewer.personId,
      'gehdahin',
      ...goes.parts,
      ...goes.contributions.map(({ id }) => id),
    ]
    expect(tablesWith(after, words)).toEqual([])
    for (const table of tables.filter((one) => !BLIND.includes(one)))
      expect(after.get(table), table).toEqual(before.get(table))

    expect([inStore(1), inStore(3), inStore(5)]).toEqual([true, true, false])
    expect((await office.files.quarantine.list()).map(({ id }) => id)).toEqual(stays.parts)
    expect(await deleteTenant(test.adminUrl, goes.slug, false)).toBeNull()
    // An owner that may not see what others are at waits as long as they may take.
  }, 60_000)

  it('takes along what somebody still at work writes after it', async () => {
    const late = await fillTenant(test, office, 'spaet', 2)
    let finish = () => {}
    const slow = test.database.transaction('staff', { tenantId: late.id }, async (tx) => {
      await tx.query('select 1')
      await new Promise<void>((done) => (finish = done))
      await tx.query(
        `insert into event (tenant_id, id, type, version, subject_ids, actor_kind, at) values ($1, $2, 'Late', 1, '{}', 'system', now())`,
        [late.id, newId()],
      )
    })
    await new Promise((done) => setTimeout(done, 50))
    setTimeout(finish, 800)
    await deleteTenant(test.adminUrl, late.slug, false)
    await slow
    await workOff()
    expect(tablesWith(await dump(test, tables), [late.id])).toEqual([])
  }, 60_000)

  it('cannot be deleted through any door, nor what never changes be changed', async () => {
    for (const door of ['staff', 'system', 'identity', 'bearer'] as const) {
      const client = await test.database.connect(door)
      const all = ['tenant', 'event', 'contribution', 'visibility_decision', 'procedure_revision']
      for (const table of all) {
        await client.query(
          `begin; ${scopeStatement({ tenantId: stays.id })}; set local app.ending = '${stays.id}'`,
        )
        await expect(client.query(`delete from ${table}`), `${door} ${table}`).rejects.toThrow(
          /permission denied/,
        )
        await client.query('rollback')
      }
      client.release()
    }
    // The owner itself only rows of the tenant that it says is ending.
    await expect(test.owner.query(`update contribution set text = 'anders'`)).rejects.toThrow(/append-only/)
    await expect(test.owner.query(`set app.ending = '${newId()}'; delete from event`)).rejects.toThrow(
      /append-only/,
    )
    await test.owner.query('reset app.ending')
  })
})

describe('the file of a dialogue', () => {
  const rowsOf = async (procedureId: Id) => tablesWith(await dump(test, tables), [procedureId])

  it('is kept until its tenant says for how long, and then ends with everything in it', async () => {
    const town = await fillTenant(test, office, 'altdorf', 7)
    await test.owner.query(
      `update consultation_round set starts_on = '2019-01-01', ends_on = '2020-03-31' where tenant_id = $1`,
      [town.id],
    )
    expect((await endWhatIsOver(test.database, () => NOW)).dialogues).toBe(0)
    expect(await keepDialogues(test.database, town.slug, 20)).toBe(true)
    expect((await endWhatIsOver(test.database, () => NOW)).dialogues).toBe(0)
    expect(await keepDialogues(test.database, town.slug, 5)).toBe(true)
    expect((await endWhatIsOver(test.database, () => NOW)).dialogues).toBe(1)

    // Only who did what remains, in ids.
    expect(await rowsOf(town.dialogue.id)).toEqual(['event', 'pgboss.job'])
    const { rows } = await test.owner.query('select type from event where tenant_id = $1', [town.id])
    expect(rows.map((row) => row.type)).toContain('DialogueFileEnded')
    // A formal procedure's file is kept as long as its plan is in force.
    expect((await rowsOf(town.formal.id)).length).toBeGreaterThan(8)

    // The uploads end after a day, and then nothing refers to the files any more.
    await endWhatIsOver(test.database, later(25))
    await ageContents()
    await workOff(later(25))
    expect(inStore(7)).toBe(false)
    expect(inStore(1)).toBe(true)
    await expect(keepDialogues(test.database, town.slug, 0)).rejects.toThrow(
      /tenant_dialogue_kept_years_sensible/,
    )
  })

  it('cannot be ended before its time, whoever asks', async () => {
    const asked = await test.database.transaction('system', { tenantId: stays.id }, (tx) =>
      tx.query('select end_dialogue($1, $2) as ended', [stays.id, stays.dialogue.id]),
    )
    expect(asked).toEqual([{ ended: false }])
  })
})

describe('an erased author', () => {
  it('leaves what must be weighed in a formal procedure, and nothing in a dialogue', async () => {
    const town = await fillTenant(test, office, 'neustadt', 4)
    const erasedMark = ['Nora neustadt', 'nora@neustadt.example']
    for (const { id } of town.contributions) {
      await eraseAuthor(town.ctx, town.slug, id)
      await eraseAuthor(town.ctx, town.slug, id)
    }
    const { rows } = await test.owner.query(
      `select c.title, c.text, c.place_kind, c.lon, k.visibility, k.author_name, (p.kind = 'informalDialogue') as dialogue,
              exists (select from contribution_person x where x.contribution_id = c.id) as person,
              exists (select from published_contribution x where x.id = c.id) as public
       from contribution c join contribution_case k on k.contribution_id = c.id join procedure p on p.id = c.procedure_id
       where c.tenant_id = $1`,
      [town.id],
    )
    expect(rows).toHaveLength(4)
    for (const row of rows)
      expect(row).toMatchObject({
        ...(row.dialogue
          ? { title: null, text: '', place_kind: 'none', lon: null }
          : { title: 'Titel neustadt', text: 'Beitrag neustadt', place_kind: 'point', lon: 12.905 }),
        visibility: 'withheld',
        author_name: null,
        person: false,
        public: false,
      })
    expect(tablesWith(await dump(test, tables), erasedMark)).toEqual([])
    const cells = await test.owner.query('select sum(n)::integer as n from map_cell where tenant_id = $1', [
      town.id,
    ])
    expect(cells.rows[0].n).toBe(0)
    const events = await test.owner.query(
      `select count(*) as n from event where tenant_id = $1 and type = 'AuthorErased'`,
      [town.id],
    )
    expect(events.rows[0].n).toBe(8)
  })

  it('is erased column by column as the catalogue says', async () => {
    const { id } = stays.contributions[0]!
    await test.owner.query('begin')
    // Every column about a person that takes a text is marked, whoever fills it.
    await test.owner.query(`select set_config('app.ending', $1, true)`, [stays.id])
    const marked: string[] = []
    for (const [table, { erased }] of Object.entries(CATALOGUE)) {
      if (erased?.whose !== 'author') continue
      const { rows } = await test.owner.query<{ name: string; type: string }>(
        `select attname::text as name, format_type(atttypid, null) as type from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
        [table],
      )
      for (const { name, type } of rows) {
        if (
          !['personal', 'sealed'].includes(classOf(table, name)!) ||
          erased.kept?.[name] ||
          name === 'place_kind'
        )
          continue
        const value = { text: `'MARKE'`, bytea: `'MARKE'::bytea`, jsonb: `'"MARKE"'` }[type]
        if (!value || name === 'geometry') continue
        const { rowCount } = await test.owner.query(
          `update ${table} set ${name} = ${value} where tenant_id = $1 and ${erased.by} = $2`,
          [stays.id, id],
        )
        if (rowCount) marked.push(`${table}.${name}`)
      }
    }
    await test.owner.query('commit')
    expect(marked).toEqual(
      expect.arrayContaining([
        'contribution.text',
        'contribution.extra',
        'contribution_person.name_sealed',
        'contribution_case.author_name',
      ]),
    )
    expect(tablesWith(await dump(test, tables), ['MARKE']).length).toBeGreaterThan(2)
    await eraseAuthor(stays.ctx, stays.slug, id)
    expect(tablesWith(await dump(test, tables), ['MARKE'])).toEqual([])
  })

  it('is erased for an administrator of the tenant only, and nobody else learns that there is one', async () => {
    const { id } = stays.contributions[1]!
    for (const role of ['planner', 'moderator', 'caseworker'] as const) {
      const staff = makeCtx(test.database, await makeStaff(test.database, stays, [role]))
      await expect(eraseAuthor(staff, stays.slug, id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    await expect(eraseAuthor(makeCtx(test.database), stays.slug, id)).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    })
    await expect(eraseAuthor(stays.ctx, stays.slug, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' })
    // The function behind it asks for its tenant as well.
    const other = await fillTenant(test, office, 'fremdau', 6)
    const [asked] = await test.database.transaction('staff', { tenantId: other.id }, (tx) =>
      tx.query<{ erased: boolean }>('select erase_author($1, $2) as erased', [stays.id, id]),
    )
    expect(asked).toEqual({ erased: false })
    expect((await authorOf(test, id))!.name).toBe('Nora bleibwerda')
  })
})

describe('an erased member of staff', () => {
  it('is nobody any more: no name, no address, no way in; what they did stays under an id', async () => {
    const town = await fillTenant(test, office, 'amtsberg', 8)
    const { personId } = town.viewer
    expect(await erasePerson(test.database, () => NOW, 'PLANUNG@amtsberg.example', true)).toEqual({
      personId,
      tenants: [town.slug],
    })
    expect(tablesWith(await dump(test, tables), ['Erika amtsberg'])).toEqual(['person'])
    await erasePerson(test.database, () => NOW, 'planung@amtsberg.example', false)
    const all = await dump(test, tables)
    expect(tablesWith(all, ['Erika amtsberg', 'planung@amtsberg.example'])).toEqual([])
    expect(tablesWith(all, [personId]).toSorted()).toEqual(
      expect.arrayContaining(['event', 'person', 'visibility_decision']),
    )
    for (const table of ['session', 'membership']) expect(tablesWith(all, [personId])).not.toContain(table)
    const { rows } = await test.owner.query(
      'select name, password_hash, disabled_at from person where id = $1',
      [personId],
    )
    expect(rows).toEqual([{ name: '', password_hash: null, disabled_at: expect.any(Date) }])
    expect(await erasePerson(test.database, () => NOW, 'planung@amtsberg.example', false)).toBeNull()
  })
})
