import { randomBytes } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { FIRST_KEY, keyEncryptionFrom, type KeyEncryption } from './tenant-keys/key-encryption.ts'
import { isOneAddress } from './mail/address.rules.ts'
import { isAllowedHost } from './outbound/index.ts'
import { StartProblem } from './start-problem.ts'

export type Config = {
  host: string
  port: number
  /** Public address for links; never taken from a request. */
  baseUrl: string
  dataDir: string
  /** Stem of the door roles; absent: the embedded database. */
  databaseUrl?: string
  /** Owner of the schema; only needed where this process shall migrate. */
  databaseAdminUrl?: string
  /** Where checked files lie, if not in the data folder. */
  filesS3?: { url: string; region: string; bucket: string; keyId: string; secretKey: string }
  production: boolean
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  trustedProxies: string[]
  /** Only hashed operations of our own client are answered on /graphql. */
  allowListOnly: boolean
  /** JSON of hash to document that takes the place of our own web app's operations. */
  operationsFile?: string
  /** Memory for answers that are the same for everyone; 0 keeps none. */
  keptAnswersBytes: number
  /** How long a client may take to send a request whole, or stand still while it takes an answer. */
  patienceMs: number
  /** Contributions that one network may hand in per minute; a school or an office shares one. */
  submissionsPerMinute: number
  /** ClamAV daemon that looks into every file: `host:port` or `unix:/path`. */
  clamd?: string
  /** Servers whose maps may be shown: `geo.example.de`, `geo.example.de:8443`, `*.example.de`. */
  layerHosts: string[]
  /** Maps may come from this machine, without TLS; for tests. */
  layerLoopback: boolean
  /** Disk for what they sent. */
  layerCacheBytes: number
  /** Where weaknesses are told, as an address of its own: `mailto:`, `https:` or `tel:`; absent: nowhere. */
  securityContact?: string
  /** How mail leaves; absent: it waits. */
  mail?: MailConfig
  /** Sign-in services, whose addresses administrators of tenants type. */
  signOn: {
    /** Hosts, with a port where it is not 443, that may lie in a network of the operator's own. */
    privateHosts: string[]
    /** Plain http to this machine: for tests and trying out. */
    loopback: boolean
    timeoutMs: number
  }
  fresh: boolean
  sampleTown: boolean
}

export type MailConfig = {
  /** `smtps://` or `smtp://`, with user and password where the server asks for them. */
  smtpUrl: string
  /** `required`: without TLS nothing is sent. */
  tls: 'required' | 'off'
  /** Address of the sender; the name is the tenant's. */
  from: string
  /** Where bounces go, with `+` and what tells the message in front of the `@`; absent: to the sender. */
  bounceTo?: string
  /** Messages that leave for one tenant within an hour. */
  perTenantPerHour: number
}

/**
 * Settings from the environment.
 *
 * @throws StartProblem naming the variable and what it should be.
 */
export function readConfig(env: NodeJS.ProcessEnv, argv: string[]): Config {
  const port = Number(env.PORT ?? 4000)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new StartProblem(`PORT is "${env.PORT}", but must be a number between 1 and 65535.`)
  const host = env.HOST ?? '127.0.0.1'
  const baseUrl = (env.BASE_URL ?? `http://${nameOf(host)}:${port}`).replace(/\/$/, '')
  if (!URL.canParse(baseUrl)) throw new StartProblem(`BASE_URL is "${baseUrl}", which is no address.`)
  for (const name of ['DATABASE_URL', 'DATABASE_ADMIN_URL'] as const)
    if (env[name] && !/^postgres(ql)?:$/.test(URL.canParse(env[name]) ? new URL(env[name]).protocol : ''))
      throw new StartProblem(`${name} must look like postgres://user:password@host:5432/database.`)
  const unknown = argv.filter((arg) => arg !== '--fresh' && arg !== '--')
  if (unknown.length) throw new StartProblem(`Unknown argument ${unknown.join(' ')}; there is only --fresh.`)
  return {
    host,
    port,
    baseUrl,
    dataDir: resolve(env.DATA_DIR ?? './var'),
    databaseUrl: env.DATABASE_URL || undefined,
    databaseAdminUrl: env.DATABASE_ADMIN_URL || undefined,
    filesS3: readS3(env),
    production: env.NODE_ENV === 'production',
    trustedProxies: (env.TRUSTED_PROXIES ?? '').split(',').filter(Boolean),
    allowListOnly: env.GRAPHQL_ALLOW_LIST_ONLY === '1',
    operationsFile: env.OPERATIONS_FILE || undefined,
    keptAnswersBytes: readMebibytes('KEPT_ANSWERS_MIB', env.KEPT_ANSWERS_MIB, 32),
    patienceMs: readSeconds('CLIENT_PATIENCE_S', env.CLIENT_PATIENCE_S, 120) * 1_000,
    submissionsPerMinute: Number(env.SUBMISSIONS_PER_MINUTE ?? 300) || 300,
    clamd: readClamd(env.CLAMD),
    layerHosts: readHosts(env.LAYER_HOSTS),
    layerLoopback: env.LAYER_LOOPBACK === '1',
    layerCacheBytes: readMebibytes('LAYER_CACHE_MIB', env.LAYER_CACHE_MIB, 1024),
    securityContact: readSecurityContact(env.SECURITY_CONTACT),
    mail: readMail(env),
    signOn: {
      privateHosts: (env.SIGN_ON_PRIVATE_HOSTS ?? '').toLowerCase().split(',').filter(Boolean),
      loopback: env.SIGN_ON_LOOPBACK === '1',
      timeoutMs: 8_000,
    },
    fresh: argv.includes('--fresh'),
    // A real database stays empty unless somebody asks for the sample town.
    sampleTown: env.SAMPLE_TOWN ? env.SAMPLE_TOWN === '1' : !env.DATABASE_URL,
  }
}

