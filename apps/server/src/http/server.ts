import { existsSync } from 'node:fs'
import { join } from 'node:path'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { registerLogFile } from '../modules/audit/index.ts'
import { CONTRIBUTION_FILES } from '../modules/contributions/index.ts'
import { registerExports } from '../modules/exports/index.ts'
import { registerSignOn } from '../modules/identity/index.ts'
import {
  layerFetcher,
  layersOutbound,
  registerLayers,
  registerMap,
  registerPlan,
  type LayerCache,
} from '../modules/map/index.ts'
import { registerStopMessages } from '../modules/notifications/index.ts'
import {
  DOCUMENT_FILES,
  registerDrawingTiles,
  registerFiles,
  registerUploads,
} from '../modules/plans/index.ts'
import { registerCalendar } from '../modules/procedures/index.ts'
import { knowHosts, registerTheme } from '../modules/tenants/index.ts'
import { watchEvents } from '../platform/database/event-watch.ts'
import { registerTiles } from '../platform/base-map/tiles.http.ts'
import type { Files, Scanner } from '../platform/files/index.ts'
import type { Log } from '../platform/log.ts'
import { publicDoorOf } from '../platform/public-door.ts'
import { listedOperations, readAllowList } from './allow-list.ts'
import { makeContext, newRequestId, type Parts } from './context.ts'
import { forgetCookies, registerEmbed } from './embed.ts'
import { formatError, isNoSuchValue, isUnavailable, messageOf, type ErrorCode } from './errors.ts'
import { registerGraphql } from './graphql-route.ts'
import { makeApollo, makeSchema } from './graphql.ts'
import { keepAnswers } from './kept-answers.ts'
import { registerPublicApi } from './public-api.ts'
import { hostName, isOurHost, isOurOrigin, placeOfPage, trustOf } from './our-hosts.ts'
import { readLanguage, requestScope } from './request-scope.ts'
import { securityHeaders, setSecurityHeaders } from './security-headers.ts'
import { registerSecurityTxt } from './security-txt.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** When the complete request, body and all, had arrived. */
    receivedAt: Date
  }
  interface FastifyContextConfig {
    /** Nothing here belongs to a session: pages of any origin may ask. */
    anyOrigin?: boolean
  }
}

export type ServerParts = Parts & {
  log: Log
  files: Files
  scanner?: Scanner | null
  layers: LayerCache
  webDir: string
}

/** The whole server, ready to listen or to be asked by tests through `inject`. */
export async function makeServer(parts: ServerParts): Promise<FastifyInstance> {
  const { config, log, database, clock } = parts
  const app = Fastify({
    logger: false,
    bodyLimit: 1024 * 1024,
    trustProxy: trustOf(config),
    genReqId: newRequestId,
    // Long enough for a slow upload in pieces, short enough that nobody holds connections for free.
    requestTimeout: config.patienceMs,
    // Who asks for a large file and never takes it holds one as well.
    connectionTimeout: config.patienceMs,
    http: {
      headersTimeout: Math.min(60_000, config.patienceMs),
      connectionsCheckingInterval: Math.min(30_000, config.patienceMs / 4),
    },
    keepAliveTimeout: 10_000,
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: 'idle',
    // Not even an address; Fastify's own answer would say it again, and has none of our headers.
    frameworkErrors(_error, request, reply) {
      setSecurityHeaders(reply)
      refuse(reply, 400, 'BAD_REQUEST', request.id)
    },
  })
  app.decorateRequest('receivedAt')
  app.addHook('onRequest', (request, _reply, done) => {
    request.receivedAt = clock()
    requestScope.run(
      { requestId: request.id, language: readLanguage(request.headers['accept-language']) },
      done,
    )
  })
  app.decorateRequest('tenantOfHost', null)
  const hosts = knowHosts(publicDoorOf(database), clock)
  app.addHook('onRequest', (request, reply, done) => {
    const goOn = (isOurs: boolean) => {
      const refusal = isOurs ? refusalOf(parts, request) : MISDIRECTED
      if (refusal) refuse(reply, ...refusal, request.id)
      else done()
    }
    const name = hostName(request.headers.host)
    if (!name || isOurHost(config, name)) return goOn(name !== null)
    hosts.tenantOf(name).then((slug) => {
      request.tenantOfHost = slug
      goOn(slug !== null)
    }, done)
  })
  // Only now the body is complete: this is the moment of receipt.
  app.addHook('preHandler', (request, _reply, done) => {
    request.receivedAt = clock()
    done()
  })
  securityHeaders(app)
  app.setErrorHandler(answerError(log))
  app.setNotFoundHandler(notFound(parts))

  // Before the cookies are read: in somebody else's frame nobody is recognised.
  forgetCookies(app)
  await app.register(cookie)
  await app.register(compress, {
    threshold: 1024,
    encodings: ['gzip', 'identity'],
    zlibOptions: { level: 4 },
  })

  const operations = readAllowList(config.operationsFile ?? join(parts.webDir, 'operations.json'))
  const schema = await makeSchema()
  const format = formatError(log)
  const apollo = makeApollo(schema, operations, log, config.allowListOnly)
  await apollo.start()
  app.addHook('onClose', () => apollo.stop())
  const kept = keepAnswers(watchEvents(database, clock), clock, config.keptAnswersBytes, (cause) => {
    if (!isUnavailable(cause)) log.fault(cause)
  })
  const findListed = listedOperations(schema, operations)
  registerGraphql(app, { parts, apollo, findListed, kept, format, log })
  await registerPublicApi(app, { parts, kept, log })

  registerSecurityTxt(app, parts)

  app.get('/health/live', async () => ({ status: 'live' }))
  app.get('/health/ready', async (_request, reply) => {
    try {
      await database.ping()
      return { status: 'ready' }
    } catch {
      return reply.code(503).header('retry-after', '5').send({ status: 'database unavailable' })
    }
  })
  registerMap(app, database)
  registerPlan(app, database)
  const contextOf = (request: Parameters<typeof makeContext>[1], reply: FastifyReply) =>
    makeContext(parts, request, reply)
  await registerSignOn(app, parts)
  await registerUploads(app, { ...parts, contextOf })
  await registerFiles(app, { ...parts, contextOf, finders: [DOCUMENT_FILES, CONTRIBUTION_FILES] })
  registerExports(app, { ...parts, contextOf })
  await registerStopMessages(app, parts)
  registerLogFile(app, { contextOf })
  registerTiles(app, { cacheDir: join(config.dataDir, 'tiles') })
  registerDrawingTiles(app, { ...parts, cacheDir: join(config.dataDir, 'plan-tiles'), contextOf })
  registerTheme(app, publicDoorOf(database))
  registerCalendar(app, { database: publicDoorOf(database), clock: parts.clock, baseUrl: config.baseUrl })
  registerLayers(app, {
    database,
    fetcher: layerFetcher(layersOutbound(config), parts.layers),
    contextOf,
  })
  await serveWeb(app, parts)
  // Requests under way are finished; who has sent half of one gets five seconds for the rest.
  app.addHook('preClose', async () => void setTimeout(() => app.server.closeAllConnections(), 5_000).unref())
  return app
}

