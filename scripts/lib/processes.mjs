import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { ROOT } from './paths.mjs'
import { Trouble } from './say.mjs'

// Every program is started in a process group of its own. The terminal's Ctrl-C therefore reaches only
// us; we pass it on once, wait for a clean end, and then look that nobody of the group stayed behind.
const OWN_GROUP = process.platform !== 'win32'

/** Said of what a server should have stopped itself. */
export const FORGOTTEN = 'The server forgot to stop, so it was stopped now:'

const SIGNAL_EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }

/** @type {Map<import('node:child_process').ChildProcess, { patienceMs: number, ended: Promise<void> }>} */
const running = new Map()

/** The signal that ends this run; from then on nothing new is started. */
let stoppedBy = null

for (const signal of Object.keys(SIGNAL_EXIT_CODES)) process.on(signal, () => stop(signal))

// npm killed outright tells nobody. Whoever lost the npm that started it has nobody to print for. Between
// npm and us may stand the shell it runs its scripts with.
if (process.env.npm_lifecycle_event) {
  const starters = startersNow()
  setInterval(() => startersNow() !== starters && stop('SIGTERM'), 1000).unref()
}

/** The numbers of our parent and of its parent; only the first where there is no /proc to look into. */
function startersNow() {
  let grandparent = ''
  try {
    grandparent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${process.ppid}/status`, 'utf8'))?.[1] ?? ''
  } catch {
    // No /proc on this system, or no parent any more.
  }
  return `${process.ppid} ${grandparent}`
}

async function stop(signal) {
  if (stoppedBy) return
  stoppedBy = signal
  for (const child of running.keys()) child.kill(signal)
  await finish(SIGNAL_EXIT_CODES[signal], { keepServerCode: true })
}

/** The exit code of a program that ended cleanly after it was told to stop; others read the signal's code. */
let codeAfterStop = null

let finishing = null

/** Waits for everything that was started, then ends this process. */
export function finish(exitCode, { keepServerCode = false } = {}) {
  finishing ??= (async () => {
    await Promise.all([...running].map(([child, { patienceMs, ended }]) => endOf(child, patienceMs, ended)))
    process.exit(keepServerCode ? (codeAfterStop ?? exitCode) : exitCode)
  })()
  return finishing
}

async function endOf(child, patienceMs, ended) {
  const inTime = await Promise.race([ended.then(() => true), sleep(patienceMs, false)])
  if (!inTime) signalGroup(child.pid, 'SIGKILL')
  await ended
}

function signalGroup(pid, signal) {
  try {
    process.kill(OWN_GROUP ? -pid : pid, signal)
    return true
  } catch {
    // Nobody left in the group: that is what we want.
    return false
  }
}

/**
 * Whoever a program left behind is asked to go, then made to.
 *
 * @returns {Promise<string[]>} the command lines of those it left behind
 */
async function sweep(pid, mark) {
  // A database puts itself into a group of its own, but it keeps the environment it was started with.
  const found = marked(mark)
  const isSomebodyThere = () => marked(mark).length > 0 || (OWN_GROUP && signalGroup(pid, 0))
  for (const { pid: left } of found) signal(left, 'SIGINT')
  if (OWN_GROUP) signalGroup(pid, 'SIGTERM')
  for (let waitedMs = 0; isSomebodyThere(); waitedMs += 50) {
    if (waitedMs >= 3000) {
      if (OWN_GROUP) signalGroup(pid, 'SIGKILL')
      for (const { pid: left } of marked(mark)) signal(left, 'SIGKILL')
      break
    }
    await sleep(50)
  }
  return found.map(({ pid: left, commandLine }) => `${left} ${commandLine}`)
}

function signal(pid, which) {
  try {
    process.kill(pid, which)
  } catch {
    // Gone meanwhile.
  }
}

/** Every process that carries a mark in its environment; nobody where there is no /proc to look into. */
function marked(mark) {
  let processes = []
  try {
    processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return [] // not Linux
  }
  return processes.flatMap((pid) => {
    try {
      if (!readFileSync(`/proc/${pid}/environ`, 'latin1').includes(mark)) return []
      const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
      return [{ pid: Number(pid), commandLine }]
    } catch {
      return [] // gone meanwhile, or of another user and then not ours
    }
  })
}

/**
 * Runs a program to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {object} options
 * @param {string} [options.cwd] default: the root of the repository
 * @param {NodeJS.ProcessEnv} [options.env] added to ours
 * @param {'show' | 'hold' | 'both'} [options.output] show it as it comes, hold it back, or both
 * @param {number} [options.patienceMs] how long a stop may take before it is enforced
 * @param {(child: import('node:child_process').ChildProcess) => void} [options.onStart]
 * @param {boolean} [options.isServer] its own exit code counts after a stop; it ends when we are killed
 * @returns {Promise<{ code: number, output: string, stdout: string, leftBehind: string[] }>}
 */
export async function run(command, args, options = {}) {
  const { cwd = ROOT, env = {}, output = 'show', patienceMs = 5000, isServer = false, onStart } = options
  if (stoppedBy) return new Promise(() => {}) // we are on our way out

  const piped = output === 'show' ? 'inherit' : 'pipe'
  const mark = randomBytes(9).toString('hex')
  const child = spawn(command, args, {
    cwd,
    // A run within a run carries both marks, so the outer one finds what the inner one forgot.
    env: { ...process.env, ...env, MITSPRACHE_RUN: `${process.env.MITSPRACHE_RUN ?? ''}/${mark}` },
    detached: OWN_GROUP,
    stdio: ['ignore', piped, piped, ...(isServer ? ['ipc'] : [])],
  })
  onStart?.(child)

  let held = ''
  let stdout = ''
  child.stdout?.on('data', (chunk) => {
    held += chunk
    stdout += chunk
    if (output === 'both') process.stdout.write(chunk)
  })
  child.stderr?.on('data', (chunk) => {
    held += chunk
    if (output === 'both') process.stderr.write(chunk)
  })

  let code = 1
  let leftBehind = []
  // Both the sweep and the end of the output, whichever comes last.
  let isHalfEnded = false
  const ended = new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Trouble(`Could not run ${command}: ${error.message}`)))
    child.once('exit', async (exitCode, signal) => {
      code = exitCode ?? SIGNAL_EXIT_CODES[signal] ?? 1
      if (isServer && stoppedBy) codeAfterStop = code
      // Before 'close': that one waits for everybody who holds the output, so for those left behind too.
      leftBehind = await sweep(child.pid, mark)
      if (isServer) for (const one of leftBehind) console.error(`${FORGOTTEN} ${one}`)
      if (isHalfEnded) resolve()
      isHalfEnded = true
    })
    child.once('close', () => {
      if (isHalfEnded) resolve()
      isHalfEnded = true
    })
  }).finally(() => running.delete(child))
  // finish() only wants to know that it ended; how it ended is told to our caller below.
  running.set(child, { patienceMs, ended: ended.catch(() => {}) })

  await ended
  if (stoppedBy) return new Promise(() => {}) // the stop decides how this run ends
  return { code, output: held, stdout, leftBehind }
}

/** Runs a program whose output matters only when it fails. */
export async function runQuietly(what, command, args, options = {}) {
  // Whoever reads it later may read it in a file.
  const env = { NO_COLOR: '1', FORCE_COLOR: '0', ...options.env }
  const result = await run(command, args, { ...options, env, output: 'hold' })
  if (result.code !== 0)
    throw new Trouble(`${result.output.trimEnd()}\n\n${what} failed (exit code ${result.code}).`)
  return result
}
