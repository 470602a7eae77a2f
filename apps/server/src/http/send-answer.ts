import type { FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'
import { isKnown } from '../platform/etag.ts'
import type { Answer } from './answer.ts'
import type { Kept, KeptAnswers } from './kept-answers.ts'

/** In the order in which they are chosen where the asker does not care. */
const MEDIA_TYPES = ['application/json', 'application/graphql-response+json']

/** Browsers send the same few headers for ever. */
const remembered = <Value extends string | boolean>(read: (header: string) => Value) => {
  const known = new LRUCache<string, Value>({ max: 200 })
  return (header: string): Value => {
    let value = known.get(header)
    if (value === undefined && header.length <= 300) known.set(header, (value = read(header)))
    return value ?? read(header)
  }
}

const preferredType = remembered(
  (accept) => new Negotiator({ headers: { accept } }).mediaType(MEDIA_TYPES) ?? '',
)

/** As Apollo chooses it; null where the asker takes neither. */
export function mediaTypeOf(accept: string | undefined): string | null {
  const type = accept === undefined ? MEDIA_TYPES[0]! : preferredType(accept)
  return type ? `${type}; charset=utf-8` : null
}

const takesGzip = remembered(
  (encodings) =>
    new Negotiator({ headers: { 'accept-encoding': encodings } }).encoding(['gzip', 'identity']) === 'gzip',
)

export function sendAnswer(
  reply: FastifyReply,
  { status, body, headers }: Answer,
  type: string,
): FastifyReply {
  if (status === 503) void reply.header('retry-after', '5')
  if (headers) void reply.headers(headers)
  return reply.code(status).header('content-type', type).send(body)
}

/**
 * An answer that is the same for everyone. Browsers ask again each time and get nothing when nothing changed; what
 * stands between may answer for a second.
 */
export async function sendKept(
  request: FastifyRequest,
  reply: FastifyReply,
  answers: KeptAnswers,
  key: string,
  kept: Kept,
  type: string,
): Promise<FastifyReply> {
  void reply
    .header('etag', kept.etag)
    .header('cache-control', 'public, max-age=0, s-maxage=1')
    .header('vary', reply.getHeader('vary') ?? 'accept, accept-encoding, cookie')
  if (isKnown(kept.etag, request.headers['if-none-match'])) return reply.code(304).send()
  const encodings = request.headers['accept-encoding']
  const packed = encodings && takesGzip(encodings) ? await answers.pack(key, kept) : null
  if (packed) void reply.header('content-encoding', 'gzip')
  return reply.header('content-type', type).send(packed ?? kept.body)
}
