import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { composed, type Affine } from '../affine.ts'
import { orDiskFull } from '../files/disk.ts'
import type { FileStore } from '../files/index.ts'
import {
  isRasterRefusal,
  runRasterProgram,
  type RasterFormat,
  type RasterRefusal,
} from './run-raster-program.ts'

/** A page of a file in the store. */
export type RasterSource = { sha256: Buffer; page: number; format: RasterFormat }

export type Raster = {
  widthPx: number
  heightPx: number
  /** Where it says itself that it lies: a code of EPSG, and the way from its pixels to that system. */
  place: { epsg: number; way: Affine } | null
}

type Built = Raster & { source: { width: number; height: number } }

/**
 * Pictures cut into tiles, in a folder of their own each. It may be emptied at any time: what is missing is cut
 * again from the file.
 */
export type RasterShelf = {
  /** @throws DiskFull, leaving nothing behind. */
  obtain(source: RasterSource): Promise<Raster | RasterRefusal>
  folderOf(source: Pick<RasterSource, 'sha256' | 'page'>): string
  /** Removes pictures of files that are no longer kept. */
  sweep(isKept: (sha256: Buffer) => Promise<boolean>): Promise<number>
}

export function openRasterShelf(folder: string, store: FileStore): RasterShelf {
  const underWay = new Map<string, Promise<Raster | RasterRefusal>>()
  const nameOf = ({ sha256, page }: Pick<RasterSource, 'sha256' | 'page'>) =>
    `${sha256.toString('hex')}-${page}`

  async function cut(source: RasterSource): Promise<Raster | RasterRefusal> {
    const aside = join(folder, `incoming-${randomUUID()}`)
    try {
      await mkdir(aside, { recursive: true, mode: 0o700 })
      const content = await store.get(source.sha256)
      if (!content) throw new Error('A registered file is missing from the store.')
      const file = join(aside, 'source')
      await pipeline(content, createWriteStream(file, { mode: 0o600 }))
      const { format, page } = source
      const built = await runRasterProgram<Built>({ work: 'build', file, format, page, folder: aside })
      if (isRasterRefusal(built)) return built
      const raster = inKeptPixels(built)
      await rm(file)
      await writeFile(join(aside, 'raster.json'), JSON.stringify(raster))
      // Moved in one step: a folder is there with all its tiles, or not at all.
      await rename(aside, join(folder, nameOf(source)))
      return raster
    } catch (cause) {
      throw orDiskFull(cause)
    } finally {
      await rm(aside, { recursive: true, force: true })
    }
  }

  return {
    folderOf: (source) => join(folder, nameOf(source)),
    async obtain(source) {
      const name = nameOf(source)
      const kept = await readFile(join(folder, name, 'raster.json'), 'utf8').catch(() => null)
      if (kept) return JSON.parse(kept) as Raster
      const already = underWay.get(name)
      if (already) return already
      const mine = cut(source).finally(() => underWay.delete(name))
      underWay.set(name, mine)
      return mine
    },
    async sweep(isKept) {
      let swept = 0
      for (const name of await readdir(folder).catch(() => [] as string[])) {
        const [, hex] = /^([0-9a-f]{64})-\d+$/.exec(name) ?? []
        // What a crash left half-made; a day is longer than any cutting takes.
        const isOld = !hex && (await isOlderThanADay(join(folder, name)))
        if (hex ? await isKept(Buffer.from(hex, 'hex')) : !isOld) continue
        await rm(join(folder, name), { recursive: true, force: true })
        swept += 1
      }
      return swept
    },
  }
}

const isOlderThanADay = async (path: string) =>
  Date.now() - (await stat(path).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs > 86_400_000

/** A picture that was too large is kept smaller: the way from its pixels begins with growing again. */
function inKeptPixels({ widthPx, heightPx, place, source }: Built): Raster {
  const grow: Affine = [source.width / widthPx, 0, 0, 0, source.height / heightPx, 0]
  return { widthPx, heightPx, place: place && { ...place, way: composed(place.way, grow) } }
}
