import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { FORGOTTEN, run } from './processes.mjs'
import { Trouble } from './say.mjs'
import { freePort } from './server.mjs'

/**
 * Starts with `npm start`, as a reader would, looks whether it is up and answers, and stops it with Ctrl-C.
 *
 * @throws Trouble with what it printed
 */
export async function startAsReadmeSays() {
  const folder = mkdtempSync(join(tmpdir(), 'mitsprache-readme-'))
  // As root the database runs as another user, who must be able to walk to its folder.
  chmodSync(folder, 0o755)
  const removeFolder = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', removeFolder)

  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  let child
  let output = ''
  const ended = run('npm', ['start'], {
    output: 'hold',
    patienceMs: 40_000,
    env: { PORT: String(port), DATA_DIR: join(folder, 'var') },
    onStart(started) {
      child = started
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    },
  })
  let problem = null
  try {
    for (let waitedMs = 0; !output.includes(`Mitsprache is ready: ${address}`); waitedMs += 100) {
      if (child.exitCode !== null) throw new Trouble('It ended before it was ready.')
      if (waitedMs > 180_000) throw new Trouble('It was not ready within three minutes.')
      await sleep(100)
    }
    for (const path of ['/health/ready', '/']) {
      const { status } = await fetch(address + path)
      if (status !== 200) throw new Trouble(`${path} answers ${status}.`)
    }
  } catch (error) {
    problem = error
  }
  // A terminal's Ctrl-C reaches everybody in front of it, npm included.
  if (child.exitCode === null) process.kill(-child.pid, 'SIGINT')
  const inTime = await Promise.race([ended.then(() => true), sleep(40_000, false)])
  if (!inTime) {
    process.kill(-child.pid, 'SIGKILL')
    await ended
    problem ??= new Trouble('Ctrl-C did not stop it within forty seconds.')
  }
  if (!problem && (await answers(address))) problem = new Trouble('Something still answers after the stop.')
  const { leftBehind } = await ended
  if (leftBehind.length > 0 || output.includes(FORGOTTEN)) {
    problem ??= new Trouble(['Ctrl-C left behind:', ...leftBehind].join('\n'))
  }
  removeFolder()
  process.removeListener('exit', removeFolder)
  if (problem) throw new Trouble(`${output}\n${problem.message}`)
}

const answers = (address) =>
  fetch(`${address}/health/live`).then(
    () => true,
    () => false,
  )