function readS3(env: NodeJS.ProcessEnv): Config['filesS3'] {
  if (!env.FILES_S3_URL) return undefined
  if (!URL.canParse(env.FILES_S3_URL))
    throw new StartProblem(`FILES_S3_URL is "${env.FILES_S3_URL}", which is no address.`)
  for (const name of ['FILES_S3_BUCKET', 'FILES_S3_KEY_ID', 'FILES_S3_SECRET_KEY'] as const)
    if (!env[name]) throw new StartProblem(`${name} is missing: FILES_S3_URL alone opens no bucket.`)
  return {
    url: env.FILES_S3_URL,
    region: env.FILES_S3_REGION || 'us-east-1',
    bucket: env.FILES_S3_BUCKET!,
    keyId: env.FILES_S3_KEY_ID!,
    secretKey: env.FILES_S3_SECRET_KEY!,
  }
}

/** @throws StartProblem: a scanner that is meant to be there must not be left out because of a typing error. */
function readClamd(address: string | undefined): string | undefined {
  if (!address) return undefined
  const wellFormed = address.startsWith('unix:/') || /^\S+:\d+$/.test(address)
  if (!wellFormed)
    throw new StartProblem(
      `CLAMD is "${address}", but must be host:port or unix:/path/of/the/socket of a ClamAV daemon.`,
    )
  return address
}

/** @throws StartProblem: RFC 9116 wants a whole address, and whoever found something has to reach somebody. */
function readSecurityContact(contact: string | undefined): string | undefined {
  if (!contact) return undefined
  const address = isOneAddress(contact) ? `mailto:${contact}` : contact
  const wellFormed = /^(https:\/\/|mailto:|tel:)[!-~]+$/.test(address) && URL.canParse(address)
  if (!wellFormed)
    throw new StartProblem(
      `SECURITY_CONTACT is "${contact}", but must be a mail address, or start with https://, mailto: or tel:.`,
    )
  return address
}

/** @throws StartProblem */
function readMail(env: NodeJS.ProcessEnv): MailConfig | undefined {
  const smtpUrl = env.SMTP_URL
  if (!smtpUrl) return undefined
  const protocol = URL.canParse(smtpUrl) ? new URL(smtpUrl).protocol : ''
  if (!['smtp:', 'smtps:'].includes(protocol) || !new URL(smtpUrl).hostname)
    throw new StartProblem(
      'SMTP_URL must look like smtps://user:password@mail.example.org or smtp://mail.example.org:587.',
    )
  const from = env.MAIL_FROM ?? ''
  const bounceTo = env.MAIL_BOUNCE_TO || undefined
  for (const [name, address] of [
    ['MAIL_FROM', from],
    ['MAIL_BOUNCE_TO', bounceTo],
  ] as const)
    if (address !== undefined && !isOneAddress(address))
      throw new StartProblem(`${name} is "${address}", but must be one mail address.`)
  const tls = env.SMTP_TLS ?? 'required'
  if (tls !== 'required' && tls !== 'off')
    throw new StartProblem(`SMTP_TLS is "${tls}", but must be "required" or "off".`)
  const perTenantPerHour = Number(env.MAIL_PER_TENANT_PER_HOUR ?? 1_000)
  if (!Number.isInteger(perTenantPerHour) || perTenantPerHour < 1)
    throw new StartProblem(
      `MAIL_PER_TENANT_PER_HOUR is "${env.MAIL_PER_TENANT_PER_HOUR}", but must be a whole number from 1.`,
    )
  return { smtpUrl, tls, from, bounceTo, perTenantPerHour }
}

