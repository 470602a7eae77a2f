import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { TileAddress } from './draw-tile.ts'
import { TILE_STYLE_VERSION } from './style.ts'

/** About 1 GB: the whole town down to zoom 16 in both themes and densities. */
const FILES_MOST = 30_000

export type TileCache = {
  read(tile: TileAddress): Promise<Buffer | undefined>
  /** Keeps a tile for the next time; never throws, a full disk only makes the map slower. */
  keep(tile: TileAddress, png: Buffer): Promise<void>
}

/**
 * Tiles on disk, by style version.
 *
 * @param folder is created when needed; versions before the present one are removed.
 * @param filesMost beyond it nothing more is kept: a visitor who walks every zoom must not fill the disk.
 */
export function tileCache(folder: string, filesMost = FILES_MOST): TileCache {
  const current = join(folder, `v${TILE_STYLE_VERSION}`)
  let files: Promise<number> | undefined
  let kept = 0

  const fileOf = ({ z, x, y, theme, scale }: TileAddress) =>
    join(current, theme, String(z), String(x), `${y}${scale === 2 ? '@2x' : ''}.png`)

  return {
    async read(tile) {
      try {
        return await readFile(fileOf(tile))
      } catch {
        return undefined
      }
    },
    async keep(tile, png) {
      try {
        files ??= clear(folder, current)
        if ((await files) + kept >= filesMost) return
        kept += 1
        const file = fileOf(tile)
        await mkdir(dirname(file), { recursive: true })
        // Written aside and renamed: a reader sees the whole file or none.
        const aside = join(dirname(file), `.${randomUUID()}.part`)
        await writeFile(aside, png)
        await rename(aside, file).catch(async (fault: unknown) => {
          await rm(aside, { force: true })
          throw fault
        })
      } catch {
        // The tile was drawn and is on its way; keeping it is only for the next one who asks.
      }
    },
  }
}

/** Removes older versions and what a crash left half-written; tells how many files there are. */
async function clear(folder: string, current: string): Promise<number> {
  const versions = await readdir(folder).catch(() => [] as string[])
  for (const version of versions)
    if (/^v\d+$/.test(version) && join(folder, version) !== current)
      await rm(join(folder, version), { recursive: true, force: true })
  const entries = await readdir(current, { recursive: true }).catch(() => [] as string[])
  let files = 0
  for (const entry of entries) {
    if (entry.endsWith('.png')) files += 1
    else if (entry.endsWith('.part')) await rm(join(current, entry), { force: true })
  }
  return files
}
