import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { newId, newReceiptNumber } from '@mitsprache/terms'
import { useDatabase } from '../../../test/database.ts'
import { draftFor, makeCtx, makeProcedure, makeTenant, NOW } from '../../../test/world.ts'
import {
  InputRefused,
  isRefusal,
  KeyAlreadyUsed,
  ParticipationClosed,
  ParticipationNotOpen,
} from '../../platform/refusal.graphql.ts'
import { endOfDay } from '../../platform/municipal-day.ts'
import { Denial } from '../identity/index.ts'
import { handInContribution, type HandIn } from './hand-in.ts'
import { placeColumns } from './keep-contribution.ts'
import { submitContribution, type Receipt } from './submit-contribution.ts'

const test = useDatabase()

const world = async (shape: Parameters<typeof makeProcedure>[2] = {}) => {
  const tenant = await makeTenant(test.database)
  return { tenant, procedure: await makeProcedure(test.database, tenant, shape) }
}
const rowsOf = async (id: string) =>
  (await test.owner.query('select * from contribution where procedure_id = $1 order by received_at', [id]))
    .rows

function receiptOf(result: Awaited<ReturnType<typeof submitContribution>>): Receipt {
  if (isRefusal(result)) throw new Error(JSON.stringify(result))
  return result
}

describe('handing in', () => {
  it('gives a receipt with a number, a secret and the moment of arrival', async () => {
    const { procedure } = await world()
    const receipt = receiptOf(await submitContribution(makeCtx(test.database), draftFor(procedure)))
    expect(receipt.number).toMatch(/^TST-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/)
    expect(receipt.secret).toMatch(/^[\w-]{24}$/)
    expect(receipt).toMatchObject({
      receivedAt: NOW,
      late: false,
      outsidePlanAreaM: null,
      visibility: 'inReview',
    })
    const [row] = await rowsOf(procedure.id)
    expect(row).toMatchObject({ number: receipt.number, geometry: null, lon: null, channel: 'online' })
    // The secret itself is nowhere in the database.
    expect(JSON.stringify(row)).not.toContain(receipt.secret)
  })

  // @bad-input BIZ-04
  it('gives the very same receipt to the same send, twenty times at once', async () => {
    const { procedure } = await world()
    const draft = draftFor(procedure, {
      person: { name: 'Wilhelmine Zwölfboxer' },
      audience: 'publicWithName',
    })
    const receipts = await Promise.all(
      Array.from({ length: 20 }, () => submitContribution(makeCtx(test.database), draft)),
    )
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1)
    expect(await rowsOf(procedure.id)).toHaveLength(1)
    const events = await test.owner.query(
      `select from event where type = 'ContributionSubmitted' and $1 = any(subject_ids)`,
      [procedure.id],
    )
    expect(events.rowCount).toBe(1)
    const counted = await test.owner.query(
      'select sum(n)::int n from received_count where procedure_id = $1',
      [procedure.id],
    )
    expect(counted.rows[0].n).toBe(1)
  })

  // @bad-input BIZ-05
  it('refuses the same key with another text', async () => {
    const { procedure } = await world()
    const draft = draftFor(procedure)
    await submitContribution(makeCtx(test.database), draft)
    const second = await submitContribution(makeCtx(test.database), { ...draft, text: 'Etwas anderes.' })
    expect(second).toBeInstanceOf(KeyAlreadyUsed)
    expect(await rowsOf(procedure.id)).toHaveLength(1)
  })

  it('keeps a key to who used it first, even when the secrets of the server are others by now', async () => {
    const { procedure } = await world()
    const draft = draftFor(procedure)
    await submitContribution(makeCtx(test.database), draft)
    const ctx = makeCtx(test.database)
    const later = { ...ctx, secrets: { ...ctx.secrets, signingKey: 'another' } }
    expect(await submitContribution(later, draft)).toBeInstanceOf(KeyAlreadyUsed)
    expect(await rowsOf(procedure.id)).toHaveLength(1)
  })

  it('keeps all of it or nothing', async () => {
    const { procedure } = await world()
    await submitContribution(makeCtx(test.database), draftFor(procedure))
    const [first] = await rowsOf(procedure.id)
    const { rows: events } = await test.owner.query('select id from event where tenant_id = $1', [
      first.tenant_id,
    ])
    // Everything fits but the event, whose id is taken.
    const again = handInAgain(first, { eventId: events[0].id })
    await expect(test.database.call(handInContribution, again)).rejects.toThrow(/event_pk/)
    expect(await rowsOf(procedure.id)).toHaveLength(1)
    const { rows } = await test.owner.query(
      `select (select sum(n)::int from received_count where procedure_id = $1) as received,
              (select sum(n)::int from review_count where procedure_id = $1) as waiting`,
      [procedure.id],
    )
    expect(rows[0]).toEqual({ received: 1, waiting: 1 })
  })

  it('gives no number twice', async () => {
    const { procedure } = await world()
    await submitContribution(makeCtx(test.database), draftFor(procedure))
    const [first] = await rowsOf(procedure.id)
    const call = (changes: Partial<HandIn>) =>
      test.database.call(handInContribution, handInAgain(first, changes))
    expect(await call({ number: first.number })).toBe('numberTaken')
    expect(await call({ idempotencyKey: first.idempotency_key })).toBe('keyTaken')
    expect(await call({ revision: 2 })).toBe('outdated')
    expect(await call({})).toBe('inReview')
  })

  it('takes nothing past its function: the bearer door writes no table of it', async () => {
    const { tenant } = await world()
    for (const table of ['contribution', 'contribution_person', 'contribution_case', 'event'])
      await expect(
        test.database.transaction('bearer', { tenantId: tenant.id }, (tx) =>
          tx.query(`insert into ${table} (tenant_id) values ($1)`, [tenant.id]),
        ),
        table,
      ).rejects.toThrow(/permission denied/)
  })

  it('keeps names apart and sealed', async () => {
    const { procedure } = await world()
    await submitContribution(
      makeCtx(test.database),
      draftFor(procedure, {
        person: { name: 'Wilhelmine Zwölfboxer', email: 'w@beispiel.example' },
        audience: 'plannersOnly',
      }),
    )
    const dump = await test.owner.query(
      'select p.*, encode(name_sealed, $1) as shown from contribution_person p',
      ['escape'],
    )
    expect(dump.rows.at(-1).shown).not.toContain('Wilhelmine')
    const kept = await test.owner.query('select author_name from contribution_case where procedure_id = $1', [
      procedure.id,
    ])
    expect(kept.rows[0].author_name).toBeNull()
  })
})