/** @throws StartProblem: a host that is misspelt would be missed only by whoever wants its map. */
function readHosts(list: string | undefined): string[] {
  const hosts = (list ?? '')
    .split(',')
    .map((host) => host.trim())
    .filter(Boolean)
  const wrong = hosts.find((host) => !isAllowedHost(host))
  if (wrong)
    throw new StartProblem(
      `LAYER_HOSTS names "${wrong}", but must list hosts such as geo.example.de, geo.example.de:8443 or *.example.de.`,
    )
  return hosts
}

/** @throws StartProblem */
function readSeconds(name: string, value: string | undefined, otherwise: number): number {
  const seconds = Number(value || otherwise)
  if (!(seconds >= 1 && seconds <= 3_600))
    throw new StartProblem(`${name} is "${value}", but must be a number of seconds from 1 to 3600.`)
  return seconds
}

function readMebibytes(name: string, value: string | undefined, otherwise: number): number {
  const mebibytes = Number(value || otherwise)
  if (!(mebibytes >= 0 && mebibytes <= 4096))
    throw new StartProblem(`${name} is "${value}", but must be a number of mebibytes from 0 to 4096.`)
  return mebibytes * 1024 * 1024
}

/** A host as it stands in an address; who listens everywhere is reached on this machine at least. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

/** Creates the data folder, or says why it cannot be used. */
export function prepareDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new StartProblem(
      `The data folder ${dataDir} cannot be written (${(cause as NodeJS.ErrnoException).code}). ` +
        'Give this user the right to write there, or name another folder in DATA_DIR.',
    )
  }
}

export type Secrets = {
  /** Password of the embedded database's owner and stem of the door passwords. */
  databasePassword: string
  /** Signs cursors, derives the secrets of receipts. Hex, 32 bytes. */
  signingKey: string
  /** Encrypts secrets of authenticator apps, and what was sealed before tenants had keys (AES-256-GCM). Hex, 32 bytes. */
  personKey: string
  /** Wraps the data keys of tenants. */
  keyEncryption: KeyEncryption
  /** Reads them again, where they may have changed since the start. */
  reread?: () => KeyEncryption
}

const secretsPath = (dataDir: string) => join(dataDir, 'secrets.json')

/**
 * The installation's keys: from SECRET_KEYS (JSON) where several servers share them, else from a file
 * that the first start makes in the data folder.
 *
 * @throws StartProblem when the file is there but not readable as keys: making new ones would lock away
 * every person's data.
 */
export function readSecrets(dataDir: string, env: NodeJS.ProcessEnv = process.env): Secrets {
  const path = secretsPath(dataDir)
  const newKey = () => randomBytes(32).toString('hex')
  if (!env.SECRET_KEYS && !existsSync(path)) {
    const made: Secrets = {
      databasePassword: randomBytes(24).toString('hex'),
      signingKey: newKey(),
      personKey: newKey(),
      keyEncryption: { current: FIRST_KEY, keys: { [FIRST_KEY]: newKey() } },
    }
    writeFileSync(path, JSON.stringify(made, null, 2), { mode: 0o600, flag: 'wx' })
  }
  const read = () => checkedSecrets(env.SECRET_KEYS ?? readFileSync(path, 'utf8'))
  try {
    return { ...read(), reread: env.SECRET_KEYS ? undefined : () => read().keyEncryption }
  } catch {
    throw new StartProblem(`${env.SECRET_KEYS ? 'SECRET_KEYS' : path} does not hold the keys it should.`)
  }
}

/** @throws what names the key that is missing. */
function checkedSecrets(json: string): Secrets {
  const read = JSON.parse(json) as Secrets
  const isKey = (key: unknown) => typeof key === 'string' && /^[0-9a-f]{64}$/.test(key)
  for (const key of ['signingKey', 'personKey'] as const) if (!isKey(read[key])) throw new Error(key)
  const keyEncryption = read.keyEncryption ?? keyEncryptionFrom(read.personKey)
  const { current, keys } = keyEncryption
  if (!Object.hasOwn(keys, current) || !Object.values(keys).every(isKey)) throw new Error('keyEncryption')
  return { ...read, keyEncryption, databasePassword: read.databasePassword ?? '' }
}

/**
 * Puts further key encryption keys into the file of this installation, whole or not at all.
 *
 * @throws StartProblem where SECRET_KEYS stands for the file: who set it has to add the key there.
 */
export function writeKeyEncryption(
  dataDir: string,
  keyEncryption: KeyEncryption,
  env: NodeJS.ProcessEnv = process.env,
): void {
  if (env.SECRET_KEYS)
    throw new StartProblem(
      'The keys stand in SECRET_KEYS: add the new one under keyEncryption there and name it as current.',
    )
  const path = secretsPath(dataDir)
  const whole = { ...(JSON.parse(readFileSync(path, 'utf8')) as Secrets), keyEncryption }
  writeFileSync(`${path}.new`, JSON.stringify(whole, null, 2), { mode: 0o600, flush: true })
  renameSync(`${path}.new`, path)
}
