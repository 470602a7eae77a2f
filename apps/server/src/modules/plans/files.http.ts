import { isId, type Id } from '@mitsprache/terms'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../../platform/database/database.ts'
import type { Files } from '../../platform/files/index.ts'
import type { Ctx, Viewer } from '../identity/index.ts'
import { readRange } from './byte-range.rules.ts'
import { contentDisposition } from './content-disposition.rules.ts'
import { maySeeDraftFile } from './plan.policy.ts'
import { publishedFile, staffFile, type FileView } from './plan.queries.ts'

export type FileHttpDeps = {
  database: Database
  files: Files
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Pick<Ctx, 'viewer'>>
}

type FileRequest = FastifyRequest<{ Params: { id: string } }>

/** A PDF is shown, and nothing of it may load or run anything of ours. */
const PDF_POLICY = `default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'`
const OTHER_POLICY = `default-src 'none'; sandbox; frame-ancestors 'none'`

/**
 * `GET` and `HEAD /files/:id/<name>`: what is on display for everyone, drafts for the staff who work on them,
 * and 404 for all else. The id alone counts; the name is there for people.
 */
export async function registerFiles(app: FastifyInstance, deps: FileHttpDeps): Promise<void> {
  for (const url of ['/files/:id', '/files/:id/*'])
    app.route({
      method: ['GET', 'HEAD'],
      url,
      handler: (request, reply) => serve(deps, request as FileRequest, reply),
    })
}

async function serve(deps: FileHttpDeps, request: FileRequest, reply: FastifyReply) {
  const { id } = request.params
  if (!isId(id)) return notFound(reply)
  const [published] = await deps.database.read(publishedFile, id)
  if (published) return send(deps, request, reply.header('Cache-Control', 'public, max-age=3600'), published)
  const { viewer } = await deps.contextOf(request, reply)
  const draft = viewer && (await draftOf(deps, viewer, id))
  return draft
    ? send(deps, request, reply.header('Cache-Control', 'private, no-store'), draft)
    : notFound(reply)
}

const notFound = (reply: FastifyReply) =>
  reply.code(404).header('Cache-Control', 'no-store').send({ code: 'NOT_FOUND' })

/** A file that is not on display, for members of its tenant who work on its procedure. */
async function draftOf(
  { database }: FileHttpDeps,
  { memberships }: Viewer,
  id: Id,
): Promise<FileView | null> {
  for (const tenantId of new Set(memberships.map((membership) => membership.tenantId))) {
    const [file] = await database.transaction('staff', { tenantId }, (tx) => tx.read(staffFile, tenantId, id))
    if (!file) continue
    const mine = memberships.filter((membership) => membership.tenantId === tenantId)
    return mine.some((membership) => maySeeDraftFile(membership, file.procedureIds)) ? file : null
  }
  return null
}

async function send({ files }: FileHttpDeps, request: FileRequest, reply: FastifyReply, file: FileView) {
  const { sha256, sizeBytes, mediaType, fileName } = file
  const isPdf = mediaType === 'application/pdf'
  const etag = `"${sha256.toString('base64url')}"`
  reply.headers({
    'Content-Type': mediaType,
    'Content-Disposition': contentDisposition(isPdf ? 'inline' : 'attachment', fileName),
    'Content-Security-Policy': isPdf ? PDF_POLICY : OTHER_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Accept-Ranges': 'bytes',
    ETag: etag,
  })
  if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send()

  const ifRange = request.headers['if-range']
  const range =
    ifRange === undefined || ifRange === etag ? readRange(request.headers.range, sizeBytes) : 'whole'
  if (range === 'unsatisfiable') return reply.code(416).header('Content-Range', `bytes */${sizeBytes}`).send()
  if (range === 'whole') reply.header('Content-Length', sizeBytes)
  else
    reply
      .code(206)
      .header('Content-Range', `bytes ${range.first}-${range.last}/${sizeBytes}`)
      .header('Content-Length', range.last - range.first + 1)
  if (request.method === 'HEAD') return reply.send()

  const content =
    range === 'whole'
      ? await files.store.get(sha256)
      : await files.store.range(sha256, range.first, range.last)
  if (!content) throw new Error('A registered file is missing from the store.')
  return reply.send(content)
}

const matches = (header: string | undefined, etag: string) =>
  header !== undefined && header.split(',').some((one) => [etag, `W/${etag}`, '*'].includes(one.trim()))
