import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { newId } from '@mitsprache/terms'
import { HEADERS, useServer } from '../../../test/server.ts'
import { makeProcedure, makeTenant, NOW, type TestProcedure, type TestTenant } from '../../../test/world.ts'

const server = useServer(() => NOW)
let tenant: TestTenant
let procedure: TestProcedure

beforeAll(async () => {
  tenant = await makeTenant(server.database)
  procedure = await makeProcedure(server.database, tenant)
})

const get = (url: string, headers: Record<string, string> = {}) =>
  server.app.inject({ url, headers: { host: HEADERS.host, ...headers } })
const planUrlOf = async (slug: string) => {
  const { data } = await server.ask(
    'query ($t: String!, $s: String!) { procedure(tenant: $t, slug: $s) { planUrl } }',
    {
      t: tenant.slug,
      s: slug,
    },
  )
  return data.procedure.planUrl as string | null
}

describe('the parts of a plan on display', () => {
  it('come as GeoJSON from the address that the procedure tells, with what a part is and how it is drawn', async () => {
    const url = await planUrlOf(procedure.slug)
    expect(url).toBe(`/map/plan/${procedure.id}?v=1`)
    const response = await get(url!)
    expect(response.headers['content-type']).toContain('application/geo+json')
    expect(response.headers['cache-control']).toBe('public, max-age=86400')
    expect(response.json()).toMatchObject({
      type: 'FeatureCollection',
      features: [
        {
          id: procedure.planPartId,
          properties: { name: { de: 'Wohnen am Bach' }, designation: 'WA 1', storeys: 3, style: 'housing' },
          geometry: { type: 'Polygon' },
        },
      ],
    })
  })

  it('are asked for again when a new revision is on display, and sent only then', async () => {
    const own = await makeProcedure(server.database, tenant)
    const url = `/map/plan/${own.id}`
    const first = await get(url)
    expect(first.headers['cache-control']).toBe('public, max-age=0, must-revalidate')
    const { etag } = first.headers as { etag: string }
    expect((await get(url, { 'if-none-match': `W/"other", ${etag}` })).statusCode).toBe(304)

    await server.owner.query(
      `update published_procedure set revision = revision + 1,
         plan_parts = jsonb_set(plan_parts, '{0,class}', '"BP_WaldFlaeche"') where id = $1`,
      [own.id],
    )
    const second = await get(url, { 'if-none-match': etag })
    expect(second.statusCode).toBe(200)
    expect(second.headers.etag).not.toBe(etag)
    expect(second.json().features[0].properties).toMatchObject({ class: 'BP_WaldFlaeche', style: 'forest' })
    // An address of an earlier revision still answers, with what is on display now, and is not kept.
    expect((await get(`${url}?v=1`)).headers['cache-control']).toBe('public, max-age=0, must-revalidate')
  })

  it('come gzipped to who takes it', async () => {
    const response = await get(`/map/plan/${procedure.id}?v=1`, { 'accept-encoding': 'gzip, br' })
    expect(response.headers['content-encoding']).toBe('gzip')
    expect(JSON.parse(gunzipSync(response.rawPayload).toString()).features).toHaveLength(1)
  })

  it('cost one statement, whether they are known or not', async () => {
    const own = await makeProcedure(server.database, tenant)
    const read = vi.spyOn(server.database, 'read')
    await get(`/map/plan/${own.id}`)
    expect(read).toHaveBeenCalledTimes(1)
    await get(`/map/plan/${own.id}`)
    expect(read).toHaveBeenCalledTimes(2)
    read.mockRestore()
  })

  it('are nobody’s before the procedure is published', async () => {
    const draft = await makeProcedure(server.database, tenant, { published: false })
    for (const id of [draft.id, newId(), 'anything'])
      expect((await get(`/map/plan/${id}`)).statusCode, id).toBe(404)
  })

  it('have no address where there are none', async () => {
    const own = await makeProcedure(server.database, tenant)
    await server.owner.query(`update published_procedure set plan_parts = '[]' where id = $1`, [own.id])
    expect(await planUrlOf(own.slug)).toBeNull()
    expect((await get(`/map/plan/${own.id}`)).json()).toEqual({ type: 'FeatureCollection', features: [] })
  })
})
