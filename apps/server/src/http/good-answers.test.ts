import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HEADERS, useServer } from '../../test/server.ts'
import { makeCtx, makeProcedure, makeStaff, makeTenant, NOW, PASSWORD } from '../../test/world.ts'
import { requestExport } from '../modules/exports/index.ts'
import { startMapService, type MapService } from '../modules/map/layers/map-service.testing.ts'
import { addDocument } from '../modules/plans/add-document.ts'
import { beginUpload, type Ticket } from '../modules/plans/begin-upload.ts'
import { makePdf } from '../modules/plans/pdf.testing.ts'
import { makePng } from '../modules/plans/picture.testing.ts'
import { put } from '../modules/plans/plan.testing.ts'
import { publishProcedure } from '../modules/procedures/publish-procedure.ts'
import { changeSettings } from '../modules/settings/change-settings.ts'

const webDir = mkdtempSync(join(tmpdir(), 'mitsprache-answers-'))
mkdirSync(join(webDir, 'assets'))
writeFileSync(join(webDir, 'index.html'), '<!doctype html><title>Mitsprache</title>')
writeFileSync(join(webDir, 'assets/main.js'), 'export {}')
const server = useServer(() => NOW, { layerLoopback: true, securityContact: 'mailto:a@b.example' }, webDir)
const SITE = 'https://www.stadt.example'
let service: MapService
let cookie: string

/** A kind of answer: its address and what is expected of it beside the policies. */
type Kind = { url: string; status: number; type: RegExp; framedBy?: string; accept?: string; body?: unknown }
let kinds: Record<string, Kind>

beforeAll(async () => {
  service = await startMapService()
  const tenant = await makeTenant(server.database)
  const { slug } = tenant
  const viewer = await makeStaff(server.database, tenant, ['administrator', 'planner', 'auditor'])
  const ctx = makeCtx(server.database, viewer)
  cookie = await server.signIn(slug, viewer.email, PASSWORD)

  async function send(purpose: 'planDocument' | 'tenantLogo', fileName: string, content: Buffer) {
    const ticket = (await beginUpload(ctx, slug, { purpose, fileName, sizeBytes: content.length })) as Ticket
    await put(server as never, ticket, content)
    return ticket.id
  }
  const procedure = await makeProcedure(server.database, tenant)
  const files: string[] = []
  for (const [n, name] of ['Plan.pdf', 'Anlage.pdf'].entries()) {
    const saved = await addDocument(ctx, slug, {
      procedureId: procedure.id,
      version: n + 1,
      uploadId: await send('planDocument', name, makePdf({ pages: n + 1 })),
      category: 'explanatoryReport',
      title: { de: name },
    })
    if (!('documents' in saved)) throw new Error(JSON.stringify(saved))
    files.push(saved.documents.find(({ fileName }) => fileName === name)!.fileId)
  }
  await publishProcedure(ctx, slug, procedure.id, 3)
  // Nothing but pictures and PDFs is taken in today; what is neither is for the disk, whoever put it there.
  await server.owner.query(
    `update published_file set media_type = 'application/octet-stream' where id = $1`,
    [files[1]],
  )
  const settings = await changeSettings(ctx, slug, {
    version: 1,
    embedHosts: [SITE],
    logoUploadId: await send('tenantLogo', 'Logo.png', await makePng()),
  })
  const logo = (settings as { logoFileId: string }).logoFileId
  const exported = await requestExport(ctx, slug, procedure.id, 'csv')
  const layer = await server.ask(
    `mutation($tenant: String!, $input: MapLayerInput!) { saveMapLayer(tenant: $tenant, input: $input) {
      ... on StaffMapLayer { layer { id } } } }`,
    {
      tenant: slug,
      input: {
        kind: 'xyz',
        address: `${service.url}/xyz/a/{z}/{x}/{y}.png`,
        title: { de: 'Luftbild' },
        attribution: '© Amt',
        zoomLeast: 0,
        zoomMost: 19,
        opacity: 1,
        isBase: false,
        isOn: false,
        published: true,
      },
    },
    { cookie },
  )
  const layerId = layer.data.saveMapLayer.layer.id as string
  const query = encodeURIComponent('{ tenants { slug } }')
  const json = /^application\/(graphql-response\+)?json/
  const page = { type: /^text\/html/, accept: 'text/html' }
  kinds = {
    'the page of the app': { url: `/t/${slug}/`, status: 200, ...page },
    'its script': { url: '/assets/main.js', status: 200, type: /javascript/ },
    'a procedure in a frame': {
      url: `/embed/t/${slug}/${procedure.slug}`,
      status: 200,
      framedBy: SITE,
      ...page,
    },
    'a frame of nothing': { url: `/embed/t/${slug}/nothing`, status: 404, framedBy: SITE, ...page },
    'an answer of GraphQL': { url: `/graphql?query=${query}`, status: 200, type: json },
    'a document': { url: `/files/${files[0]}/Plan.pdf`, status: 200, type: /^application\/pdf$/ },
    'a file that is saved, not shown': {
      url: `/files/${files[1]}/Anlage`,
      status: 200,
      type: /octet-stream/,
    },
    'a picture': { url: `/files/${logo}`, status: 200, type: /^image\/png/ },
    'a small picture': { url: `/files/${logo}?width=320`, status: 200, type: /^image\/webp/ },
    'an export': { url: exported.url, status: 200, type: /^text\/csv/ },
    'the log as a file': { url: `/audit/${slug}.csv`, status: 200, type: /^text\/csv/ },
    'a tile of ours': { url: '/tiles/town/light/14/8780/5500.png', status: 200, type: /^image\/png/ },
    'a tile of others': {
      url: `/tiles/layers/${layerId}/14/8780/5500.png`,
      status: 200,
      type: /^image\/png/,
    },
    'contributions of a map': {
      url: `/map/${procedure.id}/cells?z=14&bbox=12.8,50.7,13,50.9`,
      status: 200,
      type: json,
    },
    'colours of a tenant': { url: `/t/${slug}/theme.css`, status: 200, type: /^text\/css/ },
    'the open data': { url: `/open-data/graphql?query=${query}`, status: 200, type: json },
    'security.txt': { url: '/.well-known/security.txt', status: 200, type: /^text\/plain/ },
    'whether it is well': { url: '/health/ready', status: 200, type: json },
    'the page where a receipt is looked up': { url: '/status', status: 200, ...page },
    'a page that is not there': { url: '/nothing', status: 404, ...page },
    'what is not there, for programs': { url: '/nothing', status: 404, type: json },
    'a mutation in an address': {
      url: `/graphql?query=${encodeURIComponent('mutation { signOut }')}`,
      status: 405,
      type: json,
    },
    'more than it takes': {
      url: '/graphql',
      status: 413,
      type: json,
      body: { query: ' '.repeat(1_100_000) },
    },
    'an address that is none': { url: '/t/%', status: 400, type: json },
  }
}, 60_000)
afterAll(async () => {
  await service?.close()
  rmSync(webDir, { recursive: true, force: true })
})

