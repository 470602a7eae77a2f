import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId, type Id } from '@mitsprache/terms'
import { HEADERS, useServer } from '../../../../test/server.ts'
import { makeTenant, PASSWORD, type TestTenant } from '../../../../test/world.ts'
import { addPerson } from '../../identity/index.ts'
import { deleteTenant } from '../../tenants/index.ts'
import { layerCache, sweepLayers } from './index.ts'
import { startMapService, tileColour, type MapService } from './map-service.testing.ts'

const test = useServer(undefined, { layerLoopback: true, layerHosts: ['geo.example.de'] })
let service: MapService
let ours: { tenant: TestTenant; headers: { cookie: string } }
let theirs: typeof ours

const SAVE = `mutation($tenant: String!, $input: MapLayerInput!) { saveMapLayer(tenant: $tenant, input: $input) { __typename
  ... on StaffMapLayer { version published layer { id url opacity } } ... on LayerRefused { problem }
  ... on InputRefused { fields { field problem } } } }`
const READ = `mutation($tenant: String!, $kind: LayerKind!, $address: String!) { readLayerService(tenant: $tenant, kind: $kind, address: $address) {
  __typename ... on LayerServiceRead { title attribution layers { name title formats webMercator styles { name } } }
  ... on LayerRefused { problem } } }`
const TEST = `mutation($tenant: String!, $id: ID!) { testMapLayer(tenant: $tenant, id: $id) { __typename
  ... on LayerTested { sizeBytes format } ... on LayerRefused { problem } } }`

async function settle() {
  const tenant = await makeTenant(test.database)
  const email = `amt@${tenant.slug}.example`
  const memberships = [{ tenantId: tenant.id, role: 'administrator' as const }]
  await addPerson(test.database, { name: 'Amt', email, password: PASSWORD, memberships })
  return { tenant, headers: { cookie: await test.signIn(tenant.slug, email, PASSWORD) } }
}
beforeAll(async () => {
  service = await startMapService()
  ours = await settle()
  theirs = await settle()
})
afterAll(() => service?.close())
beforeEach(() => void (service.asked.length = 0))
afterEach(() => void (service.instead = null))

const XYZ = () => `${service.url}/xyz/${newId()}/{z}/{x}/{y}.png`
const typed = (changes: object = {}) => ({
  kind: 'xyz',
  address: XYZ(),
  title: { de: 'Luftbild' },
  attribution: '© Vermessungsamt',
  zoomLeast: 0,
  zoomMost: 19,
  opacity: 0.8,
  isBase: false,
  isOn: false,
  published: true,
  ...changes,
})
const save = async (input: object, who = ours) =>
  (await test.ask(SAVE, { tenant: who.tenant.slug, input }, who.headers)).data.saveMapLayer
const added = async (changes: object = {}, who = ours): Promise<Id> => {
  const saved = await save(typed(changes), who)
  if (saved.__typename !== 'StaffMapLayer') throw new Error(JSON.stringify(saved))
  return saved.layer.id as Id
}
const get = (url: string, headers: object = {}) =>
  test.app.inject({ url, headers: { ...HEADERS, ...headers } as Record<string, string> })
const tileOf = (id: Id, at = '14/8780/5500', headers: object = {}) =>
  get(`/tiles/layers/${id}/${at}.png`, headers)
const clear = async (tenant = ours.tenant) =>
  test.owner.query('delete from map_layer where tenant_id = $1', [tenant.id])
afterEach(() => clear())

