import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { PNPM_VERSION } from '../scripts/lib/pnpm-version.mjs'

// There is rarely an engine where tests run; what can be seen without one is seen here.

const at = (path) => new URL(`../${path}`, import.meta.url)
const read = (path) => readFileSync(at(path), 'utf8')

const instructions = read('docker/Dockerfile')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line && !line.startsWith('#'))

const copies = instructions
  .filter((line) => line.startsWith('COPY '))
  .map((line) => {
    const words = line.split(/\s+/).slice(1)
    const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length)
    return { from, sources: words.filter((word) => !word.startsWith('--')).slice(0, -1) }
  })

const isSentToTheBuild = (path) => {
  let sent = true
  for (const line of read('docker/Dockerfile.dockerignore').split('\n')) {
    if (!line || line.startsWith('#')) continue
    const [pattern, verdict] = line.startsWith('!') ? [line.slice(1), true] : [line, false]
    if (matches(path, pattern)) sent = verdict
  }
  return sent
}

/** A pattern speaks for what lies below it, too. */
function matches(path, pattern) {
  const parts = path.split('/')
  return parts.some((_part, index) => globMatches(parts.slice(0, index + 1).join('/'), pattern))
}
const globMatches = (path, pattern) => {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('**/', '\u0000')
    .replaceAll('*', '[^/]*')
    .replaceAll('\u0000', '(?:.*/)?')
  return new RegExp(`^${expression}$`).test(path)
}

test('everything the Dockerfile copies is there and is sent to the build', () => {
  const sources = copies.filter(({ from }) => !from).flatMap((copy) => copy.sources)
  expect(sources.length).toBeGreaterThan(5)
  expect(sources.filter((path) => !existsSync(at(path)))).toEqual([])
  expect(sources.filter((path) => !isSentToTheBuild(path))).toEqual([])
})

test('what was made outside stays outside', () => {
  expect(isSentToTheBuild('apps/server/node_modules')).toBe(false)
  expect(isSentToTheBuild('apps/web/dist')).toBe(false)
  expect(isSentToTheBuild('var')).toBe(false)
  expect(isSentToTheBuild('.git')).toBe(false)
  expect(isSentToTheBuild('docker/.env')).toBe(false)
})

test('every stage that is copied from exists', () => {
  const stages = instructions.flatMap((line) => /^FROM \S+ AS (\S+)$/.exec(line)?.[1] ?? [])
  const copiedFrom = copies.flatMap(({ from }) => from ?? [])
  expect(copiedFrom.length).toBeGreaterThan(0)
  expect(copiedFrom.filter((stage) => !stages.includes(stage))).toEqual([])
})

test('the packages of every workspace folder are known before the installation', () => {
  const folders = ['apps', 'packages'].flatMap((top) => readdirSync(at(top)).map((name) => `${top}/${name}`))
  const manifests = [...folders, 'bench', 'e2e']
    .map((folder) => `${folder}/package.json`)
    .filter((path) => existsSync(at(path)))
  const before = instructions.slice(
    0,
    instructions.findIndex((line) => line.includes(' install ')),
  )
  const copied = copies
    .slice(0, before.filter((line) => line.startsWith('COPY ')).length)
    .flatMap(({ sources }) => sources)
  const isCopied = (path) => copied.some((source) => path === source || path.startsWith(`${source}/`))
  expect(manifests.filter((path) => !isCopied(path))).toEqual([])
})

test('the image is built with the pnpm of this repository', () => {
  const versions = [...read('docker/Dockerfile').matchAll(/pnpm@([\d.]+)/g)].map(([, version]) => version)
  expect(new Set(versions)).toEqual(new Set([PNPM_VERSION]))
})

test('the server does not run as root and says whether it is ready', () => {
  const user = instructions.filter((line) => line.startsWith('USER ')).at(-1)
  expect(user).toBe('USER node')
  expect(instructions.some((line) => line.startsWith('HEALTHCHECK ') && line.includes('/health/ready'))).toBe(
    true,
  )
})

test('the health check tells a server that answers from one that does not', async () => {
  const [, check] = /CMD (\[.*\])$/.exec(instructions.find((line) => line.startsWith('HEALTHCHECK ')))
  const [, ...args] = JSON.parse(check)
  const { createServer } = await import('node:http')
  const { spawn } = await import('node:child_process')
  const codeFor = (port) =>
    new Promise((resolve) => {
      spawn(process.execPath, args, { env: { ...process.env, PORT: String(port) } }).once('close', resolve)
    })
  let status = 200
  const server = createServer((_request, response) => response.writeHead(status).end())
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  expect(await codeFor(port)).toBe(0)
  status = 503
  expect(await codeFor(port)).toBe(1)
  await new Promise((resolve) => server.close(resolve))
  expect(await codeFor(port)).toBe(1)
})

test('compose names files that exist and asks for every secret', () => {
  const compose = read('docker/compose.yml')
  const dockerfile = /dockerfile: (\S+)/.exec(compose)[1]
  expect(existsSync(at(dockerfile))).toBe(true)
  for (const secret of ['OWNER_PASSWORD', 'DATABASE_PASSWORD', 'BASE_URL']) {
    expect(compose).toMatch(new RegExp(`\\$\\{${secret}:\\?`))
  }
  expect(compose).not.toMatch(/PASSWORD: [^$\s]/)
})

const folder = mkdtempSync(join(tmpdir(), 'mitsprache-docker-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const enter = (env) =>
  spawnSync(
    'sh',
    [
      at('docker/entrypoint.sh').pathname,
      'sh',
      '-c',
      'echo "$DATABASE_URL"; printenv DATABASE_URL_FILE; exit 7',
    ],
    {
      env: { PATH: process.env.PATH, ...env },
      encoding: 'utf8',
    },
  )

test('a secret is read from its file', () => {
  writeFileSync(join(folder, 'url'), 'postgres://a:b@c/d\n')
  const { stdout, status } = enter({ DATABASE_URL_FILE: join(folder, 'url') })
  expect(stdout).toBe('postgres://a:b@c/d\n')
  expect(status).toBe(7)
})

test('a secret that is set directly stays as it is', () => {
  expect(enter({ DATABASE_URL: 'postgres://x' }).stdout).toBe('postgres://x\n')
})

test('a secret that cannot be read stops the start', () => {
  const { status, stderr } = enter({ DATABASE_URL_FILE: join(folder, 'nothing') })
  expect(status).toBe(1)
  expect(stderr).toContain('DATABASE_URL_FILE')
})
