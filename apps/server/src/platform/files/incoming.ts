import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Stored } from './file-store.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Where a content is put together before it has its name. */
export type Incoming = {
  /** A name nobody else has. */
  newPath(): string
  /** Writes all of it to `path`, synced to the disk, and tells its hash. */
  write(path: string, content: AsyncIterable<Uint8Array>): Promise<Stored>
  /** Removes what was there when a server was killed. */
  sweep(): Promise<void>
}

export function openIncoming(folder: string): Incoming {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return {
    newPath: () => join(folder, randomBytes(16).toString('hex')),
    async write(path, content) {
      const hash = createHash('sha256')
      let sizeBytes = 0
      const handle = await open(path, 'wx', 0o600)
      try {
        for await (const chunk of content) {
          hash.update(chunk)
          await handle.writeFile(chunk)
          sizeBytes += chunk.length
        }
        await handle.sync()
      } finally {
        await handle.close()
      }
      return { sha256: hash.digest(), sizeBytes }
    },
    async sweep() {
      for (const name of await readdir(folder)) {
        const found = await stat(join(folder, name)).catch(() => null)
        if (found && found.mtimeMs < Date.now() - DAY_MS) await rm(join(folder, name), { force: true })
      }
    },
  }
}