describe('a service', () => {
  it('tells what it offers, and what of it our map can show', async () => {
    const { data } = await test.ask(
      READ,
      { tenant: ours.tenant.slug, kind: 'wms', address: `${service.url}/wms?map=/a.map` },
      ours.headers,
    )
    expect(data.readLayerService).toMatchObject({
      title: 'Luftbilder Quellstedt',
      attribution: 'Vermessungsamt',
      layers: [
        {
          name: 'luftbild',
          webMercator: true,
          formats: ['image/png', 'image/jpeg'],
          styles: [{ name: 'default' }],
        },
        { name: 'nur-utm', webMercator: false },
      ],
    })
    expect(service.asked[0]!.searchParams.get('map')).toBe('/a.map')
  })

  it('XSS-19 that describes itself in scripts is text like any other', async () => {
    const title = '<script>alert(1)</script>'
    service.instead = (_request, response) =>
      void response.end(
        `<WMS_Capabilities version="1.3.0"><Service><Title><![CDATA[${title}]]></Title>
         <ContactInformation><ContactPersonPrimary><ContactOrganization>&lt;img src=x onerror=alert(1)&gt;</ContactOrganization></ContactPersonPrimary></ContactInformation></Service>
         <Capability><Request><GetMap><Format>image/png</Format></GetMap></Request><Layer><Layer><Name>a</Name>
         <Title><![CDATA["><svg onload=alert(1)>]]></Title><CRS>EPSG:3857</CRS></Layer></Layer></Capability></WMS_Capabilities>`,
      )
    const variables = { tenant: ours.tenant.slug, kind: 'wms', address: `${service.url}/wms` }
    const { data } = await test.ask(READ, variables, ours.headers)
    expect(data.readLayerService).toMatchObject({
      title,
      attribution: '<img src=x onerror=alert(1)>',
      layers: [{ name: 'a', title: '"><svg onload=alert(1)>' }],
    })
  })

  it('that has no Web Mercator is refused by name', async () => {
    const wms = { kind: 'wms', address: `${service.url}/wms`, format: 'image/png' }
    expect(await save(typed({ ...wms, layerName: 'nur-utm' }))).toMatchObject({ problem: 'noWebMercator' })
    expect(await save(typed({ ...wms, layerName: 'gibt-es-nicht' }))).toMatchObject({
      problem: 'layerUnknown',
    })
    expect(await save(typed({ ...wms, layerName: 'luftbild', format: 'image/svg+xml' }))).toMatchObject({
      problem: 'formatUnknown',
    })
  })

  // @bad-input UPL-11 UPL-13
  it.each([
    ['a page', '<!doctype html><html><body>Hallo</body></html>'],
    ['nothing', ''],
    [
      'a bomb of entities',
      '<!DOCTYPE a [<!ENTITY b "xxxx"><!ENTITY c "&b;&b;&b;">]><WMS_Capabilities version="1.3.0">&c;</WMS_Capabilities>',
    ],
    [
      'a file of the server',
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><WMS_Capabilities version="1.3.0">&b;</WMS_Capabilities>',
    ],
    ['a tower', '<a>'.repeat(10_000)],
  ])('that answers with %s is none', async (_name, body) => {
    service.instead = (_request, response) => void response.end(body)
    const variables = { tenant: ours.tenant.slug, kind: 'wms', address: `${service.url}/wms` }
    const { data } = await test.ask(READ, variables, ours.headers)
    expect(data.readLayerService).toMatchObject({ __typename: 'LayerRefused', problem: 'notCapabilities' })
  })
})

describe('an address', () => {
  // @bad-input SSR-02 SSR-04 SSR-08 SSR-10
  it.each([
    ['http://geo.example.de/{z}/{x}/{y}.png', 'notHttps'],
    ['https://evil.example/{z}/{x}/{y}.png', 'hostNotAllowed'],
    ['https://geo.example.de:22/{z}/{x}/{y}.png', 'portNotAllowed'],
    ['https://user:word@geo.example.de/{z}/{x}/{y}.png', 'hasCredentials'],
    ['https://geo.example.de/{z}/{x}/{y}.png?apikey=1234', 'hasCredentials'],
    ['https://169.254.169.254/{z}/{x}/{y}', 'addressNotPublic'],
    ['https://0xa9fea9fe/{z}/{x}/{y}', 'addressNotPublic'],
    ['https://[::ffff:10.0.0.1]/{z}/{x}/{y}', 'addressNotPublic'],
    ['https://{s}.geo.example.de/{z}/{x}/{y}', 'placeUnknown'],
    ['https://geo.example.de/{z}/{x}', 'placesMissing'],
    ['geo.example.de/{z}/{x}/{y}', 'notAnAddress'],
  ])('such as %s is refused: %s', async (address, problem) => {
    expect(await save(typed({ address }))).toMatchObject({ __typename: 'LayerRefused', problem })
  })

  it('needs words: whose it is, and what it is called', async () => {
    expect(await save(typed({ title: { de: ' ' }, attribution: '', zoomMost: 30 }))).toMatchObject({
      fields: [{ field: 'title.de' }, { field: 'attribution' }, { field: 'zoomMost' }],
    })
  })
})