/** The same contribution once more, as another send would have it. */
const handInAgain = (row: Record<string, never>, changes: Partial<HandIn>): HandIn => ({
  tenantId: row.tenant_id!,
  procedureId: row.procedure_id!,
  revision: 1,
  receiptPrefix: 'TST',
  roundId: row.round_id!,
  id: newId(),
  number: newReceiptNumber('TST'),
  bearerHash: randomBytes(32),
  idempotencyKey: newId(),
  bodyHash: row.body_hash!,
  title: null,
  text: row.text!,
  language: 'de',
  categoryId: null,
  ...placeColumns({
    kind: 'none',
    label: null,
    planPartId: null,
    geometry: null,
    lon: null,
    lat: null,
    bounds: null,
  }),
  audience: 'publicWithoutName',
  receivedAt: NOW,
  late: false,
  outsidePlanAreaM: null,
  authorName: null,
  nameSealed: null,
  emailSealed: null,
  eventId: newId(),
  ...changes,
})

describe('a procedure that changes meanwhile', () => {
  const change = (id: string, columns: string) =>
    test.owner.query(`update published_procedure set revision = revision + 1, ${columns} where id = $1`, [id])

  it('refuses by what holds now, not by what was remembered', async () => {
    const { procedure } = await world()
    receiptOf(await submitContribution(makeCtx(test.database), draftFor(procedure)))
    // Nobody ends a period early; here it stands for all that may have changed.
    await test.owner.query('alter table published_procedure disable trigger user')
    await change(procedure.id, `ends_at = '2026-11-22T23:00:00Z'`)
    await test.owner.query('alter table published_procedure enable trigger user')
    expect(await submitContribution(makeCtx(test.database), draftFor(procedure))).toBeInstanceOf(
      ParticipationClosed,
    )
    await change(procedure.id, `ends_at = '2026-12-22T23:00:00Z'`)
    receiptOf(await submitContribution(makeCtx(test.database), draftFor(procedure)))
  })

  it('knows at once of categories that came or went', async () => {
    const { procedure } = await world()
    const draft = () => draftFor(procedure, { categoryId: procedure.categoryId })
    receiptOf(await submitContribution(makeCtx(test.database), draft()))
    await change(procedure.id, `categories = '[]'`)
    expect(await submitContribution(makeCtx(test.database), draft())).toBeInstanceOf(InputRefused)
  })

  it('is not there any more once it is taken off display', async () => {
    const { procedure } = await world()
    receiptOf(await submitContribution(makeCtx(test.database), draftFor(procedure)))
    await test.owner.query('delete from published_procedure where id = $1', [procedure.id])
    await expect(submitContribution(makeCtx(test.database), draftFor(procedure))).rejects.toThrow(Denial)
  })
})

