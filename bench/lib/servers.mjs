import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { freePort, NODE_FLAGS } from '../../scripts/lib/server.mjs'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { run } from '../../scripts/lib/processes.mjs'
import { Trouble } from '../../scripts/lib/say.mjs'

const END_WITH_PARENT = pathToFileURL(inRoot('scripts/end-with-parent.mjs')).href

/**
 * A program that listens, as a process of its own.
 *
 * @returns {Promise<{ port: number, pid: number, stop: () => Promise<void> }>} once it says that it is ready
 * @throws Trouble with its last words when it does not start within two minutes
 */
async function startProgram(path, env, execArgv = []) {
  const port = await freePort()
  let child
  let output = ''
  const ended = run(process.execPath, [...execArgv, '--import', END_WITH_PARENT, path], {
    output: 'hold',
    patienceMs: 30_000,
    isServer: true,
    env: { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), ...env },
    onStart: (started) => (child = started),
  })
  await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Trouble(`${output}\n${path} did not start.`)), 120_000)
    const look = (piece) => {
      output += piece
      if (!output.includes('is ready')) return
      clearTimeout(late)
      resolve()
    }
    child.stdout.on('data', look)
    child.stderr.on('data', look)
    child.once('exit', () => {
      clearTimeout(late)
      reject(new Trouble(`${output}\n${path} ended before it was ready.`))
    })
  })
  return {
    port,
    pid: child.pid,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Our server as an authority would run it, with its own embedded database in `dataDir`. */
export async function startOurs(program, dataDir, operationsFile, execArgv) {
  const server = await startProgram(
    program,
    {
      DATA_DIR: dataDir,
      SAMPLE_TOWN: '1',
      SUBMISSIONS_PER_MINUTE: '100000000',
      OPERATIONS_FILE: operationsFile,
      DATABASE_URL: '',
      DATABASE_ADMIN_URL: '',
    },
    [...NODE_FLAGS, ...execArgv],
  )
  return { ...server, databaseUrl: ownerUrl(dataDir) }
}

/** The other half of the comparison: Node's http and prepared statements, nothing else. */
export const startBare = (databaseUrl) =>
  startProgram(inRoot('bench/bare-server.mjs'), { DATABASE_URL: databaseUrl })

export function ownerUrl(dataDir) {
  const { databasePassword } = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8'))
  const port = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3]
  return `postgres://postgres:${databasePassword}@127.0.0.1:${port}/mitsprache`
}
