import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { newId, type Id } from '@mitsprache/terms'
import Fastify, { type FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { makeCtx, makeProcedure, makeStaff } from '../../../test/world.ts'
import { worldX, worldY } from '../../platform/base-map/projection.ts'
import { geoTiff } from '../../platform/raster/geo-tiff.testing.ts'
import { openRasterShelf, type RasterShelf } from '../../platform/raster/index.ts'
import { isRefusal } from '../../platform/refusal.graphql.ts'
import { publicProcedureById, type StaffProcedureView } from '../procedures/index.ts'
import { publishProcedure } from '../procedures/publish-procedure.ts'
import { addDocument } from './add-document.ts'
import { addDrawing, type NewDrawing } from './add-drawing.ts'
import { beginUpload } from './begin-upload.ts'
import { registerDrawingTiles } from './drawing-tiles.http.ts'
import { fromGround } from './ground.rules.ts'
import { makePdf } from './pdf.testing.ts'
import { placeDrawing } from './place-drawing.ts'
import type { ControlPoint } from './place-drawing.rules.ts'
import { makeDesk, put, upload, useOffice, type Desk } from './plan.testing.ts'
import { removeDrawing } from './remove-drawing.ts'
import { sweepDrawings } from './sweep-drawings.ts'
import { sweepFiles } from './sweep-files.ts'

const test = useDatabase()
const office = useOffice(test)
let rasters: RasterShelf
let tiles: FastifyInstance

beforeAll(async () => {
  rasters = openRasterShelf(join(office.folder, 'rasters'), office.files.store)
  tiles = Fastify()
  registerDrawingTiles(tiles, {
    database: test.database,
    rasters,
    cacheDir: join(office.folder, 'plan-tiles'),
    contextOf: async () => makeCtx(test.database, office.viewer),
  })
  await tiles.ready()
})
afterAll(() => tiles.close())

/** A sheet of red with a blue left top. */
const picture = () =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: '#c81414' } })
    .composite([
      { input: { create: { width: 100, height: 100, channels: 3, background: '#1414c8' } }, left: 0, top: 0 },
    ])
    .png()
    .toBuffer()

async function draft(published = false) {
  const desk = await makeDesk(test, office)
  desk.ctx.rasters = rasters
  return { desk, procedure: await makeProcedure(test.database, desk.tenant, { published }) }
}

async function send(desk: Desk, content: Buffer, fileName = 'plan.png') {
  const wish = { purpose: 'planPicture', fileName, sizeBytes: content.length }
  const ticket = await beginUpload(desk.ctx, desk.tenant.slug, wish)
  if (!('secret' in ticket)) throw new Error(JSON.stringify(ticket))
  return { id: ticket.id, answer: await put(office, ticket, content) }
}

const saved = (result: StaffProcedureView | object): StaffProcedureView => {
  if (isRefusal(result)) throw new Error(JSON.stringify(result))
  return result as StaffProcedureView
}

async function add(desk: Desk, procedureId: Id, changes: Partial<NewDrawing> = {}, version = 1) {
  const uploadId = changes.documentId ? undefined : (await send(desk, await picture())).id
  const drawing = { procedureId, version, uploadId, page: 1, title: { de: 'Planzeichnung' }, ...changes }
  return addDrawing(desk.ctx, desk.tenant.slug, drawing)
}

/** The sheet lies north up with its left top here, half a metre a pixel. */
const ORIGIN = [352_000, 5_632_000] as const
const pointAt = (x: number, y: number, offM = 0): ControlPoint => {
  const [lon, lat] = fromGround(33, [ORIGIN[0] + x * 0.5 + offM, ORIGIN[1] - y * 0.5])
  return { x, y, lon, lat }
}
const POINTS = [pointAt(0, 0), pointAt(800, 0), pointAt(800, 600), pointAt(0, 600)]

const place = (desk: Desk, procedureId: Id, drawingId: Id, version: number, points = POINTS) =>
  placeDrawing(desk.ctx, desk.tenant.slug, { procedureId, drawingId, version, points })

/** The tile of zoom 17 over a place of the sheet. */
function tileOver(x: number, y: number) {
  const { lon, lat } = pointAt(x, y)
  const side = 256 / 2 ** 17
  return `17/${Math.floor(worldX(lon) / side)}/${Math.floor(worldY(lat) / side)}.webp`
}

async function placed(published = false) {
  const { desk, procedure } = await draft(published)
  const withDrawing = saved(await add(desk, procedure.id))
  const { id } = withDrawing.drawings[0]!
  const after = saved(await place(desk, procedure.id, id, withDrawing.version))
  return { desk, procedure, id, version: after.version, drawing: after.drawings[0]! }
}