async function get({ url, accept, body }: Kind) {
  const headers = { ...HEADERS, cookie, ...(accept && { accept }) } as Record<string, string>
  if (!body) {
    delete headers['content-type']
    headers['apollo-require-preflight'] = '1'
  }
  return server.app.inject({
    method: body ? 'POST' : 'GET',
    url,
    headers,
    ...(body ? { payload: body } : {}),
  })
}

/** What is wrong with the headers of an answer; empty when nothing is. */
function wrongWith(headers: Record<string, unknown>, framedBy = `'none'`): unknown[] {
  const policy = String(headers['content-security-policy'])
  const { csp } = new CspParser(policy)
  return [
    ...new CspEvaluator(csp)
      .evaluate()
      .filter((one) => Number(one.severity) < 50)
      .map((one) => one.description),
    ...(csp.directives['default-src']?.join() === `'none'` ? [] : ['default-src']),
    ...(csp.directives['frame-ancestors']?.join(' ') === framedBy ? [] : [`frame-ancestors: ${policy}`]),
    ...Object.entries({
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'permissions-policy': 'camera=(), microphone=(), payment=(), usb=(), geolocation=(self)',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    })
      .filter(([name, value]) => headers[name] !== value)
      .map(([name]) => `${name}: ${String(headers[name])}`),
  ]
}

describe('every kind of answer', () => {
  it('is the one that is meant, and says what a browser may do with it', async () => {
    const found: unknown[] = []
    for (const [name, kind] of Object.entries(kinds)) {
      const { statusCode, headers } = await get(kind)
      const isMeant = statusCode === kind.status && kind.type.test(String(headers['content-type']))
      if (!isMeant) found.push([name, statusCode, headers['content-type']])
      const wrong = wrongWith(headers, kind.framedBy)
      if (wrong.length) found.push([name, ...wrong])
    }
    expect(found).toEqual([])
    expect(Object.keys(kinds).length).toBeGreaterThan(20)
  })

  it('also when something is broken behind it', async () => {
    await server.owner.query('alter table published_contribution rename to gone')
    const { statusCode, headers } = await get(kinds['contributions of a map']!).finally(() =>
      server.owner.query('alter table gone rename to published_contribution'),
    )
    expect([statusCode, wrongWith(headers)]).toEqual([500, []])
  })

  it('would be found wanting without one of them', () => {
    expect(wrongWith({ 'content-security-policy': `script-src 'unsafe-inline'` }).length).toBeGreaterThan(6)
  })
})
