import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose'
import Provider, { type Adapter, type AdapterPayload, type ClientMetadata } from 'oidc-provider'

export type TestAccount = {
  name: string
  email?: string
  groups?: string[]
  /** Level and ways that the provider shows in its token. */
  acr?: string
  amr?: string[]
}

export type TestProvider = {
  issuer: string
  /** By their `sub`; whoever signs in types it. */
  accounts: Map<string, TestAccount>
  /** What clients there are; entered by hand, as an administrator would. */
  enter: (client: ClientMetadata) => void
  /** Forgets sessions and tokens of somebody, as when they are locked. */
  revoke: (sub: string) => void
  /** Signs with the key of this provider whatever a test wants. */
  sign: (payload: Record<string, unknown>, header?: Record<string, unknown>) => Promise<string>
  stop: () => Promise<void>
}

const GROUPS = 'urn:groups'

/** A real OpenID provider (npm `oidc-provider`) on a free port of this machine, with a page to sign in on. */
export async function startProvider({ refreshTokens = true } = {}): Promise<TestProvider> {
  const accounts: TestProvider['accounts'] = new Map()
  const clients = new Map<string, ClientMetadata>()
  const kept = new Map<string, AdapterPayload>()
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk: JWK = { ...(await exportJWK(privateKey)), kid: 'first', use: 'sig', alg: 'RS256' }

  const server = createServer()
  const port = await listen(server)
  const issuer = `http://127.0.0.1:${port}`
  const provider = new Provider(issuer, {
    adapter: (model) => memory(model, kept, clients),
    jwks: { keys: [jwk] },
    cookies: { keys: ['of a test'] },
    pkce: { required: () => true },
    claims: { openid: ['sub', 'acr', 'amr'], profile: ['name'], email: ['email'], groups: ['groups'] },
    scopes: ['openid', 'profile', 'email', 'groups', 'offline_access'],
    acrValues: [GROUPS, 'urn:low', 'urn:substantial', 'urn:high'],
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      userinfo: { enabled: true },
    },
    issueRefreshToken: async () => refreshTokens,
    rotateRefreshToken: true,
    async findAccount(_ctx, sub) {
      const account = accounts.get(sub)
      if (!account) return undefined
      return { accountId: sub, claims: async () => ({ sub, ...account }) }
    },
    // Nobody is asked what an employer's service may tell the employer.
    async loadExistingGrant(ctx) {
      const { session, client } = ctx.oidc
      const grantId = session!.grantIdFor(client!.clientId)
      if (grantId) return ctx.oidc.provider.Grant.find(grantId)
      const grant = new ctx.oidc.provider.Grant({
        clientId: client!.clientId,
        accountId: session!.accountId!,
      })
      grant.addOIDCScope('openid profile email groups offline_access')
      // eslint-disable-next-line no-restricted-syntax -- the rule keeps TypeORM from saving rows; this is a grant that the provider keeps in its own memory
      await grant.save()
      return grant
    },
    interactions: { url: (_ctx, { uid }) => `/sign-in/${uid}` },
    ttl: {
      AccessToken: 600,
      IdToken: 600,
      RefreshToken: 3600,
      Session: 3600,
      Interaction: 600,
      Grant: 3600,
      AuthorizationCode: 60,
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/sign-in/')) void signInPage(provider, accounts, request, response)
    else void answer(request, response)
  })
  return {
    issuer,
    accounts,
    enter: (client) => void clients.set(client.client_id, client),
    revoke(sub) {
      for (const [key, payload] of kept) if (payload.accountId === sub) kept.delete(key)
    },
    sign: (payload, header = {}) =>
      new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'first', ...header }).sign(privateKey),
    stop: () => close(server),
  }
}

async function signInPage(
  provider: Provider,
  accounts: TestProvider['accounts'],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await provider.interactionDetails(request, response)
    if (request.method !== 'POST') {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(`<!doctype html><html lang="de"><title>Anmeldedienst</title><h1>Anmeldedienst der Stadt</h1>
        <form method="post"><label>Kennung <input name="login"></label>
        <button name="act" value="enter">Weiter</button><button name="act" value="refuse">Abbrechen</button></form>`)
      return
    }
    let body = ''
    for await (const piece of request) body += String(piece)
    const typed = new URLSearchParams(body)
    const sub = typed.get('login') ?? ''
    const account = accounts.get(sub)
    const result =
      typed.get('act') === 'refuse' || !account
        ? { error: 'access_denied', error_description: 'refused' }
        : { login: { accountId: sub, acr: account.acr, amr: account.amr } }
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
  } catch {
    response.statusCode = 400
    response.end()
  }
}

