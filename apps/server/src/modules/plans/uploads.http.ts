import { isId } from '@mitsprache/terms'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DiskFull, ScannerDown } from '../../platform/files/index.ts'
import { rateLimiter } from '../../platform/rate-limit.ts'
import type { Ctx } from '../identity/index.ts'
import { readContentRange } from './byte-range.rules.ts'
import {
  openUpload,
  receivePart,
  standOf,
  type OpenUpload,
  type Receipt,
  type UploadDeps,
} from './receive-upload.ts'

/** Requests a minute from one network; a file of 500 MB in parts of 1 MB is five hundred. */
const REQUESTS_PER_MINUTE = 1200
/** A line that says nothing for this long is taken for broken; the sender goes on from the offset. */
const SILENCE_MS = 60_000

export type UploadHttpDeps = UploadDeps & {
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Pick<Ctx, 'networkKey'>>
}

/**
 * `HEAD /uploads/:id` tells how far a file has come, `PUT` brings the next part of it (docs/uploads.md).
 * The right to either is the secret in `Upload-Secret`; no cookie counts here.
 */
export async function registerUploads(app: FastifyInstance, deps: UploadHttpDeps): Promise<void> {
  const limit = rateLimiter(REQUESTS_PER_MINUTE, 60_000)
  await app.register(async (scope) => {
    // The content goes to disk as it comes; nothing may read it into memory first.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))

    scope.addHook('onRequest', async (request, reply) => {
      void reply.header('Cache-Control', 'no-store')
      const { networkKey } = await deps.contextOf(request, reply)
      const wait = limit.take(networkKey, deps.clock().getTime())
      if (wait)
        return reply
          .code(429)
          .header('Retry-After', wait)
          .send({ code: 'TooManyAttempts', retryAfterSeconds: wait })
    })

    scope.head<{ Params: { id: string } }>('/uploads/:id', async (request, reply) => {
      const upload = await find(deps, request)
      if (!upload) return notFound(reply)
      const stand = await standOf(deps, upload)
      const offset = stand.kind === 'waiting' ? stand.offset : upload.sizeBytes
      return reply
        .headers({
          'Upload-Offset': offset,
          'Upload-Length': upload.sizeBytes,
          'Upload-State': STATE[stand.kind] ?? 'receiving',
        })
        .send()
    })

    scope.put<{ Params: { id: string } }>('/uploads/:id', async (request, reply) => {
      const upload = await find(deps, request)
      if (!upload) return notFound(reply)
      const part = partOf(request, upload)
      if (!part) return reply.code(400).send({ code: 'BadContentRange' })
      try {
        return answer(reply, upload, await receivePart(deps, upload, part, content(request)))
      } catch (cause) {
        // Neither is the sender's fault; what arrived before stays, and the same again finishes it later.
        if (cause instanceof ScannerDown)
          return reply.code(503).header('Retry-After', 60).send({ code: 'ScannerDown' })
        if (!(cause instanceof DiskFull)) throw cause
        return reply
          .code(507)
          .header('Retry-After', 60)
          .header('Connection', 'close')
          .send({ code: 'DiskFull' })
      }
    })
  })
}

async function find(
  deps: UploadHttpDeps,
  request: FastifyRequest<{ Params: { id: string } }>,
): Promise<OpenUpload | null> {
  const secret = request.headers['upload-secret']
  if (!isId(request.params.id) || typeof secret !== 'string' || !/^[A-Za-z0-9_-]{43}$/.test(secret))
    return null
  return openUpload(deps, request.params.id, secret)
}

const notFound = (reply: FastifyReply) => reply.code(404).send({ code: 'NOT_FOUND' })

/** The part a request brings, or null when its headers contradict each other or the upload. */
function partOf(
  { headers }: FastifyRequest,
  { sizeBytes }: OpenUpload,
): { first: number; mostBytes: number } | null {
  // Parts of something compressed would be parts of something else.
  if (headers['content-encoding'] && headers['content-encoding'] !== 'identity') return null
  const header = headers['content-range']
  if (header === undefined) return { first: 0, mostBytes: sizeBytes }
  const range = readContentRange(header)
  if (!range || range.total !== sizeBytes) return null
  const mostBytes = range.last - range.first + 1
  const announced = headers['content-length']
  return announced === undefined || Number(announced) === mostBytes ? { first: range.first, mostBytes } : null
}

/** What comes over the line; a silence ends it, so that nobody holds a file for ever. */
async function* content({ raw, body }: FastifyRequest): AsyncGenerator<Uint8Array> {
  const payload = (body ?? raw) as typeof raw
  const silence = setTimeout(() => payload.destroy(new Error('The line went silent.')), SILENCE_MS)
  try {
    for await (const chunk of payload) {
      silence.refresh()
      yield chunk as Uint8Array
    }
  } finally {
    clearTimeout(silence)
  }
}

const STATE: Partial<Record<Receipt['kind'], string>> = {
  waiting: 'receiving',
  checked: 'checked',
  refused: 'refused',
}

function answer(reply: FastifyReply, upload: OpenUpload, receipt: Receipt) {
  const at = (offset: number) => reply.header('Upload-Offset', offset)
  switch (receipt.kind) {
    case 'waiting':
      return at(receipt.offset).code(204).send()
    case 'checked': {
      const { kind, ...result } = receipt
      return at(upload.sizeBytes)
        .code(200)
        .send({ state: kind, ...result })
    }
    case 'refused':
      return at(upload.sizeBytes)
        .code(422)
        .send({ state: 'refused', code: receipt.code, facts: receipt.facts })
    case 'wrongOffset':
      return at(receipt.offset).code(409).send({ code: 'WrongOffset', offset: receipt.offset })
    case 'busy':
      return reply.code(409).header('Retry-After', 1).send({ code: 'UploadBusy' })
    case 'tooLong':
      // Whatever else is still coming is not wanted.
      return at(receipt.offset).code(413).header('Connection', 'close').send({ code: 'TooLong' })
  }
}
