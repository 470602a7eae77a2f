import { createHash } from 'node:crypto'
import { isId, type Id } from '@mitsprache/terms'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../../platform/database/database.ts'
import type { Files } from '../../platform/files/index.ts'
import type { Ctx, Viewer } from '../identity/index.ts'
import { readRange } from './byte-range.rules.ts'
import { contentDisposition } from './content-disposition.rules.ts'
import { readThumbnailWidth, thumbnailOf, type ThumbnailWidth } from './thumbnail.ts'

export type FileView = { sha256: Buffer; sizeBytes: number; mediaType: string; fileName: string }

/** What a part of the product knows of its files; null where a file is not its own, or not for the one who asks. */
export type FileFinder = {
  published(database: Database, id: Id): Promise<FileView | null>
  /** How long a published file may be shown without asking again whether it still is one. */
  keptBy: 'public, max-age=3600' | 'public, no-cache'
  ofStaff(database: Database, viewer: Viewer, id: Id): Promise<FileView | null>
  /** For whoever holds the secret of what the file belongs to. */
  ofBearer?(database: Database, secretHash: Buffer, id: Id): Promise<FileView | null>
}

export type FileHttpDeps = {
  database: Database
  files: Files
  finders: readonly FileFinder[]
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Pick<Ctx, 'viewer'>>
}

type FileRequest = FastifyRequest<{ Params: { id: string } }>

/** A PDF is shown, and nothing of it may load or run anything of ours. */
const PDF_POLICY = `default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'`
const OTHER_POLICY = `default-src 'none'; sandbox; frame-ancestors 'none'`
/** Painted by us, so that they are pictures and nothing else. */
const PICTURES = ['image/jpeg', 'image/png', 'image/webp']

/**
 * `GET` and `HEAD /files/:id/<name>`: what is on display for everyone, the rest for the staff who work with it and
 * for whoever sends the secret of their own contribution in `Contribution-Secret`; 404 for all else. The id alone
 * counts; the name is there for people. `?width=` gives a smaller picture (`THUMBNAIL_WIDTHS`).
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
  for (const finder of deps.finders) {
    const published = await finder.published(deps.database, id)
    if (published) return send(deps, request, reply.header('Cache-Control', finder.keptBy), published)
  }
  const hidden = await findHidden(deps, request, reply, id)
  return hidden
    ? send(deps, request, reply.header('Cache-Control', 'private, no-store'), hidden)
    : notFound(reply)
}

async function findHidden(
  { database, finders, contextOf }: FileHttpDeps,
  request: FileRequest,
  reply: FastifyReply,
  id: Id,
): Promise<FileView | null> {
  const secret = request.headers['contribution-secret']
  if (typeof secret === 'string' && secret.length <= 100) {
    const secretHash = createHash('sha256').update(secret).digest()
    for (const finder of finders) {
      const own = await finder.ofBearer?.(database, secretHash, id)
      if (own) return own
    }
  }
  const { viewer } = await contextOf(request, reply)
  for (const finder of viewer ? finders : []) {
    const file = await finder.ofStaff(database, viewer!, id)
    if (file) return file
  }
  return null
}

const notFound = (reply: FastifyReply) =>
  reply.code(404).header('Cache-Control', 'no-store').send({ code: 'NOT_FOUND' })

async function send(deps: FileHttpDeps, request: FileRequest, reply: FastifyReply, file: FileView) {
  const { sha256, mediaType, fileName } = file
  const isPdf = mediaType === 'application/pdf'
  const isPicture = PICTURES.includes(mediaType)
  const width = isPicture ? readThumbnailWidth(request.query) : undefined
  const etag = `"${sha256.toString('base64url')}${width ? `-${width}` : ''}"`
  reply.headers({
    'Content-Type': width ? 'image/webp' : mediaType,
    'Content-Disposition': contentDisposition(isPdf || isPicture ? 'inline' : 'attachment', fileName),
    'Content-Security-Policy': isPdf ? PDF_POLICY : OTHER_POLICY,
    'X-Content-Type-Options': 'nosniff',
    ETag: etag,
  })
  if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send()
  return width
    ? sendThumbnail(deps, request, reply, sha256, width)
    : sendContent(deps, request, reply, file, etag)
}

const MISSING = 'A registered file is missing from the store.'

async function sendThumbnail(
  { files }: FileHttpDeps,
  request: FileRequest,
  reply: FastifyReply,
  sha256: Buffer,
  width: ThumbnailWidth,
) {
  const small = await thumbnailOf(files.store, sha256, width)
  if (!small) throw new Error(MISSING)
  reply.header('Content-Length', small.length)
  return reply.send(request.method === 'HEAD' ? undefined : small)
}

async function sendContent(
  { files }: FileHttpDeps,
  request: FileRequest,
  reply: FastifyReply,
  { sha256, sizeBytes }: FileView,
  etag: string,
) {
  const ifRange = request.headers['if-range']
  const range =
    ifRange === undefined || ifRange === etag ? readRange(request.headers.range, sizeBytes) : 'whole'
  reply.header('Accept-Ranges', 'bytes')
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
  if (!content) throw new Error(MISSING)
  return reply.send(content)
}

const matches = (header: string | undefined, etag: string) =>
  header !== undefined && header.split(',').some((one) => [etag, `W/${etag}`, '*'].includes(one.trim()))
