import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { afterAll, beforeAll } from 'vitest'
import { makeServer } from '../src/http/server.ts'
import { systemClock, type Clock } from '../src/platform/clock.ts'
import { openFiles, type Files } from '../src/platform/files/index.ts'
import { openLog } from '../src/platform/log.ts'
import { openRasterShelf } from '../src/platform/raster/index.ts'
import { layerCache } from '../src/modules/map/index.ts'
import { codeOf } from '../src/modules/identity/identity.testing.ts'
import { useDatabase, type TestDatabase } from './database.ts'
import { SECRETS, testConfig } from './world.ts'

export type TestServer = TestDatabase & {
  app: FastifyInstance
  files: Files
  dataDir: string
  /** Everything that was logged, line by line. */
  logged: string[]
  /** Asks as a browser of ours would. */
  ask: (query: string, variables?: object, headers?: Record<string, string>) => Promise<Answer>
  /** Looks at requests as routes get them, while it is set. */
  seen?: (request: FastifyRequest) => void
  /** The cookie header of somebody signed in. */
  signIn: (tenant: string, email: string, password: string) => Promise<string>
}

/** Tests read what they asked for; the schema itself is tested elsewhere. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Data = any

export type Answer = {
  status: number
  data: Data
  errors?: { message: string; extensions: Record<string, unknown> }[]
  headers: Record<string, unknown>
}

export const HEADERS = { host: '127.0.0.1:4000', 'content-type': 'application/json' }

export const SIGN_IN = `mutation($tenant: String!, $email: String!, $password: String!) {
  signIn(tenant: $tenant, email: $email, password: $password) { __typename } }`
export const BEGIN_APP = `mutation { beginAuthenticatorApp { ... on AuthenticatorAppBegun { secret enrolment } } }`
export const ADD_APP = `mutation($tenant: String!, $enrolment: String!, $code: String!) {
  addAuthenticatorApp(tenant: $tenant, enrolment: $enrolment, code: $code) { __typename
    ... on FactorAdded { recoveryCodes } } }`

/** The whole server on a database of its own, asked without a network. */
export function useServer(
  clock: Clock = systemClock,
  env: Partial<Parameters<typeof testConfig>[0]> = {},
  webDir?: string,
): TestServer {
  const database = useDatabase()
  const handle = {} as TestServer
  beforeAll(async () => {
    handle.dataDir = mkdtempSync(join(tmpdir(), 'mitsprache-server-'))
    handle.logged = []
    handle.files = openFiles(handle.dataDir)
    handle.app = await makeServer({
      config: testConfig({ dataDir: handle.dataDir, ...env }),
      secrets: SECRETS,
      database: database.database,
      clock,
      log: openLog('info', { write: (line) => void handle.logged.push(line) }),
      files: handle.files,
      rasters: openRasterShelf(join(handle.dataDir, 'rasters'), handle.files.store),
      layers: layerCache(join(handle.dataDir, 'layers'), 16 * 1024 * 1024),
      webDir: webDir ?? join(handle.dataDir, 'web'),
    })
    handle.app.addHook('preHandler', async (request) => handle.seen?.(request))
    await handle.app.ready()
    Object.assign(handle, database)
    handle.ask = async (query, variables, headers) => {
      const response = await handle.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { ...HEADERS, ...headers },
        payload: { query, variables },
      })
      return {
        status: response.statusCode,
        headers: response.headers,
        ...response.json<Omit<Answer, 'status' | 'headers'>>(),
      }
    }
    handle.signIn = async (tenant, email, password) => {
      const cookieOf = (answer: Answer) => String(answer.headers['set-cookie']).split(';')[0]!
      const first = await handle.ask(SIGN_IN, { tenant, email, password })
      const kind = first.data?.signIn?.__typename
      if (kind === 'SignedIn') return cookieOf(first)
      if (kind !== 'FactorNeeded') throw new Error(`Not signed in: ${JSON.stringify(first)}`)
      // As anybody's first time: an authenticator app is set up before anything opens.
      const headers = { cookie: cookieOf(first) }
      const begun = await handle.ask(BEGIN_APP, {}, headers)
      const { secret, enrolment } = begun.data.beginAuthenticatorApp as Record<string, string>
      const added = await handle.ask(ADD_APP, { tenant, enrolment, code: codeOf(secret!, clock()) }, headers)
      if (added.data?.addAuthenticatorApp?.__typename !== 'FactorAdded')
        throw new Error(`No second factor: ${JSON.stringify(added)}`)
      return cookieOf(added)
    }
  })
  afterAll(async () => {
    await handle.app?.close()
    rmSync(handle.dataDir, { recursive: true, force: true })
  })
  return handle
}