function memory(
  model: string,
  kept: Map<string, AdapterPayload>,
  clients: Map<string, ClientMetadata>,
): Adapter {
  const key = (id: string) => `${model} ${id}`
  const find = (wanted: (payload: AdapterPayload) => boolean) =>
    [...kept].find(([at, payload]) => at.startsWith(`${model} `) && wanted(payload))?.[1]
  return {
    upsert: async (id, payload) => void kept.set(key(id), payload),
    find: async (id) => (model === 'Client' ? clients.get(id) : kept.get(key(id))),
    findByUid: async (uid) => find((payload) => payload.uid === uid),
    findByUserCode: async (code) => find((payload) => payload.userCode === code),
    destroy: async (id) => void kept.delete(key(id)),
    consume: async (id) => void kept.set(key(id), { ...kept.get(key(id)), consumed: Date.now() / 1000 }),
    revokeByGrantId: async (grantId) => {
      for (const [at, payload] of kept) if (payload.grantId === grantId) kept.delete(at)
    },
  }
}

/**
 * Signs somebody in at the provider as a browser would, with cookies and every redirect.
 *
 * @param sub empty: says no there.
 * @returns where it sends the browser back to.
 */
export async function signInThere(address: string, sub: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let url = new URL(address)
  const home = url.origin
  for (let steps = 0; steps < 15; steps++) {
    const isPage = url.pathname.startsWith('/sign-in/')
    const response = await fetch(url, {
      redirect: 'manual',
      method: isPage ? 'POST' : 'GET',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(isPage && { body: new URLSearchParams({ login: sub, act: sub ? 'enter' : 'refuse' }) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      cookies.set(name!, value!)
    }
    const next = response.headers.get('location')
    if (!next)
      throw new Error(`The provider stopped at ${url.pathname}: ${response.status} ${await response.text()}`)
    url = new URL(next, url)
    if (url.origin !== home) return url
  }
  throw new Error('The provider goes round in circles.')
}

/** What a forging provider says instead of the truth. */
export type Forgery = {
  /** Of the ID token. */
  claims?: Record<string, unknown>
  /** Signs with a key that it does not publish. */
  foreignKey?: boolean
  /** Answers the path by hand. */
  answer?: (path: string, response: ServerResponse) => boolean
  /** Of what it tells of itself. */
  metadata?: Record<string, unknown>
}

/** A provider that lies, as told to: everything of OpenID Connect that a test needs, and nothing checked. */
export async function startForger(forgery: Forgery) {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const { privateKey: foreign } = await generateKeyPair('RS256')
  const asked: string[] = []
  const server = createServer((request, response) => void reply(request, response))
  const issuer = `http://127.0.0.1:${await listen(server)}`
  const json = (response: ServerResponse, body: unknown) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body))

  async function reply(request: IncomingMessage, response: ServerResponse) {
    const path = new URL(request.url!, issuer).pathname
    asked.push(path)
    if (forgery.answer?.(path, response)) return
    if (path === '/.well-known/openid-configuration')
      return json(response, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        ...forgery.metadata,
      })
    if (path === '/keys')
      return json(response, {
        keys: [{ ...(await exportJWK(publicKey)), kid: 'k', use: 'sig', alg: 'RS256' }],
      })
    if (path !== '/token') return response.writeHead(404).end()
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: issuer,
      aud: 'mitsprache',
      sub: 'somebody',
      iat: now,
      exp: now + 300,
      groups: ['planning'],
    }
    const token = await new SignJWT({ ...claims, ...forgery.claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'k' })
      .sign(forgery.foreignKey ? foreign : privateKey)
    return json(response, { access_token: 'a', token_type: 'Bearer', expires_in: 300, id_token: token })
  }
  return { issuer, asked, forgery, stop: () => close(server) }
}

const listen = (server: Server) =>
  new Promise<number>((done) =>
    server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)),
  )

const close = (server: Server) =>
  new Promise<void>((done) => {
    server.closeAllConnections()
    server.close(() => done())
  })
