import { createReadStream, mkdirSync } from 'node:fs'
import { open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Id } from '@mitsprache/terms'
import { isMissing, orDiskFull } from './disk.ts'

/** `whole` when the content came to its end, `cut` when the line broke, `tooLong` when more came than announced. */
export type Appended = { sizeBytes: number; ended: 'whole' | 'cut' | 'tooLong' }

/** Where files arrive, piece by piece, before anybody has looked at them. Nothing is ever served from here. */
export type Quarantine = {
  /** Bytes that are there already; 0 before the first. */
  sizeOf(id: Id): Promise<number>
  /**
   * Adds content at `offset`, which must be the present size. What arrived before the line broke stays;
   * what came too much, or found the disk full, leaves the file as it was.
   *
   * @throws DiskFull
   */
  append(id: Id, offset: number, mostBytes: number, content: AsyncIterable<Uint8Array>): Promise<Appended>
  /** One at a time for each file: null when somebody else is at it. */
  exclusively<T>(id: Id, work: () => Promise<T>): Promise<T | null>
  pathOf(id: Id): string
  read(id: Id): AsyncIterable<Uint8Array>
  discard(id: Id): Promise<void>
  list(): Promise<{ id: Id; changedAt: Date }[]>
}

export function openQuarantine(folder: string): Quarantine {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const busy = new Set<Id>()
  const pathOf = (id: Id) => join(folder, id)

  return {
    pathOf,
    async sizeOf(id) {
      try {
        return (await stat(pathOf(id))).size
      } catch (cause) {
        if (isMissing(cause)) return 0
        throw cause
      }
    },
    append: (id, offset, mostBytes, content) => appendTo(pathOf(id), offset, mostBytes, content),
    async exclusively(id, work) {
      if (busy.has(id)) return null
      busy.add(id)
      try {
        return await work()
      } finally {
        busy.delete(id)
      }
    },
    read: (id) => createReadStream(pathOf(id)),
    discard: (id) => rm(pathOf(id), { force: true }),
    async list() {
      const found = await Promise.all(
        (await readdir(folder)).map((id) =>
          stat(pathOf(id)).then(
            (file) => ({ id, changedAt: file.mtime }),
            () => null,
          ),
        ),
      )
      return found.filter((file) => file !== null)
    },
  }
}

async function appendTo(
  path: string,
  offset: number,
  mostBytes: number,
  content: AsyncIterable<Uint8Array>,
): Promise<Appended> {
  let position = offset
  const handle = await open(path, offset ? 'r+' : 'w', 0o600).catch((cause) => {
    throw orDiskFull(cause)
  })
  // A device that is full may refuse even this; the next part then finds the wrong offset and says so.
  const undo = () => handle.truncate(offset).catch(() => {})
  try {
    for await (const chunk of arriving(content)) {
      if (chunk === 'cut') {
        await handle.datasync()
        return { sizeBytes: position, ended: 'cut' }
      }
      if (position + chunk.length > offset + mostBytes) {
        await undo()
        return { sizeBytes: offset, ended: 'tooLong' }
      }
      await writeAll(handle, chunk, position)
      position += chunk.length
    }
    await handle.datasync()
    return { sizeBytes: position, ended: 'whole' }
  } catch (cause) {
    await undo()
    throw orDiskFull(cause)
  } finally {
    await handle.close()
  }
}

/** The content, with a broken line told apart from a broken disk. */
async function* arriving(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | 'cut'> {
  try {
    for await (const chunk of content) yield chunk
  } catch {
    yield 'cut'
  }
}

async function writeAll(
  handle: Awaited<ReturnType<typeof open>>,
  chunk: Uint8Array,
  at: number,
): Promise<void> {
  for (let done = 0; done < chunk.length;) {
    const { bytesWritten } = await handle.write(chunk, done, chunk.length - done, at + done)
    done += bytesWritten
  }
}
