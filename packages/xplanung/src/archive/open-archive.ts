import { PassThrough, Transform, pipeline, type Readable } from 'node:stream'
import * as yauzl from 'yauzl'
import type { Limits } from '../limits.ts'
import type { Attachment } from '../plan/reading.ts'
import { Refused, type RefusalCode } from '../refusal.ts'
import { words } from '../words/words.ts'

/** A zip file whose directory was read and found harmless. */
export interface Archive {
  readonly entries: readonly Attachment[]
  /**
   * One entry, unpacked while it is read.
   *
   * @throws Refused `archive-damaged` when there is no such entry or it cannot be unpacked,
   *   `archive-bomb` (on the stream) when it becomes larger than it said
   */
  stream(path: string): Promise<Readable>
  close(): void
}

/**
 * Opens a zip file and checks its directory before anything is unpacked: how many entries, how large they say they
 * become, whether they lie on top of each other, and where they want to go.
 *
 * @param source the bytes, or the path of a file
 * @throws Refused with one of the archive codes
 */
export async function openArchive(source: Uint8Array | string, limits: Limits): Promise<Archive> {
  const zip = await openZip(source)
  try {
    if (zip.entryCount > limits.maxArchiveEntries) throw tooManyEntries(limits)
    const entries = await readDirectory(zip, limits)
    checkOverlaps([...entries.values()])
    return {
      entries: [...entries].map(([path, entry]) => ({ path, sizeBytes: entry.uncompressedSize })),
      stream: (path) => streamOf(zip, entries.get(path) ?? null, path),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

function openZip(source: Uint8Array | string): Promise<yauzl.ZipFile> {
  const options = {
    lazyEntries: true,
    autoClose: false,
    decodeStrings: false,
    validateEntrySizes: true,
  } as const
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, zip: yauzl.ZipFile) =>
      error ? reject(damaged(error.message)) : resolve(zip)
    if (typeof source === 'string') yauzl.open(source, options, done)
    else yauzl.fromBuffer(Buffer.from(source.buffer, source.byteOffset, source.byteLength), options, done)
  })
}

function readDirectory(zip: yauzl.ZipFile, limits: Limits): Promise<Map<string, yauzl.Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>()
    let seen = 0
    let total = 0
    zip.on('error', (error: Error) => reject(damaged(error.message)))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: yauzl.Entry) => {
      try {
        if (++seen > limits.maxArchiveEntries) throw tooManyEntries(limits)
        total += entry.uncompressedSize
        const path = checkEntry(entry, total, limits)
        if (path !== null) {
          if (entries.has(path)) throw damaged(`two entries are called ${path}`)
          entries.set(path, entry)
        }
        zip.readEntry()
      } catch (error) {
        reject(error instanceof Error ? error : damaged(String(error)))
      }
    })
    zip.readEntry()
  })
}

const FILE_TYPE = 0o170000
const SYMBOLIC_LINK = 0o120000
const MEGABYTE = 1024 * 1024

/** The path of an entry that is a file, null for folders and for what file managers leave behind. */
function checkEntry(entry: yauzl.Entry, totalBytes: number, limits: Limits): string | null {
  const raw = yauzl.getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileName as unknown as Buffer,
    entry.extraFields,
    false,
  )
  const path = raw.replaceAll('\\', '/')
  const shown = path.slice(0, 100)
  if (yauzl.validateFileName(path) !== null || path.includes('\0') || /(^|\/)\.\.?(\/|$)/.test(path)) {
    throw refuse(
      'archive-path',
      `Ein Eintrag will an eine Stelle außerhalb des Archivs: ${shown}`,
      `An entry wants to leave the archive: ${shown}`,
    )
  }
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK) {
    throw refuse(
      'archive-path',
      `Ein Eintrag ist eine Verknüpfung: ${shown}`,
      `An entry is a symbolic link: ${shown}`,
    )
  }
  if (entry.isEncrypted()) {
    throw refuse(
      'archive-encrypted',
      `Ein Eintrag ist verschlüsselt: ${shown}`,
      `An entry is encrypted: ${shown}`,
    )
  }
  const { uncompressedSize, compressedSize } = entry
  const isTooDense = uncompressedSize > MEGABYTE && uncompressedSize > compressedSize * limits.maxPackingRatio
  if (totalBytes > limits.maxUnpackedBytes || isTooDense) throw bomb(shown)
  return path.endsWith('/') || /^__MACOSX\/|(^|\/)(\.DS_Store|Thumbs\.db)$/i.test(path) ? null : path
}

/** Entries that share bytes are how a small archive becomes endless. */
function checkOverlaps(entries: readonly yauzl.Entry[]): void {
  const HEADER_BYTES = 30
  const sorted = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  for (const [index, entry] of sorted.entries()) {
    const next = sorted[index + 1]
    const end = entry.relativeOffsetOfLocalHeader + HEADER_BYTES + entry.fileNameLength + entry.compressedSize
    if (next && next.relativeOffsetOfLocalHeader < end) {
      throw refuse(
        'archive-bomb',
        'Einträge des Archivs überlappen einander.',
        'Entries of the archive overlap each other.',
      )
    }
  }
}

function streamOf(zip: yauzl.ZipFile, entry: yauzl.Entry | null, path: string): Promise<Readable> {
  return new Promise((resolve, reject) => {
    if (!entry) {
      reject(damaged(`there is no entry ${path}`))
      return
    }
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(damaged(error.message))
        return
      }
      // What the stream says goes through a sieve, so that whoever reads it meets a reason and not an errno.
      const out = new PassThrough()
      stream.on('error', (cause: Error) => {
        out.destroy(/too many bytes/.test(cause.message) ? bomb(path) : damaged(`${path}: ${cause.message}`))
      })
      out.on('close', () => stream.destroy())
      pipeline(stream, guard(entry.uncompressedSize, path), out, () => undefined)
      resolve(out)
    })
  })
}

/** Counts what really comes out; the size in the directory is only a promise. */
function guard(promisedBytes: number, path: string): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.byteLength
      if (bytes > promisedBytes) done(bomb(path))
      else done(null, chunk)
    },
  })
}

const refuse = (code: RefusalCode, de: string, en: string) => new Refused(code, null, words(de, en))

const damaged = (reason: string) =>
  refuse('archive-damaged', `Das Archiv ist beschädigt (${reason}).`, `The archive is damaged (${reason}).`)

const bomb = (path: string) =>
  refuse(
    'archive-bomb',
    `Ein Eintrag wird beim Entpacken zu groß: ${path}`,
    `An entry becomes too large when unpacked: ${path}`,
  )

const tooManyEntries = ({ maxArchiveEntries }: Limits) =>
  refuse(
    'archive-bomb',
    `Das Archiv hat mehr als ${maxArchiveEntries} Einträge.`,
    `The archive has more than ${maxArchiveEntries} entries.`,
  )
