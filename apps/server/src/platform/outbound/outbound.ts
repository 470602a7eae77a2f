import { lookup as lookUp } from 'node:dns/promises'
import { request as askPlain, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as askSecure, type RequestOptions } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { isPublicAddress, readAddress, type AddressProblem, type AllowedHosts } from './address.rules.ts'

export type OutboundProblem =
  | AddressProblem
  | 'nameUnknown'
  | 'unreachable'
  | 'notTrusted'
  | 'redirected'
  | 'tooLarge'
  | 'tooSlow'
  | 'busy'

/** Another server was not asked, or gave nothing that may be used. Not our fault, so nobody logs it as one. */
export class OutboundFailure extends Error {
  override name = 'OutboundFailure'
  constructor(
    readonly problem: OutboundProblem,
    options?: ErrorOptions,
  ) {
    super(`Another server could not be asked: ${problem}.`, options)
  }
}

export type OutboundAsk = {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** Of the body as it unfolds. */
  maxBytes: number
  /** From the first look for the name to the last byte. */
  timeoutMs: number
  signal?: AbortSignal
}

export type OutboundAnswer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** Every address of a name. */
export type Resolve = (hostname: string) => Promise<{ address: string; family: number }[]>

export type Outbound = {
  /** What stands against asking this address, by its spelling; null: nothing. */
  problemOf: (address: string) => AddressProblem | null
  /**
   * Asks another server, once and without following it anywhere else.
   *
   * @returns whatever status it has, but for redirects.
   * @throws OutboundFailure
   */
  ask: (address: string, ask: OutboundAsk) => Promise<OutboundAnswer>
}

/** Asked of other servers at once; more would let a slow one hold everything. */
const AT_ONCE = 64
let underWay = 0

/**
 * The only way from here to servers that somebody else named. Asks those the operator allows, by https, at public
 * addresses: what a name resolves to is looked at in the lookup of the very connection, so a name that leads elsewhere
 * a moment later gains nothing. Redirects are not followed, proxies of the environment are not used.
 *
 * @param options.resolve how names are resolved; only tests bring their own.
 */
export function openOutbound(
  allowed: AllowedHosts,
  { resolve = (hostname) => lookUp(hostname, { all: true }) }: { resolve?: Resolve } = {},
): Outbound {
  const lookup = guardedLookup(resolve, allowed)
  return {
    problemOf: (address) => {
      const read = readAddress(address, allowed)
      return typeof read === 'string' ? read : null
    },
    async ask(address, ask) {
      const url = readAddress(address, allowed)
      if (typeof url === 'string') throw new OutboundFailure(url)
      if (underWay >= AT_ONCE) throw new OutboundFailure('busy')
      underWay += 1
      try {
        return await askOnce(url, ask, lookup)
      } finally {
        underWay -= 1
      }
    },
  }
}

function guardedLookup(resolve: Resolve, allowed: AllowedHosts): LookupFunction {
  const find = async (hostname: string) => {
    const found = await resolve(hostname)
    if (!found.length) throw new OutboundFailure('nameUnknown')
    const isFine = ({ address }: { address: string }) =>
      isPublicAddress(address, allowed.loopback) || allowed.privateHosts?.includes(hostname)
    // One that leads inside is enough: whoever mixes them does it on purpose.
    if (!found.every(isFine)) throw new OutboundFailure('addressNotPublic')
    return found
  }
  return (hostname, options, done) => {
    void find(hostname).then(
      (found) => process.nextTick(options.all ? () => done(null, found) : tellOne(done, found[0]!)),
      (cause: unknown) => process.nextTick(done, failureOf(cause), ''),
    )
  }
}

const tellOne =
  (done: Parameters<LookupFunction>[2], { address, family }: { address: string; family: number }) =>
  () =>
    done(null, address, family)

const failureOf = (cause: unknown) =>
  cause instanceof OutboundFailure ? cause : new OutboundFailure('nameUnknown', { cause })

async function askOnce(url: URL, ask: OutboundAsk, lookup: LookupFunction): Promise<OutboundAnswer> {
  const signals = [AbortSignal.timeout(ask.timeoutMs), ...(ask.signal ? [ask.signal] : [])]
  const signal = AbortSignal.any(signals)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const options: RequestOptions = {
    method: ask.method ?? 'GET',
    headers: {
      'user-agent': 'Mitsprache',
      'accept-encoding': 'gzip, deflate, br',
      ...ask.headers,
      ...(ask.body === undefined ? {} : { 'content-length': Buffer.byteLength(ask.body) }),
    },
    lookup,
    signal,
    // A connection of its own: one that was kept open was looked at under another answer of the name.
    agent: false,
    maxHeaderSize: 16 * 1024,
    ...(isIP(host) ? {} : { servername: host }),
  }
  try {
    const response = await headOf(url, options, ask.body)
    try {
      return await readAnswer(response, ask.maxBytes)
    } finally {
      response.destroy()
    }
  } catch (cause) {
    if (cause instanceof OutboundFailure) throw cause
    if (signal.aborted) throw new OutboundFailure('tooSlow', { cause })
    throw new OutboundFailure(isUntrusted(cause) ? 'notTrusted' : 'unreachable', { cause })
  }
}

const headOf = (url: URL, options: RequestOptions, body: OutboundAsk['body']) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const request = (url.protocol === 'https:' ? askSecure : askPlain)(url, options, resolve)
    request.on('error', reject)
    request.end(body)
  })

async function readAnswer(response: IncomingMessage, maxBytes: number): Promise<OutboundAnswer> {
  const { statusCode: status = 0, headers } = response
  if (status >= 300 && status < 400 && status !== 304) throw new OutboundFailure('redirected')
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw new OutboundFailure('tooLarge')
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of unfolded(response)) {
    bytes += (part as Buffer).length
    if (bytes > maxBytes) throw new OutboundFailure('tooLarge')
    parts.push(part as Buffer)
  }
  return { status, headers, body: Buffer.concat(parts) }
}

/** Bytes are counted as they unfold: a small answer that means gigabytes ends at the limit. */
function unfolded(response: IncomingMessage): AsyncIterable<unknown> {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  if (encoding === 'identity' || encoding === '') return response
  const decoder =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'deflate'
        ? createInflate()
        : encoding === 'br'
          ? createBrotliDecompress()
          : null
  if (!decoder) throw new OutboundFailure('unreachable')
  response.on('error', (fault) => decoder.destroy(fault))
  response.on('close', () => response.complete || decoder.destroy(new Error('It hung up half-way.')))
  return response.pipe(decoder)
}

const isUntrusted = (cause: unknown): boolean =>
  cause instanceof Error &&
  'code' in cause &&
  /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME|_SSL_|TLS/.test(String(cause.code))