type Refused = [status: number, code: ErrorCode]
const MISDIRECTED: Refused = [421, 'MISDIRECTED']

/** What is turned away before it is read, and how. */
function refusalOf({ config }: Parts, request: FastifyRequest): Refused | null {
  const { method, headers, routeOptions } = request
  // A page of another origin may not make a signed-in browser write, whatever it sends along.
  const writes = !['GET', 'HEAD', 'OPTIONS'].includes(method)
  const isForeign = headers.origin && !isOurOrigin(config, request)
  if (writes && isForeign && !routeOptions.config.anyOrigin) return [403, 'FORBIDDEN']
  // Compressed requests would let a few bytes unfold into gigabytes; nobody needs them here.
  if (headers['content-encoding']) return [415, 'UNSUPPORTED_MEDIA_TYPE']
  return null
}

/** The single-page app: its files for ever, its page always asked for anew; nothing else of the folder's names exists. */
async function serveWeb(app: FastifyInstance, { webDir, config, database }: ServerParts): Promise<void> {
  if (!existsSync(join(webDir, 'index.html'))) return
  await app.register(fastifyStatic, {
    root: webDir,
    wildcard: false,
    index: false,
    globIgnore: ['**/*.map', 'operations.json', 'index.html'],
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const isHashed = path.includes(`${webDir}/assets/`)
      reply.setHeader(
        'cache-control',
        isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      )
    },
  })
  const page = (request: FastifyRequest, reply: FastifyReply) => {
    const elsewhere = placeOfPage(config, request)
    reply.header('cache-control', 'no-cache')
    return elsewhere
      ? reply.redirect(elsewhere, 302)
      : reply.sendFile('index.html', webDir, { cacheControl: false })
  }
  for (const url of ['/', '/t/*', '/status', '/status/*']) app.get(url, page)
  registerEmbed(app, publicDoorOf(database), page)
}

/** Somebody who mistyped an address gets a page that says so; programs get an answer they can read. */
function notFound({ webDir }: ServerParts) {
  return (request: FastifyRequest, reply: FastifyReply) => {
    const isPerson = request.method === 'GET' && request.headers.accept?.includes('text/html')
    if (!isPerson || !existsSync(join(webDir, 'index.html')))
      return refuse(reply, 404, 'NOT_FOUND', request.id)
    return reply
      .code(404)
      .header('cache-control', 'no-store')
      .sendFile('index.html', webDir, { cacheControl: false })
  }
}

function refuse(reply: FastifyReply, status: number, code: ErrorCode, requestId: string) {
  return reply.code(status).send({ errors: [{ message: messageOf(code), extensions: { code, requestId } }] })
}

const answerError =
  (log: Log) =>
  (error: Error & { statusCode?: number; code?: string }, request: { id: string }, reply: FastifyReply) => {
    if (isUnavailable(error)) return refuse(reply.header('retry-after', '5'), 503, 'UNAVAILABLE', request.id)
    const status = isNoSuchValue(error) ? 400 : (error.statusCode ?? 500)
    if (status === 413) return refuse(reply, 413, 'PAYLOAD_TOO_LARGE', request.id)
    if (status === 415) return refuse(reply, 415, 'UNSUPPORTED_MEDIA_TYPE', request.id)
    if (status < 500) return refuse(reply, status, status === 404 ? 'NOT_FOUND' : 'BAD_REQUEST', request.id)
    log.fault(error, request.id)
    return refuse(reply, 500, 'INTERNAL', request.id)
  }
