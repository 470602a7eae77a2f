import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inRoot } from './paths.mjs'
import { say } from './say.mjs'

/** Made by a build or by a run, so never a reason to build again. */
const MADE_FOLDERS = new Set(['node_modules', 'dist', 'var', 'coverage', 'generated', 'gql'])

/** Every source file below a path of the repository (or the path itself), sorted. */
export function filesBelow(path) {
  const full = inRoot(path)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  return readdirSync(full, { withFileTypes: true })
    .filter((entry) => !MADE_FOLDERS.has(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)]))
    .sort()
}

/** One hash over the names and contents of files; times play no part, so a fresh clone can trust it. */
export function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesBelow)) hash.update(`${path}\0`).update(readFileSync(inRoot(path)))
  return hash.digest('hex')
}

/** Whether the work that left this stamp was done on exactly these files. */
export const isStamped = (stampPath, hash) =>
  existsSync(inRoot(stampPath)) && readFileSync(inRoot(stampPath), 'utf8') === hash

export function stamp(stampPath, hash) {
  mkdirSync(dirname(inRoot(stampPath)), { recursive: true })
  writeFileSync(inRoot(stampPath), hash)
}

/** Work that is cut short leaves no stamp of its predecessor behind. */
export const unstamp = (stampPath) => rmSync(inRoot(stampPath), { force: true })

const LOCK = 'node_modules/.run-lock'

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Installing and building happen one run at a time; `npm test` beside a starting `npm start` waits. */
export async function alone(work) {
  const path = inRoot(LOCK)
  mkdirSync(dirname(path), { recursive: true })
  for (let told = false; ;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    // An empty file was just made by somebody who is about to write his number into it.
    const holder = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0
    if (holder && !isAlive(holder)) rmSync(path, { force: true })
    else if (!told) {
      say('Waiting for another run in this folder that is installing or building …')
      told = true
    }
    await sleep(200)
  }
  const release = () => rmSync(path, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.removeListener('exit', release)
    release()
  }
}
