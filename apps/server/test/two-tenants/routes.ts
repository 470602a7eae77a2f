import { newId, type Id } from '@mitsprache/terms'
import type { InjectOptions } from 'fastify'
import type { Town } from '../permissions/town.ts'
import type { Towns } from './towns.ts'

type Asked = (id: string) => InjectOptions
/** Every route that is asked about something, and the kind of its id; `null`: nothing there belongs to anybody. */
export const ROUTES: Record<string, { ids: keyof TheirIds; ask: Asked } | { open: string }> = {
  '/graphql': { open: 'asked operation by operation' },
  '/open-data/graphql': { open: 'what is on display, for everybody' },
  '/health/live': { open: 'of nobody' },
  '/health/ready': { open: 'of nobody' },
  '/tiles/:layer/:theme/:z/:x/:file': { open: 'the base map is the installation’s' },
  '/t/:tenant/theme.css': { open: 'colours are for everybody' },
  '/t/:tenant/p/:slug/dates.ics': { open: 'dates of what is on display' },
  '/map/plan/:procedureId': { ids: 'drafts', ask: (id) => ({ url: `/map/plan/${id}` }) },
  '/map/:procedureId/cells': {
    ids: 'drafts',
    ask: (id) => ({ url: `/map/${id}/cells?bbox=12,50,13,51&z=12` }),
  },
  '/sign-on/:provider/logout': {
    ids: 'providers',
    ask: (id) => ({
      method: 'POST',
      url: `/sign-on/${id}/logout`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'logout_token=a.b.c',
    }),
  },
  '/uploads/:id': {
    ids: 'uploads',
    ask: (id) => ({
      method: 'PUT',
      url: `/uploads/${id}`,
      headers: { 'upload-secret': 'A'.repeat(43), 'content-type': 'application/pdf' },
      payload: 'x',
    }),
  },
  '/files/:id': { ids: 'files', ask: (id) => ({ url: `/files/${id}?width=320` }) },
  '/files/:id/*': { ids: 'files', ask: (id) => ({ url: `/files/${id}/Plan.pdf` }) },
  '/exports/:id': { ids: 'exports', ask: (id) => ({ url: `/exports/${id}` }) },
  '/t/:tenant/mail/stop/:token': {
    ids: 'slugs',
    ask: (slug) => ({ method: 'POST', url: `/t/${slug}/mail/stop/${newId()}` }),
  },
  '/tiles/plan/:id/:version/:z/:x/:file': {
    ids: 'drawings',
    ask: (id) => ({ url: `/tiles/plan/${id}/1/14/8779/5489.webp` }),
  },
  '/tiles/layers/:id': { ids: 'layers', ask: (id) => ({ url: `/tiles/layers/${id}.geojson` }) },
  '/tiles/layers/:id/:z/:x/:file': {
    ids: 'layers',
    ask: (id) => ({ url: `/tiles/layers/${id}/12/2194/1371.png` }),
  },
  '/audit/:tenant.csv': { ids: 'slugs', ask: (slug) => ({ url: `/audit/${slug}.csv` }) },
  '/drawings/:id/:z/:x/:file': { ids: 'drawings', ask: (id) => ({ url: `/drawings/${id}/0/0/0.webp` }) },
}

export type TheirIds = Record<
  'drafts' | 'providers' | 'uploads' | 'files' | 'exports' | 'slugs' | 'drawings' | 'layers',
  string[]
>

/** What of theirs nobody outside may see. */
export async function hiddenIds({ theirs, things }: Towns): Promise<TheirIds> {
  const of = async ({ server, here }: Town, from: string) => {
    const { rows } = await server.owner.query<{ id: Id }>(`select id from ${from} limit 5`, [here.id])
    return rows.map(({ id }) => id)
  }
  return {
    drafts: [things.draft!.procedureId],
    providers: await of(theirs, 'sign_on_provider where tenant_id = $1'),
    uploads: await of(theirs, 'upload where tenant_id = $1'),
    files: await of(theirs, 'file where tenant_id = $1 and id not in (select id from published_file)'),
    exports: await of(theirs, 'export where tenant_id = $1'),
    drawings: await of(theirs, 'plan_drawing where tenant_id = $1'),
    layers: await of(theirs, 'map_layer where tenant_id = $1 and not published'),
    slugs: [theirs.here.slug],
  }
}

/** The routes of a server, as it prints them. */
export function routesOf(printed: string): string[] {
  const above: string[] = []
  return printed
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [, indent, path] = /^([│ ]*)[├└]── (\S+)/.exec(line)!
      const depth = indent!.length / 4
      // Two routes share a node where one begins like the other and names its parameter otherwise.
      above.splice(depth, above.length, path!.replace(/\|:\w+$/, ''))
      const whole = above.join('')
      return whole === '/files/:id*' ? '/files/:id/*' : whole
    })
}
