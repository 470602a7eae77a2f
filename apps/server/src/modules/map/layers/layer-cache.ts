import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Id } from '@mitsprache/terms'

/** Which layer, in which version, and what of it, such as `14-8775-5501`. */
export type CacheKey = { tenantId: Id; id: Id; version: number; part: string }
export type Kept = { content: Buffer; type: string; sha256: string; ageMs: number }

export type LayerCache = {
  read(key: CacheKey): Promise<Kept | undefined>
  /** Never throws: a full disk only makes the map slower. */
  keep(key: CacheKey, content: Buffer, type: string): Promise<string>
  /** Forgets what is too old, what belongs to no layer, and the oldest of what is too much. */
  sweep(
    isThere?: (layer: { tenantId: Id; id: Id; version: number }) => boolean,
  ): Promise<{ layers: number; contents: number }>
}

/** What could not be fetched again is shown from here for so long. */
export const KEPT_MOST_MS = 7 * 24 * 60 * 60 * 1000
const SHA256 = /^[0-9a-f]{64}$/
const LAYER = /^([0-9a-f-]{36})\.(\d+)$/

/**
 * Answers of other servers on disk. A content lies there once, under its hash, however many tiles look the same (most
 * of a layer is often empty); small files name it for each tile.
 *
 * @param folder is created when needed and may be emptied at any time.
 * @param bytesMost of contents; beyond it the oldest go.
 */
export function layerCache(folder: string, bytesMost: number): LayerCache {
  const contents = join(folder, 'contents')
  const names = join(folder, 'names')
  const contentOf = (sha256: string) => join(contents, sha256.slice(0, 2), sha256)
  const layerFolder = ({ tenantId, id, version }: Omit<CacheKey, 'part'>) =>
    join(names, tenantId, `${id}.${version}`)
  /** Bytes there are, counted at the first use and estimated from there on. */
  let bytes: number | undefined
  let sweeping: Promise<{ layers: number; contents: number }> | undefined

  async function sweepOnce(isThere?: Parameters<LayerCache['sweep']>[0]) {
    const swept = { layers: 0, contents: 0 }
    const named: { path: string; at: number; sha256: string }[] = []
    for (const tenantId of await list(names)) {
      for (const name of await list(join(names, tenantId))) {
        const path = join(names, tenantId, name)
        const [, id, version] = LAYER.exec(name) ?? []
        if (!id || (isThere && !isThere({ tenantId: tenantId, id: id, version: Number(version) }))) {
          await rm(path, { recursive: true, force: true })
          swept.layers += 1
          continue
        }
        for (const part of await list(path)) {
          const file = join(path, part)
          const [at, text] = await Promise.all([
            stat(file).then(
              ({ mtimeMs }) => mtimeMs,
              () => 0,
            ),
            readFile(file, 'utf8').catch(() => ''),
          ])
          const sha256 = text.split(' ')[0]!
          if (Date.now() - at > KEPT_MOST_MS || !SHA256.test(sha256)) await rm(file, { force: true })
          else named.push({ path: file, at, sha256 })
        }
      }
      if (!(await list(join(names, tenantId))).length)
        await rm(join(names, tenantId), { recursive: true, force: true })
    }
    named.sort((a, b) => b.at - a.at)
    const wanted = new Set<string>()
    let total = 0
    // The newest first; somewhat less than may be, so that not every tile from now on begins a sweep.
    for (const { path, sha256 } of named) {
      if (wanted.has(sha256)) continue
      const size = await sizeOf(contentOf(sha256))
      if (total + size > bytesMost * 0.8) await rm(path, { force: true })
      else {
        wanted.add(sha256)
        total += size
      }
    }
    for (const shelf of await list(contents))
      for (const sha256 of await list(join(contents, shelf)))
        if (!wanted.has(sha256) && !(await isFresh(join(contents, shelf, sha256)))) {
          await rm(join(contents, shelf, sha256), { force: true })
          swept.contents += 1
        }
    bytes = total
    return swept
  }
  const sweep: LayerCache['sweep'] = (isThere) => {
    if (isThere) return (sweeping ?? Promise.resolve()).then(() => sweepOnce(isThere))
    sweeping ??= sweepOnce().finally(() => (sweeping = undefined))
    return sweeping
  }

  return {
    async read(key) {
      try {
        const file = join(layerFolder(key), key.part)
        const [text, { mtimeMs }] = await Promise.all([readFile(file, 'utf8'), stat(file)])
        const [sha256 = '', type = ''] = text.split(' ')
        if (!SHA256.test(sha256)) return undefined
        return { content: await readFile(contentOf(sha256)), type, sha256, ageMs: Date.now() - mtimeMs }
      } catch {
        return undefined
      }
    },
    async keep(key, content, type) {
      const sha256 = createHash('sha256').update(content).digest('hex')
      try {
        bytes ??= await measure(contents)
        const file = contentOf(sha256)
        if (!(await sizeOf(file))) {
          await writeWhole(file, content)
          bytes += content.length
        }
        await writeWhole(join(layerFolder(key), key.part), `${sha256} ${type}`)
        if (bytes > bytesMost) await sweep()
      } catch {
        // It was fetched and is on its way; keeping it is only for the next one who asks.
      }
      return sha256
    },
    sweep,
  }
}

/** Written a moment ago: its name may still be on the way. */
const isFresh = (path: string) =>
  stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs < 10_000,
    () => false,
  )
const list = (path: string) => readdir(path).catch(() => [] as string[])
const sizeOf = (path: string) =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )

async function measure(folder: string): Promise<number> {
  let bytes = 0
  for (const shelf of await list(folder))
    for (const name of await list(join(folder, shelf))) bytes += await sizeOf(join(folder, shelf, name))
  return bytes
}

/** Aside and renamed: a reader sees the whole file or none. */
async function writeWhole(file: string, content: Buffer | string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const aside = `${file}.${randomUUID()}.part`
  await writeFile(aside, content)
  await rename(aside, file)
}
