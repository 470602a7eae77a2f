import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { HEADERS, useServer } from '../../../test/server.ts'
import { makeCtx, makeProcedure, makeStaff, makeTenant, NOW } from '../../../test/world.ts'
import { extendPeriod } from './extend-period.ts'

const server = useServer(() => NOW)

async function display(shape: Parameters<typeof makeProcedure>[2] = {}) {
  const tenant = await makeTenant(server.database)
  const procedure = await makeProcedure(server.database, tenant, { endsOn: '2026-12-02', ...shape })
  const url = `/t/${tenant.slug}/p/${procedure.slug}/dates.ics`
  const get = (query = '', headers = {}) =>
    server.app.inject({ url: url + query, headers: { host: HEADERS.host, ...headers } })
  return { tenant, procedure, get }
}
const eventsIn = (body: string) =>
  new ICAL.Component(ICAL.parse(body)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))

describe('the dates of a procedure', () => {
  it('are a calendar with its last day, in the language asked for', async () => {
    const { get } = await display()
    const answer = await get('?lang=en')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
    const [last, ...more] = eventsIn(answer.body)
    expect(more).toEqual([])
    expect(last!.summary).toMatch(/^Last day for contributions: /)
    expect(last!.startDate.toString()).toBe('2026-12-02')
    expect(eventsIn((await get('?lang=hsb')).body)[0]!.summary).toMatch(/^Posledni dźeń/)
    for (const odd of ['?lang=xx', '?lang=de&lang=en', ''])
      expect(eventsIn((await get(odd)).body)[0]!.summary).toMatch(/^Letzter Tag für Beiträge: /)
  })

  it('have the first day as well while it is to come', async () => {
    const { get } = await display({ startsOn: '2026-11-30', endsOn: '2027-01-08' })
    const days = eventsIn((await get()).body).map(({ startDate }) => startDate.toString())
    expect(days).toEqual(['2026-11-30', '2027-01-08'])
  })

  it('move in calendars that have them when the period is extended', async () => {
    const { tenant, procedure, get } = await display()
    const [before] = eventsIn((await get()).body)
    const ctx = makeCtx(server.database, await makeStaff(server.database, tenant, ['planner']))
    const note = { de: 'Mehr Zeit.' }
    await extendPeriod(ctx, tenant.slug, { id: procedure.id, version: 1, endsOn: '2026-12-16', note })
    const [after] = eventsIn((await get()).body)
    expect([after!.uid, after!.startDate.toString()]).toEqual([before!.uid, '2026-12-16'])
    expect([before!.sequence, after!.sequence]).toEqual([0, 1])
  })

  it('are sent again only when they changed, and are not there without a procedure', async () => {
    const { tenant, get } = await display()
    const { etag } = (await get()).headers
    expect((await get('', { 'if-none-match': etag })).statusCode).toBe(304)
    const draft = await display({ published: false })
    expect((await draft.get()).statusCode).toBe(404)
    await server.owner.query(
      `update tenant set suspended_at = now(), suspension_reason = '{"de": "Der Vertrag ruht."}' where id = $1`,
      [tenant.id],
    )
    expect((await get()).statusCode).toBe(404)
  })

  // @bad-input EXP-08
  it('stay one event whatever a title has in it', async () => {
    const { procedure, get } = await display()
    const title = `Platz, "Mitte"; \\ ende\r\nEND:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:böse ${'sehr lang 🌳 '.repeat(20)}`
    await server.owner.query('update published_procedure set title = $2 where id = $1', [
      procedure.id,
      JSON.stringify({ de: title }),
    ])
    const { body } = await get()
    expect(body.match(/^BEGIN:VEVENT\r?$/gm)).toHaveLength(1)
    expect(body.match(/^END:VEVENT\r?$/gm)).toHaveLength(1)
    expect(body.split('\r\n').filter((line) => Buffer.byteLength(line) > 76)).toEqual([])
    expect(/[^\r]\n|\r[^\n]/.test(body)).toBe(false)
    const [only] = eventsIn(body)
    expect(only!.summary).toBe(`Letzter Tag für Beiträge: ${title.replace(/\p{Cc}+/gu, ' ').trim()}`)
  })
})
