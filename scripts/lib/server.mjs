import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { inRoot } from './paths.mjs'
import { run } from './processes.mjs'
import { Trouble } from './say.mjs'

/**
 * What Node is told: places in our own files when something goes wrong, and room for young objects, so that what one
 * page needs is gone before it would be moved (docs/decisions/16).
 */
export const NODE_FLAGS = ['--enable-source-maps', '--max-semi-space-size=32']

/** Runs one of the server's programs; a stop gives it time to close its database properly. */
export function runServerProgram(name, args, options = {}) {
  const program = inRoot('apps/server/dist', `${name}.mjs`)
  const endWithParent = pathToFileURL(inRoot('scripts/end-with-parent.mjs')).href
  return run(process.execPath, [...NODE_FLAGS, '--import', endWithParent, program, ...args], {
    patienceMs: 30_000,
    isServer: true,
    ...options,
  })
}

/** A port that nobody listens on at the moment. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

/**
 * A built server on a fresh embedded database of its own, for as long as `work` takes.
 *
 * @param {(address: string) => Promise<T>} work
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<T>}
 * @throws Trouble when it does not start within two minutes or does not stop cleanly within thirty seconds
 * @template T
 */
export async function withServer(work, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'mitsprache-server-'))
  // As root the database runs as another user, who must be able to walk to its folder.
  chmodSync(folder, 0o755)
  const removeFolder = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', removeFolder)

  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  let child
  let output = ''
  const ended = runServerProgram('main', [], {
    output: 'hold',
    env: { PORT: String(port), HOST: '127.0.0.1', DATA_DIR: join(folder, 'var'), ...env },
    onStart(started) {
      child = started
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    },
  })
  const stop = async () => {
    if (child.exitCode === null) child.kill('SIGTERM')
    const inTime = await Promise.race([ended.then(() => true), sleep(30_000, false)])
    if (!inTime) child.kill('SIGKILL')
    const { leftBehind } = await ended
    removeFolder()
    process.removeListener('exit', removeFolder)
    if (!inTime) return 'The server did not stop within thirty seconds.'
    if (leftBehind.length > 0) return `The server stopped and left behind:\n${leftBehind.join('\n')}`
    if (child.exitCode !== 0) return `The server stopped with exit code ${child.exitCode}:\n${output}`
    return null
  }

  let result
  try {
    for (let waitedMs = 0; !output.includes(`Mitsprache is ready: ${address}`); waitedMs += 50) {
      if (child.exitCode !== null || waitedMs > 120_000) {
        throw new Trouble(`${output}\nThe server did not start.`)
      }
      await sleep(50)
    }
    result = await work(address)
  } catch (error) {
    await stop()
    throw error
  }
  const problem = await stop()
  if (problem) throw new Trouble(problem)
  return result
}
