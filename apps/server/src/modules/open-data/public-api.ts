import type { Id } from '@mitsprache/terms'
import { buildSchema, type GraphQLSchema } from 'graphql'
import { findPublished, listPublished } from '../contributions/index.ts'
import { findProcedure, findProcedureById, listProcedures, type Procedure } from '../procedures/index.ts'
import { allTenants, tenantBySlug, type TenantView } from '../tenants/index.ts'
import type { PublicCtx } from '../../platform/public-door.ts'
import { PUBLIC_SCHEMA } from './public-schema.ts'

/** Instants go out as JSON writes them; ids and days are text already. */
export const makePublicSchema = (): GraphQLSchema => buildSchema(PUBLIC_SCHEMA)

const toTenant = (view: TenantView) => ({ ...view, mapCenter: [view.mapLon, view.mapLat] })

/** Other programs are elsewhere: every address is a whole one. */
const toProcedure = ({ config: { baseUrl } }: PublicCtx, procedure: Procedure | null) =>
  procedure && {
    ...procedure,
    url: `${baseUrl}/t/${procedure.tenantSlug}/p/${procedure.slug}`,
    planUrl: procedure.planUrl && baseUrl + procedure.planUrl,
    documents: procedure.documents.map((document) => ({ ...document, url: baseUrl + document.url })),
  }

/** What the questions of the schema read: the same as our own pages, through the public door. The map has its own. */
export const PUBLIC_API = {
  tenants: async (_: unknown, { database }: PublicCtx) =>
    (await database.read(allTenants)).filter((view) => !view.suspendedAt).map(toTenant),
  async tenant({ slug }: { slug: string }, { database }: PublicCtx) {
    const [view] = await database.read(tenantBySlug, slug)
    return view && !view.suspendedAt ? toTenant(view) : null
  },
  async procedures(asked: Parameters<typeof listProcedures>[1], ctx: PublicCtx) {
    const page = await listProcedures(ctx, asked)
    return { ...page, nodes: page.nodes.map((procedure) => toProcedure(ctx, procedure)) }
  },
  procedure: async ({ tenant, slug }: { tenant: string; slug: string }, ctx: PublicCtx) =>
    toProcedure(ctx, await findProcedure(ctx, tenant, slug)),
  procedureById: async ({ id }: { id: Id }, ctx: PublicCtx) =>
    toProcedure(ctx, await findProcedureById(ctx, id)),
  contributions: (asked: Parameters<typeof listPublished>[1], ctx: PublicCtx) => listPublished(ctx, asked),
  contribution: ({ id }: { id: Id }, ctx: PublicCtx) => findPublished(ctx, id),
}