describe('what is sent as a picture of a plan', () => {
  it.each([
    ['plan.png', async () => picture(), 1],
    [
      'plan.jpg',
      async () =>
        sharp(await picture())
          .jpeg()
          .toBuffer(),
      1,
    ],
    [
      'plan.tif',
      async () =>
        sharp(await picture())
          .tiff()
          .toBuffer(),
      1,
    ],
    ['plan.pdf', async () => makePdf({ pages: 3 }), 3],
  ])('is taken: %s', async (name, content, pages) => {
    const { desk } = await draft()
    const { answer } = await send(desk, await content(), name)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ state: 'checked', pages })
  })

  it.each([
    [
      'plan.png',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'NotAPlanPicture',
    ],
    ['plan.tif', 'II*\0 and then nothing', 'PictureDamaged'],
    ['plan.jpg', 'GIF89a and more', 'NotAPlanPicture'],
    ['plan.pdf', '%PDF-1.4 and no end', 'PdfDamaged'],
  ])('is refused by its content, whatever its name: %s', async (name, content, code) => {
    const { desk } = await draft()
    const { answer } = await send(desk, Buffer.from(content), name)
    expect([answer.statusCode, answer.json().code]).toEqual([422, code])
  })

  it('is refused by its name before anything is sent', async () => {
    const { desk } = await draft()
    const wish = { purpose: 'planPicture', fileName: 'plan.svg', sizeBytes: 100 }
    expect(await beginUpload(desk.ctx, desk.tenant.slug, wish)).toMatchObject({
      fields: [{ field: 'fileName', problem: 'notAPlanPicture' }],
    })
  })
})

describe('a drawing', () => {
  it('is taken from an upload, once, and lies nowhere yet', async () => {
    const { desk, procedure } = await draft()
    const { id: uploadId } = await send(desk, await picture())
    const { drawings, version } = saved(await add(desk, procedure.id, { uploadId }))
    expect(drawings).toMatchObject([
      { page: 1, widthPx: 800, heightPx: 600, bounds: null, version: 1, points: [] },
    ])
    expect(drawings[0]!.placing).toMatchObject({ by: 'points', problem: 'tooFewPoints' })
    expect(await add(desk, procedure.id, { uploadId }, version)).toMatchObject({
      fields: [{ field: 'uploadId', problem: 'alreadyUsed' }],
    })
  })

  it('is taken from a page of a document that lies there already', async () => {
    const { desk, procedure } = await draft()
    const { id: uploadId } = await upload(office, desk, makePdf({ pages: 2 }))
    const { documents, version } = saved(
      await addDocument(desk.ctx, desk.tenant.slug, {
        procedureId: procedure.id,
        version: 1,
        uploadId,
        category: 'planDrawing',
        title: { de: 'Planzeichnung' },
      }),
    )
    const documentId = documents[0]!.id
    const { drawings } = saved(await add(desk, procedure.id, { documentId, page: 2 }, version))
    expect(drawings[0]).toMatchObject({ page: 2, fileId: documents[0]!.fileId, widthPx: 2479 })
    expect(await add(desk, procedure.id, { documentId, page: 3 }, version + 1)).toMatchObject({
      fields: [{ field: 'page', problem: 'noSuchPage' }],
    })
  })

  it('lies at once where its GeoTIFF says', async () => {
    const { desk, procedure } = await draft()
    const content = await geoTiff({ epsg: 25833, east: ORIGIN[0], north: ORIGIN[1], pixelM: 0.5 })
    const { id: uploadId } = await send(desk, content, 'plan.tif')
    const { drawings } = saved(await add(desk, procedure.id, { uploadId }))
    const { lon, lat } = pointAt(0, 0)
    expect(drawings[0]!.placing).toMatchObject({ by: 'file', problem: null, epsg: 25833, errorM: 1 })
    expect(Math.abs(drawings[0]!.bounds![0]! - lon)).toBeLessThan(0.0001)
    expect(Math.abs(drawings[0]!.bounds![3]! - lat)).toBeLessThan(0.0001)
  })

  it('says so when its GeoTIFF lies in a system we do not know', async () => {
    const { desk, procedure } = await draft()
    const content = await geoTiff({ epsg: 2056, east: 2_600_000, north: 1_200_000, pixelM: 0.5 })
    const { id: uploadId } = await send(desk, content, 'plan.tif')
    const { drawings } = saved(await add(desk, procedure.id, { uploadId }))
    expect(drawings[0]).toMatchObject({ bounds: null, placing: { problem: 'unknownSystem', epsg: 2056 } })
  })

  it.each([
    [{ title: { de: ' ' } }, 'title', 'empty'],
    [{ page: 0 }, 'page', 'noSuchPage'],
    [{ uploadId: 'nonsense' }, 'uploadId', 'unknown'],
    [{ uploadId: newId() }, 'uploadId', 'unknown'],
  ] as const)('is refused %o', async (changes, field, problem) => {
    const { desk, procedure } = await draft()
    expect(await add(desk, procedure.id, changes)).toMatchObject({ fields: [{ field, problem }] })
  })

  it('does not exist for another authority, nor to be placed by a moderator', async () => {
    const { desk, procedure, id, version } = await placed()
    const other = await makeDesk(test, office)
    await expect(place(other, procedure.id, id, version)).rejects.toThrow()
    const moderator = await makeStaff(test.database, desk.tenant, ['moderator'])
    const theirs = { ...desk, ctx: makeCtx(test.database, moderator) }
    await expect(place(theirs, procedure.id, id, version)).rejects.toThrow()
  })
})