describe('the period', () => {
  // @bad-input BIZ-01
  it('accepts a contribution in the last second of the display period', async () => {
    const { procedure } = await world({ endsOn: '2026-12-02' })
    const last = endOfDay('2026-12-02')
    expect(last.toISOString()).toBe('2026-12-02T22:59:59.999Z')
    expect(
      receiptOf(
        await submitContribution(makeCtx(test.database, null, { clock: () => last }), draftFor(procedure)),
      ).late,
    ).toBe(false)
  })

  it('takes what is late in a formal procedure, and marks it', async () => {
    const { procedure } = await world({ kind: 'urbanLandUsePlan', endsOn: '2026-11-20' })
    expect(receiptOf(await submitContribution(makeCtx(test.database), draftFor(procedure))).late).toBe(true)
  })

  // @bad-input AUT-11
  it('closes an informal dialogue after its last day, but still hands out the receipt of an earlier send', async () => {
    const { procedure } = await world({ endsOn: '2026-11-23' })
    const draft = draftFor(procedure)
    const receipt = receiptOf(await submitContribution(makeCtx(test.database), draft))
    const after = { clock: () => new Date(endOfDay('2026-11-23').getTime() + 1) }
    expect(await submitContribution(makeCtx(test.database, null, after), draftFor(procedure))).toBeInstanceOf(
      ParticipationClosed,
    )
    expect(receiptOf(await submitContribution(makeCtx(test.database, null, after), draft))).toEqual(receipt)
  })

  it('takes nothing before the first day', async () => {
    const { procedure } = await world({ startsOn: '2026-11-24', endsOn: '2026-12-24' })
    expect(await submitContribution(makeCtx(test.database), draftFor(procedure))).toBeInstanceOf(
      ParticipationNotOpen,
    )
  })
})

describe('places', () => {
  it('takes a place outside the plan area, and says how far', async () => {
    const { procedure } = await world({ kind: 'urbanLandUsePlan' })
    const place = { kind: 'point' as const, geometry: { type: 'Point', coordinates: [12.9142, 50.825] } }
    const receipt = receiptOf(
      await submitContribution(makeCtx(test.database), draftFor(procedure, { place })),
    )
    expect(receipt.outsidePlanAreaM).toBeGreaterThan(280)
    expect(receipt.outsidePlanAreaM).toBeLessThan(310)
  })

  it('knows a part of the plan by its id and keeps its area', async () => {
    const { procedure } = await world()
    const place = { kind: 'planPart' as const, planPartId: procedure.planPartId }
    receiptOf(await submitContribution(makeCtx(test.database), draftFor(procedure, { place })))
    const [row] = await rowsOf(procedure.id)
    expect(row).toMatchObject({
      place_label: 'Wohnen am Bach',
      plan_part_id: procedure.planPartId,
      outside_plan_area_m: null,
    })
    expect(row.lon).toBeCloseTo(12.903, 5)
  })

  // @bad-input UPL-20
  it.each([
    ['not on earth', { type: 'Point', coordinates: [200, 95] }],
    ['not a number', { type: 'Point', coordinates: [Number.NaN, 1] }],
    ['infinite', { type: 'Point', coordinates: [Number.POSITIVE_INFINITY, 1] }],
    ['one position', { type: 'Point', coordinates: [1] }],
    ['five positions', { type: 'Point', coordinates: [1, 2, 3, 4, 5] }],
    ['a name', { type: 'Point', coordinates: 'Markt' }],
    [
      'another kind',
      {
        type: 'Polygon',
        coordinates: [
          [
            [1, 1],
            [1, 2],
            [2, 2],
            [1, 1],
          ],
        ],
      },
    ],
  ])('refuses a point that is %s', async (_what, geometry) => {
    const { procedure } = await world()
    const result = await submitContribution(
      makeCtx(test.database),
      draftFor(procedure, { place: { kind: 'point', geometry } }),
    )
    expect(result).toBeInstanceOf(InputRefused)
    expect((result as InputRefused).fields[0]!.field).toBe('place.geometry')
  })

  // @bad-input UPL-23
  it('refuses an area that is not closed', async () => {
    const { procedure } = await world()
    const geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [12.9, 50.8],
          [12.91, 50.8],
          [12.91, 50.81],
          [12.9, 50.81],
        ],
      ],
    }
    const result = await submitContribution(
      makeCtx(test.database),
      draftFor(procedure, { place: { kind: 'area', geometry } }),
    )
    expect((result as InputRefused).fields).toEqual([{ field: 'place.geometry', problem: 'notClosed' }])
  })
})

