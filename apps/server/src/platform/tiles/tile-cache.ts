import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** About 1 GB of a base map: the whole town down to zoom 16 in both themes and densities. */
const FILES_MOST = 30_000

/** A tile's place in the folder, such as `light/14/8775/5501.png`. */
type Name = string

export type TileCache = {
  read(name: Name): Promise<Buffer | undefined>
  /** Keeps a tile for the next time; never throws, a full disk only makes the map slower. */
  keep(name: Name, image: Buffer): Promise<void>
}

/**
 * Tiles on disk, by the version of their style.
 *
 * @param folder is created when needed; versions other than the present one are removed.
 * @param filesMost beyond it nothing more is kept: a visitor who walks every zoom must not fill the disk.
 */
export function tileCache(folder: string, version: string, filesMost = FILES_MOST): TileCache {
  const current = join(folder, `v${version}`)
  let files: Promise<number> | undefined
  let kept = 0

  return {
    async read(name) {
      try {
        return await readFile(join(current, name))
      } catch {
        return undefined
      }
    },
    async keep(name, image) {
      try {
        files ??= clear(folder, current)
        if ((await files) + kept >= filesMost) return
        kept += 1
        const file = join(current, name)
        await mkdir(dirname(file), { recursive: true })
        // Written aside and renamed: a reader sees the whole file or none.
        const aside = join(dirname(file), `.${randomUUID()}.part`)
        await writeFile(aside, image)
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
    if (/\.(png|webp)$/.test(entry)) files += 1
    else if (entry.endsWith('.part')) await rm(join(current, entry), { force: true })
  }
  return files
}
