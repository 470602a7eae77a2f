import { Readable } from 'node:stream'
import { isId } from '@mitsprache/terms'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/database/event.ts'
import type { Log } from '../../platform/log.ts'
import type { Vault } from '../../platform/tenant-keys/index.ts'
import { staffOf, type Ctx } from '../identity/index.ts'
import { mayExport } from '../procedures/index.ts'
import { buildExport, type ExportJob } from './build-export.ts'
import { exportDownloaded } from './export.events.ts'
import { exportById, type ExportView } from './export.queries.ts'
import { exportFileName } from './request-export.ts'

export type ExportsDeps = {
  database: Database
  secrets: Vault['secrets']
  clock: Clock
  log: Pick<Log, 'fault'>
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Ctx>
  /** How long a download may stand still before its snapshot is given up. */
  patienceMs?: number
}

/** Downloads at a time: each holds a connection of the desk, and the desk must go on working. */
const AT_ONCE = 2

const PATIENCE_MS = 60_000

const CONTENT_TYPE = {
  csv: 'text/csv; charset=utf-8; header=present',
  geojson: 'application/geo+json',
} as const

/**
 * `GET /exports/:id`: all contributions of a procedure as a file. For a signed-in member of the tenant's staff
 * who may export it; for everybody else it does not exist.
 */
export function registerExports(app: FastifyInstance, deps: ExportsDeps): void {
  let running = 0
  // Without HEAD: it would make the whole file to throw it away.
  app.get<{ Params: { id: string } }>('/exports/:id', { exposeHeadRoute: false }, async (request, reply) => {
    void reply.header('cache-control', 'no-store')
    const ctx = await deps.contextOf(request, reply)
    const wanted = await findExport(ctx, request.params.id)
    if (!wanted) return reply.callNotFound()
    if (running >= AT_ONCE)
      return reply.code(503).header('retry-after', '10').send({ code: 'TooManyDownloads' })

    const { id: exportId, tenantId, procedureId } = wanted
    const facts = { tenantId, exportId, procedureId, personId: ctx.viewer!.personId, at: ctx.clock() }
    await ctx.staff(tenantId, (tx) => recordEvent(tx, exportDownloaded(facts)))
    running++
    const stream = streamOf(deps, wanted)
    stream.once('close', () => running--)
    stream.once('error', (cause) => {
      if (!(cause instanceof StoodStill) && !request.raw.destroyed) deps.log.fault(cause, request.id)
    })
    const fileName = exportFileName(wanted.slug, wanted.requestedAt, wanted.format)
    return (
      reply
        .header('content-type', CONTENT_TYPE[wanted.format])
        // A short name is lower-case ASCII, so both spellings of RFC 6266 are the same.
        .header('content-disposition', `attachment; filename="${fileName}"; filename*=UTF-8''${fileName}`)
        .send(stream)
    )
  })
}

/** The export, where this viewer may have it. */
async function findExport(ctx: Ctx, id: string): Promise<(ExportView & ExportJob) | null> {
  if (!ctx.viewer || !isId(id)) return null
  for (const tenantSlug of new Set(ctx.viewer.memberships.map((membership) => membership.tenantSlug))) {
    const staff = staffOf(ctx, tenantSlug)
    const [one] = await ctx.staff(staff.tenantId, (tx) => tx.read(exportById, staff.tenantId, id))
    if (one && mayExport(staff, one.procedureId).may)
      return { ...one, tenantId: staff.tenantId, readerId: staff.viewer.personId }
  }
  return null
}

class StoodStill extends Error {}

/** The file as a stream that gives up when nobody takes the next piece: an old snapshot keeps dead rows alive. */
function streamOf(deps: ExportsDeps, job: ExportJob): Readable {
  const { patienceMs = PATIENCE_MS } = deps
  const pages = buildExport(deps, job)
  const stream = Readable.from(impatient(), { objectMode: false, highWaterMark: 64 * 1024 })
  return stream

  async function* impatient() {
    let timer: NodeJS.Timeout | undefined
    try {
      for await (const page of pages) {
        timer = setTimeout(() => stream.destroy(new StoodStill('Nobody took the next piece.')), patienceMs)
        if (page) yield page
        clearTimeout(timer)
      }
    } finally {
      clearTimeout(timer)
    }
  }
}