describe('bad input', () => {
  // @bad-input BIZ-13
  it.each([
    ['empty', '', 'empty'],
    ['only spaces', '  \n ', 'empty'],
    ['only signs', '!!! 👍', 'saysNothing'],
    ['one letter', 'a', 'saysNothing'],
    ['NUL in it', 'vor\u0000nach', 'unreadable'],
    ['half a sign', 'vor\ud800nach', 'unreadable'],
    ['too long', 'ab'.repeat(5_001), 'tooLong'],
  ])('names the problem of a text that is %s, and keeps nothing', async (_what, text, problem) => {
    const { procedure } = await world()
    const result = await submitContribution(makeCtx(test.database), draftFor(procedure, { text }))
    expect((result as InputRefused).fields.map((field) => [field.field, field.problem])).toContainEqual([
      'text',
      problem,
    ])
    expect(await rowsOf(procedure.id)).toHaveLength(0)
  })

  // @bad-input XSS-28
  it('counts people’s characters, not bytes or halves', async () => {
    const { procedure } = await world()
    const text = `Ja ${'😀'.repeat(9_990)}`
    receiptOf(await submitContribution(makeCtx(test.database), draftFor(procedure, { text })))
    expect((await rowsOf(procedure.id))[0]).toMatchObject({ text })
  })

  // @bad-input EXP-13 EXP-14
  it.each([
    'a@example.de,evil@x.de',
    'a@example.de; b@x.de',
    '"evil@x.de x"@example.de',
    'a@x.de\r\nBcc: evil@y.de',
    '<a@example.de>',
    'a@example.de%0aBcc:evil@x.de\u0000',
    'a＠example.de',
    'a@example..de',
    'a@.example.de',
    'a@example.de.',
    'a@[127.0.0.1]',
    'a@exam\u200bple.de',
    `${'a'.repeat(250)}@example.de`,
    'nein',
  ])('refuses %s as an address', async (email) => {
    const { procedure } = await world()
    const result = await submitContribution(
      makeCtx(test.database),
      draftFor(procedure, { person: { email } }),
    )
    expect((result as InputRefused).fields[0]).toEqual({ field: 'person.email', problem: 'notAnEmail' })
  })

  it.each([
    'nora@bürgerhaus.example',
    'nora@xn--brgerhaus-r9a.example',
    'n.o+ra@a.b.example',
    "o'nora@x.example",
  ])('takes %s as an address', async (email) => {
    const { procedure } = await world()
    const result = await submitContribution(
      makeCtx(test.database),
      draftFor(procedure, { person: { email } }),
    )
    expect(receiptOf(result).number).toMatch(/^TST-/)
  })

  it('refuses a category and a round of another procedure', async () => {
    const { procedure } = await world()
    const other = await world()
    const result = await submitContribution(
      makeCtx(test.database),
      draftFor(procedure, { categoryId: other.procedure.categoryId, roundId: newId() }),
    )
    expect((result as InputRefused).fields.map((field) => field.field).sort()).toEqual([
      'categoryId',
      'roundId',
    ])
  })
})
