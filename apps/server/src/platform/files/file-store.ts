import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { isMissing, orDiskFull, syncFolder } from './disk.ts'
import { openIncoming } from './incoming.ts'

export type Stored = { sha256: Buffer; sizeBytes: number }

/** Contents under their own hash. What is in it was checked; who may read it is not its business. */
export type FileStore = {
  /** @throws DiskFull, leaving nothing behind. */
  put(content: AsyncIterable<Uint8Array>): Promise<Stored>
  /** Null when it is not there. */
  get(sha256: Buffer): Promise<Readable | null>
  /** Bytes `first` to `last`, both included. */
  range(sha256: Buffer, first: number, last: number): Promise<Readable | null>
  /**
   * @param storedBefore leaves what was stored, or stored again, since then.
   * @returns whether it was there and is gone.
   */
  delete(sha256: Buffer, storedBefore?: Date): Promise<boolean>
  list(): AsyncIterable<{ sha256: Buffer; storedAt: Date }>
}

/**
 * A store in a folder: `ab/<hash>`, put together under `incoming` and moved in one step, so that a name
 * always stands for its whole content, even after a power cut.
 */
export function openFileStore(folder: string): FileStore {
  const incoming = openIncoming(join(folder, 'incoming'))
  const folderOf = (hex: string) => join(folder, hex.slice(0, 2))
  const pathOf = (sha256: Buffer) => join(folderOf(sha256.toString('hex')), sha256.toString('hex'))

  const read = async (sha256: Buffer, range: { start?: number; end?: number }) => {
    try {
      const handle = await open(pathOf(sha256), 'r')
      return handle.createReadStream({ ...range, autoClose: true })
    } catch (cause) {
      if (isMissing(cause)) return null
      throw cause
    }
  }

  return {
    async put(content) {
      const path = incoming.newPath()
      try {
        const stored = await incoming.write(path, content)
        const hex = stored.sha256.toString('hex')
        if (await mkdir(folderOf(hex), { recursive: true, mode: 0o700 })) await syncFolder(folder)
        // Over a twin it is the same content with a new date: it counts as just stored.
        await rename(path, pathOf(stored.sha256))
        await syncFolder(folderOf(hex))
        return stored
      } catch (cause) {
        await rm(path, { force: true })
        throw orDiskFull(cause)
      }
    },
    get: (sha256) => read(sha256, {}),
    range: (sha256, first, last) => read(sha256, { start: first, end: last }),
    async delete(sha256, storedBefore = new Date(8.64e15)) {
      const path = pathOf(sha256)
      const aside = incoming.newPath()
      try {
        if ((await stat(path)).mtime >= storedBefore) return false
        // Stored again between the look and the deletion, it would be lost: taken aside, it can be put back.
        await rename(path, aside)
        if ((await stat(aside)).mtime >= storedBefore) {
          await rename(aside, path)
          return false
        }
        await rm(aside, { force: true })
        return true
      } catch (cause) {
        if (isMissing(cause)) return false
        throw cause
      }
    },
    async *list() {
      await incoming.sweep()
      for (const part of await readdir(folder)) {
        if (!/^[0-9a-f]{2}$/.test(part)) continue
        for (const name of await readdir(join(folder, part))) {
          const found = await stat(join(folder, part, name)).catch(() => null)
          if (found && /^[0-9a-f]{64}$/.test(name))
            yield { sha256: Buffer.from(name, 'hex'), storedAt: found.mtime }
        }
      }
    },
  }
}
