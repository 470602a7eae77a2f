import { createHash, randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { orDiskFull, syncFolder } from './disk.ts'

export type Added = { sha256: string; sizeBytes: number }

export type Archive = {
  /**
   * Writes one content after the other, as it comes.
   *
   * @param isPacked leave it out for what is packed already: documents, pictures.
   */
  add(name: string, content: AsyncIterable<Uint8Array>, isPacked?: boolean): Promise<Added>
}

/**
 * Writes a ZIP under a name of its own and gives it the wanted one when it is whole and on the disk. However it fails,
 * nothing is left.
 *
 * @param at the date of everything in it.
 * @throws DiskFull, and whatever `fill` throws.
 */
export async function writeArchive(
  path: string,
  at: Date,
  fill: (archive: Archive) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`)
  const zip = new ZipFile()
  // Whoever adds hears it from the content itself.
  zip.on('error', () => {})
  const output = zip.outputStream as Readable
  const written = pipeline(output, createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }), {
    signal,
  })
  const failed = written.then(() => new Promise<never>(() => {}))
  failed.catch(() => {})
  try {
    await fill({ add: (...content) => addTo(zip, at, failed, ...content) })
    zip.end()
    await written
    await rename(draft, path)
    await syncFolder(dirname(path))
  } catch (cause) {
    output.destroy()
    await written.catch(() => {})
    await rm(draft, { force: true })
    throw orDiskFull(cause)
  }
}

async function addTo(
  zip: ZipFile,
  mtime: Date,
  failed: Promise<never>,
  name: string,
  content: AsyncIterable<Uint8Array>,
  isPacked = false,
): Promise<Added> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  async function* counted() {
    for await (const chunk of content) {
      hash.update(chunk)
      sizeBytes += chunk.length
      yield chunk
    }
  }
  // The archive remembers whom to ask for each content until it ends; it shall not remember the content.
  let stream: Readable | null = Readable.from(counted(), { objectMode: false })
  try {
    zip.addReadStreamLazy(name, { mtime, mode: 0o100600, compress: !isPacked }, (give) => give(null, stream!))
    await Promise.race([finished(stream), failed])
  } finally {
    stream.destroy()
    stream = null
  }
  return { sha256: hash.digest('hex'), sizeBytes }
}