describe('placing', () => {
  it('keeps points that place nothing yet, and says what is missing', async () => {
    const { desk, procedure } = await draft()
    const { drawings, version } = saved(await add(desk, procedure.id))
    const two = POINTS.slice(0, 2)
    const after = saved(await place(desk, procedure.id, drawings[0]!.id, version, two))
    expect(after.drawings[0]).toMatchObject({
      points: two,
      bounds: null,
      placing: { problem: 'tooFewPoints' },
    })
  })

  it('tells the error in metres and the point that deviates most', async () => {
    const { desk, procedure, id, version } = await placed()
    const points = [...POINTS, pointAt(400, 300), pointAt(400, 0, 12), pointAt(200, 500)]
    const { drawings } = saved(await place(desk, procedure.id, id, version, points))
    expect(drawings[0]!.placing).toMatchObject({ problem: null, worst: 5, warnings: [] })
    expect(drawings[0]!.placing.errorM).toBeGreaterThan(3)
    expect(drawings[0]!.placing.residualsM).toHaveLength(7)
    expect(drawings[0]!.version).toBe(3)
  })

  it.each([
    [{ x: 801, y: 0 }, 'offTheDrawing'],
    [{ lat: 91 }, 'outOfRange'],
    [{ lon: -70 }, 'outOfRange'],
    [{ x: Number.NaN }, 'offTheDrawing'],
  ])('refuses a point like %o', async (changes, problem) => {
    const { desk, procedure, id, version } = await placed()
    const points = [...POINTS, { ...POINTS[0]!, ...changes }]
    expect(await place(desk, procedure.id, id, version, points)).toMatchObject({
      fields: [{ field: 'points.4', problem }],
    })
  })

  it('is refused when somebody else saved in between', async () => {
    const { desk, procedure, id, version } = await placed()
    expect(await place(desk, procedure.id, id, version - 1)).toMatchObject({ code: 'StaleVersion' })
  })
})