describe('a tile', () => {
  it('of a WMS is asked for in metres, made of our numbers alone', async () => {
    const id = await added({
      kind: 'wms',
      address: `${service.url}/wms?map=/a.map`,
      layerName: 'luftbild',
      format: 'image/png',
    })
    service.asked.length = 0
    const answer = await tileOf(id, '14/8780/5500', {})
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('image/png')
    const { searchParams } = service.asked[0]!
    const bbox = searchParams.get('BBOX')!.split(',').map(Number)
    expect(searchParams.get('CRS')).toBe('EPSG:3857')
    expect(searchParams.get('map')).toBe('/a.map')
    const { data } = await sharp(answer.rawPayload).raw().toBuffer({ resolveWithObject: true })
    expect([data[0], data[1]]).toEqual([tileColour(bbox[0]!, bbox[1]!).r, tileColour(bbox[0]!, bbox[1]!).g])
    expect(bbox[2]! - bbox[0]!).toBeCloseTo(40_075_016.6856 / 2 ** 14, 3)
    // Chemnitz lies there.
    expect(bbox[0]).toBeGreaterThan(1_430_000)
    expect(bbox[3]).toBeLessThan(6_600_000)
  })

  // @bad-input SSR-01 SSR-13 SSR-14
  it('takes nothing else from who asks', async () => {
    const id = await added()
    await get(`/tiles/layers/${id}/14/8780/5500.png?v=1&url=http://127.0.0.1/&LAYERS=geheim`)
    expect(service.asked.at(-1)!.search).toBe('')
    for (const at of [
      '14/8780/5500.svg',
      '14/-1/1.png',
      '14/8780/5500.png%2f..',
      '1e1/0/0.png',
      '14/8780/99999999.png',
    ])
      expect([400, 404]).toContain((await get(`/tiles/layers/${id}/${at}`)).statusCode)
    expect((await tileOf(id, '22/0/0')).statusCode).toBe(404)
  })

  it.each([
    [
      'by parameters',
      'wmts',
      (url: URL) =>
        url.searchParams.get('TILEMATRIX') === 'z14' && url.searchParams.get('TILECOL') === '8780',
    ],
    ['by path', 'wmts-rest', (url: URL) => url.pathname === '/rest/normal/web/z14/5500/8780.png'],
  ])('of a WMTS is asked for %s', async (_how, path, isAsked) => {
    const id = await added({
      kind: 'wmts',
      address: `${service.url}/${path}`,
      layerName: 'grund',
      format: 'image/png',
    })
    expect((await tileOf(id)).statusCode).toBe(200)
    expect(isAsked(service.asked.at(-1)!)).toBe(true)
  })

  it('of a WMS 1.1.1 says SRS', async () => {
    const older = await startMapService('1.1.1')
    const id = await added({
      kind: 'wms',
      address: `${older.url}/wms`,
      layerName: 'luftbild',
      format: 'image/png',
    })
    expect((await tileOf(id)).statusCode).toBe(200)
    expect(older.asked.at(-1)!.searchParams.get('SRS')).toBe('EPSG:3857')
    await older.close()
  })

  it('is fetched once, however many ask, and known by its tag', async () => {
    const id = await added()
    const answers = await Promise.all(Array.from({ length: 8 }, () => tileOf(id)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 8 }, () => 200))
    expect(service.asked).toHaveLength(1)
    const { etag } = answers[0]!.headers
    expect(answers[0]!.headers['cache-control']).toBe('public, max-age=3600')
    expect((await tileOf(id, undefined, { 'if-none-match': etag })).statusCode).toBe(304)
    expect((await tileOf(id)).statusCode).toBe(200)
    expect(service.asked).toHaveLength(1)
  })

  it.each<[string, (response: import('node:http').ServerResponse) => void]>([
    [
      'a redirect inside',
      (response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end(),
    ],
    [
      'a page',
      (response) => response.setHeader('content-type', 'image/png').end('<html><script>alert(1)</script>'),
    ],
    [
      'SVG',
      (response) =>
        response
          .setHeader('content-type', 'image/png')
          .end('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
    ],
    ['a GIF', (response) => response.end(Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64'))],
    ['half a picture', (response) => response.end(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))],
    [
      'a bomb',
      (response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(30_000_000))),
    ],
    ['too much', (response) => response.end(Buffer.alloc(3_000_000, 1))],
    ['an error', (response) => response.writeHead(500).end()],
  ])('answered with %s is no tile', async (_name, answer) => {
    const id = await added()
    service.instead = (_request, response) => answer(response)
    const refused = await tileOf(id)
    expect(refused.statusCode).toBe(503)
    expect(refused.headers['cache-control']).toBe('no-store')
    expect(refused.headers['content-type']).toContain('application/json')
  })

  it('of more pixels than a screen has is none', async () => {
    const id = await added()
    const huge = await sharp({ create: { width: 1500, height: 1500, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    service.instead = (_request, response) => void response.end(huge)
    expect((await tileOf(id)).statusCode).toBe(503)
  })

  it('that the server does not have is empty, not missing', async () => {
    const id = await added()
    service.instead = (_request, response) => void response.writeHead(404).end()
    const answer = await tileOf(id)
    expect(answer.statusCode).toBe(200)
    const { isOpaque } = await sharp(answer.rawPayload).stats()
    expect(isOpaque).toBe(false)
  })

  it('is not asked for again and again where the server fails, and comes back with it', async () => {
    const id = await added()
    expect((await tileOf(id, '14/8780/5500')).statusCode).toBe(200)
    service.instead = (_request, response) => void response.writeHead(500).end()
    service.asked.length = 0
    for (let x = 1; x <= 8; x++) expect((await tileOf(id, `14/${x}/1`)).statusCode).toBe(503)
    expect(service.asked).toHaveLength(3)
    // What was fetched before is shown all the same.
    expect((await tileOf(id, '14/8780/5500')).statusCode).toBe(200)
  })
})

describe('GeoJSON', () => {
  it('is reduced to what the map draws', async () => {
    const id = await added({ kind: 'geojson', address: `${service.url}/baeume.geojson` })
    const answer = await get(`/tiles/layers/${id}.geojson`)
    expect(answer.headers['content-type']).toContain('application/geo+json')
    expect(answer.json()).toEqual({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [12.92, 50.83] },
          properties: { name: 'Linde' },
        },
      ],
    })
  })

  it.each([
    [
      '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[4512345,5634567]}}]}',
      'wrongCoordinates',
    ],
    ['{"type":"Point","coordinates":["12","50"]}', 'wrongCoordinates'],
    ['{"type":"Polygon","coordinates":[]}', 'wrongCoordinates'],
    ['{"type":"__proto__","coordinates":[1,2]}', 'notGeoJson'],
    [
      '{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:25833"}},"features":[]}',
      'wrongCoordinates',
    ],
    [
      `{"type":"FeatureCollection","features":[${Array.from({ length: 5001 }, () => 'null').join()}]}`,
      'tooManyFeatures',
    ],
    ['<html>', 'notGeoJson'],
    ['['.repeat(100_000), 'notGeoJson'],
    [`{"type":"Polygon","coordinates":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, 'wrongCoordinates'],
  ])('%.60s is refused', async (body, problem) => {
    const id = await added({ kind: 'geojson', address: `${service.url}/x.geojson` })
    service.instead = (_request, response) => void response.end(body)
    expect((await get(`/tiles/layers/${id}.geojson`)).statusCode).toBe(503)
    const { data } = await test.ask(TEST, { tenant: ours.tenant.slug, id }, ours.headers)
    expect(data.testMapLayer).toMatchObject({ problem })
  })
})

describe('two tenants', () => {
  it('see each other’s published layers, never the others', async () => {
    const draft = await added({ published: false })
    const open = await added()
    expect((await tileOf(draft)).statusCode).toBe(404)
    expect((await tileOf(draft, undefined, theirs.headers)).statusCode).toBe(404)
    expect((await tileOf(draft, undefined, ours.headers)).headers['cache-control']).toBe('private, no-cache')
    expect((await tileOf(open)).statusCode).toBe(200)
    const LIST = `query($tenant: String!) { mapLayers(tenant: $tenant) { id } }`
    const { data } = await test.ask(LIST, { tenant: ours.tenant.slug })
    expect(data.mapLayers).toEqual([{ id: open }])
  })

  it('change only their own', async () => {
    const id = await added()
    const foreign = { tenant: theirs.tenant.slug, id }
    const removed = await test.ask(
      `mutation($tenant: String!, $id: ID!) { removeMapLayer(tenant: $tenant, id: $id) { hosts } }`,
      foreign,
      theirs.headers,
    )
    expect(removed.errors![0]!.extensions.code).toBe('NOT_FOUND')
    const changed = await test.ask(
      SAVE,
      { tenant: theirs.tenant.slug, input: { ...typed(), id, version: 1 } },
      theirs.headers,
    )
    expect(changed.errors![0]!.extensions.code).toBe('NOT_FOUND')
    expect((await test.ask(TEST, foreign, theirs.headers)).errors![0]!.extensions.code).toBe('NOT_FOUND')
    const mine = await test.ask(SAVE, { tenant: ours.tenant.slug, input: typed() }, theirs.headers)
    expect(mine.errors![0]!.extensions.code).toBe('NOT_FOUND')
  })

  it('have so many layers and no more', async () => {
    const columns =
      'kind, address, layer_name, style_name, format, service, title, attribution, zoom_least, zoom_most, opacity, is_base, is_on, published, version'
    await added()
    await test.owner.query(
      `insert into map_layer (tenant_id, id, position, ${columns})
       select tenant_id, gen_random_uuid(), n, ${columns} from map_layer, generate_series(1, 29) as n where tenant_id = $1`,
      [ours.tenant.id],
    )
    expect(await save(typed())).toMatchObject({ problem: 'tooManyLayers' })
  })
})

describe('layers', () => {
  it('are put in order, changed by who saw the last version, and taken away', async () => {
    const [a, b] = [await added({ title: { de: 'A' } }), await added({ title: { de: 'B' } })]
    const ORDER = `mutation($tenant: String!, $ids: [ID!]!) { orderMapLayers(tenant: $tenant, ids: $ids) { layers { layer { id } } } }`
    const ordered = await test.ask(ORDER, { tenant: ours.tenant.slug, ids: [b, a] }, ours.headers)
    expect(ordered.data.orderMapLayers.layers.map((each: { layer: { id: Id } }) => each.layer.id)).toEqual([
      b,
      a,
    ])
    expect(
      await save({ ...typed({ address: `${service.url}/xyz/{z}/{x}/{y}` }), id: a, version: 1 }),
    ).toMatchObject({ version: 2 })
    expect(await save({ ...typed(), id: a, version: 1 })).toMatchObject({ __typename: 'StaleVersion' })
  })

  it('leave nothing behind when their tenant goes', async () => {
    await clear(theirs.tenant)
    const id = await added({}, theirs)
    expect((await tileOf(id)).statusCode).toBe(200)
    const folder = join(test.dataDir, 'layers')
    expect(readdirSync(join(folder, 'names'))).toContain(theirs.tenant.id)
    await deleteTenant(test.adminUrl, theirs.tenant.slug, false)
    await sweepLayers(test.database, layerCache(folder, 1024 * 1024))
    expect(readdirSync(join(folder, 'names'))).not.toContain(theirs.tenant.id)
  })
})