describe('its tiles', () => {
  const ask = (url: string, headers: Record<string, string> = {}) => tiles.inject({ url, headers })
  const pixel = async (image: Buffer, x: number, y: number) => {
    const { data, info } = await sharp(image).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    const at = (y * info.width + x) * 4
    return [...data.subarray(at, at + 4)]
  }

  it('show to the staff of the procedure and to nobody else, until it is on display', async () => {
    const { desk, id, drawing } = await placed()
    const url = `/tiles/plan/${id}/${drawing.version}/${tileOver(400, 300)}`
    office.viewer = null
    expect((await ask(url)).statusCode).toBe(404)
    office.viewer = await makeStaff(
      test.database,
      await makeDesk(test, office).then(({ tenant }) => tenant),
      ['planner'],
    )
    expect((await ask(url)).statusCode).toBe(404)
    office.viewer = desk.viewer
    const mine = await ask(url)
    expect([mine.statusCode, mine.headers['cache-control']]).toEqual([200, 'private, no-cache'])
    expect((await ask(url, { 'if-none-match': String(mine.headers.etag) })).statusCode).toBe(304)
    // An older placing, for a map that had not heard of the newer one.
    expect((await ask(url.replace(`/${drawing.version}/`, '/1/'))).statusCode).toBe(204)
    office.viewer = null
  })

  it('show to everybody once they are on display, for ever, also after it was placed otherwise', async () => {
    const { desk, procedure, id, version, drawing } = await placed(true)
    const url = `/tiles/plan/${id}/${drawing.version}/${tileOver(400, 300)}`
    office.viewer = null
    expect((await ask(url)).statusCode).toBe(404)
    const published = saved(await publishProcedure(desk.ctx, desk.tenant.slug, procedure.id, version))
    const answer = await ask(url)
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      200,
      'image/webp',
      'public, max-age=31536000, immutable',
    ])
    const later = saved(await place(desk, procedure.id, id, published.version, POINTS.slice(1)))
    saved(
      await removeDrawing(desk.ctx, desk.tenant.slug, {
        procedureId: procedure.id,
        drawingId: id,
        version: later.version,
      }),
    )
    expect((await ask(url)).statusCode).toBe(200)
  })

  it('lie where the points say: north up, left top blue, nothing outside', async () => {
    const { desk, id, drawing } = await placed()
    office.viewer = desk.viewer
    const at = async (x: number, y: number) => {
      const { lon, lat } = pointAt(x, y)
      const side = 256 / 2 ** 17
      const [px, py] = [worldX(lon) / side, worldY(lat) / side]
      const { rawPayload } = await ask(`/tiles/plan/${id}/${drawing.version}/${tileOver(x, y)}`)
      return pixel(rawPayload, Math.floor((px % 1) * 256), Math.floor((py % 1) * 256))
    }
    const [blue, red, outside] = [await at(50, 50), await at(700, 500), await at(-40, 300)]
    expect(blue[2]! > 150 && blue[0]! < 60).toBe(true)
    expect(red[0]! > 150 && red[2]! < 60).toBe(true)
    expect(outside[3]).toBe(0)
    office.viewer = null
  })

  it('are drawn twice as dense, and are cut anew after the folder was emptied', async () => {
    const { desk, id, drawing } = await placed()
    office.viewer = desk.viewer
    rmSync(join(office.folder, 'rasters'), { recursive: true })
    const url = `/tiles/plan/${id}/${drawing.version}/${tileOver(400, 300)}`.replace('.webp', '@2x.webp')
    const { rawPayload } = await ask(url)
    expect((await sharp(rawPayload).metadata()).width).toBe(512)
    office.viewer = null
  })

  it('of the picture itself are for those who place it', async () => {
    const { desk, id } = await placed()
    office.viewer = null
    expect((await ask(`/drawings/${id}/0/0/0.webp`)).statusCode).toBe(404)
    office.viewer = desk.viewer
    expect((await sharp((await ask(`/drawings/${id}/1/0/0.webp`)).rawPayload).metadata()).width).toBe(512)
    expect((await ask(`/drawings/${id}/2/0/0.webp`)).statusCode).toBe(404)
    expect((await ask(`/drawings/${id}/1/9/9.webp`)).statusCode).toBe(404)
    office.viewer = null
  })

  it.each([
    [400, 'x/1/1.webp'],
    [400, '17/1/1.png'],
    [400, '17/1/..%2f..%2fpasswd.webp'],
    [404, '23/1/1.webp'],
    [404, '12/99999/1.webp'],
  ])('answer %i to %s', async (status, path) => {
    expect((await ask(`/tiles/plan/${newId()}/1/${path}`)).statusCode).toBe(status)
  })
})

describe('what the public gets', () => {
  it('is what lies on the map: title, page, bounds and the document, not how it was placed', async () => {
    const { desk, procedure, id, version, drawing } = await placed(true)
    const withSecond = saved(await add(desk, procedure.id, {}, version))
    saved(await publishProcedure(desk.ctx, desk.tenant.slug, procedure.id, withSecond.version))
    const [page] = await test.database.read(publicProcedureById, procedure.id)
    expect(page!.drawings).toEqual([
      {
        id,
        version: drawing.version,
        title: { de: 'Planzeichnung' },
        page: 1,
        opacity: 0.8,
        bounds: drawing.bounds,
        fileId: drawing.fileId,
        fileName: 'plan.png',
        sizeBytes: expect.any(Number) as number,
        pages: 1,
      },
    ])
    const file = await office.app.inject(`/files/${drawing.fileId}/plan.png`)
    expect(file.statusCode).toBe(200)
  })

  it('stays when everything unused is swept', async () => {
    const { desk, procedure, id, version, drawing } = await placed(true)
    saved(await publishProcedure(desk.ctx, desk.tenant.slug, procedure.id, version))
    office.now = new Date(office.now.getTime() + 3 * 86_400_000)
    await test.database.transaction('system', {}, (tx) => tx.query('delete from upload'))
    const deps = { database: test.database, clock: () => office.now, files: office.files }
    await sweepFiles(deps)
    await sweepDrawings(test.database, rasters)
    await rm(join(office.folder, 'plan-tiles'), { recursive: true, force: true })
    const url = `/tiles/plan/${id}/${drawing.version}/${tileOver(400, 300)}`
    expect((await tiles.inject(url)).statusCode).toBe(200)
  })
})
