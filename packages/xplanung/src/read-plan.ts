import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { findPlan } from './archive/find-plan.ts'
import { openArchive } from './archive/open-archive.ts'
import { Findings } from './findings.ts'
import { DEFAULT_LIMITS, type Limits } from './limits.ts'
import { readXml } from './plan/read-xml.ts'
import type { Reading } from './plan/reading.ts'
import { Refused } from './refusal.ts'
import { words } from './words/words.ts'
import { tooLarge, type ByteSource } from './xml/decode.ts'

export interface ReadOptions {
  readonly limits?: Partial<Limits>
  /** the answer to a `which-crs` question, such as `EPSG:25833`: counts instead of whatever the file says */
  readonly assumeCrs?: string
  /** the answer to a `which-entry` question: a path inside the archive */
  readonly entry?: string
  /** metres between an arc and the straight pieces drawn for it; 0.01 unless said otherwise */
  readonly arcToleranceM?: number
}

const DEFAULT_ARC_TOLERANCE_M = 0.01

/**
 * Reads a plan in XPlanGML 4.0 to 6.x, or a zip file with one and its attachments.
 *
 * Geometries come back in EPSG:4326 as [lon, lat]. Everything that was wrong, repaired or assumed is told in
 * `findings`; what cannot be read comes back as a refusal with its reason and line, never as an exception.
 *
 * @param source the bytes, whole or in pieces; a zip file in pieces is gathered first
 * @returns the plans of the file, or why it was refused
 */
export function readPlan(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): Promise<Reading> {
  return answering(async (findings) => {
    const limits = { ...DEFAULT_LIMITS, ...options.limits }
    if (source instanceof Uint8Array) {
      return isZip(source)
        ? readArchive(source, options, limits, findings)
        : readPlain([source], options, limits, findings)
    }
    const iterator = source[Symbol.asyncIterator]()
    const head: Uint8Array[] = []
    let length = 0
    while (length < ZIP_MARK.length) {
      const next = await iterator.next()
      if (next.done) break
      head.push(next.value)
      length += next.value.byteLength
    }
    const all = following(head, iterator)
    if (!isZip(Buffer.concat(head))) return readPlain(all, options, limits, findings)
    return readArchive(await gathered(all, limits.maxArchiveBytes), options, limits, findings)
  })
}

/**
 * Reads a plan from a file, streaming; see {@link readPlan}.
 *
 * @param path of a GML or zip file
 */
export function readPlanFile(path: string, options: ReadOptions = {}): Promise<Reading> {
  return answering(async (findings) => {
    const limits = { ...DEFAULT_LIMITS, ...options.limits }
    const { head, sizeBytes } = await headOf(path)
    if (!isZip(head)) return readPlain(createReadStream(path), options, limits, findings)
    if (sizeBytes > limits.maxArchiveBytes) throw tooLarge(limits.maxArchiveBytes)
    return readArchive(path, options, limits, findings)
  })
}

/**
 * One attachment of a zip file, unpacked under the limits.
 *
 * @param source the bytes of the archive, or its path
 * @param path as in `archive.attachments` or `PlanDocument.archivePath`
 * @returns its bytes, or why they cannot be had
 */
export async function readAttachment(
  source: Uint8Array | string,
  path: string,
  options: Pick<ReadOptions, 'limits'> = {},
): Promise<Uint8Array | Extract<Reading, { ok: false }>> {
  let bytes: Uint8Array | null = null
  const reading = await answering(async () => {
    const limits = { ...DEFAULT_LIMITS, ...options.limits }
    const archive = await openArchive(source, limits)
    try {
      bytes = await gathered(await archive.stream(path), limits.maxUnpackedBytes)
    } finally {
      archive.close()
    }
    return null
  })
  return bytes ?? (reading as Extract<Reading, { ok: false }>)
}

const ZIP_MARK = [0x50, 0x4b]
const isZip = (head: Uint8Array): boolean => ZIP_MARK.every((byte, index) => head[index] === byte)

/** Turns what the package throws inside into the answer it gives outside. */
async function answering<T>(
  work: (findings: Findings) => Promise<T>,
): Promise<T | Extract<Reading, { ok: false }>> {
  const findings = new Findings()
  try {
    return await work(findings)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { code, line, words: message, question } = error
    return { ok: false, code, line, message, question, findings: findings.all() }
  }
}

const readPlain = (
  source: ByteSource,
  options: ReadOptions,
  limits: Limits,
  findings: Findings,
): Promise<Reading> => readXml(source, settingsOf(options, limits), findings)

async function readArchive(
  source: Uint8Array | string,
  options: ReadOptions,
  limits: Limits,
  findings: Findings,
): Promise<Reading> {
  const archive = await openArchive(source, limits)
  try {
    const entry = await findPlan(archive, options.entry ?? null)
    const attachments = archive.entries.filter(({ path }) => path !== entry)
    const settings = { ...settingsOf(options, limits), archive: { entry, attachments } }
    return await readXml(await archive.stream(entry), settings, findings)
  } finally {
    archive.close()
  }
}

const settingsOf = (options: ReadOptions, limits: Limits) => ({
  limits,
  assumeCrs: options.assumeCrs ?? null,
  arcToleranceM: Math.max(0.0001, options.arcToleranceM ?? DEFAULT_ARC_TOLERANCE_M),
  archive: null,
})

async function headOf(path: string): Promise<{ head: Uint8Array; sizeBytes: number }> {
  try {
    const file = await open(path, 'r')
    try {
      const { size } = await file.stat()
      const { buffer, bytesRead } = await file.read(Buffer.alloc(ZIP_MARK.length), 0, ZIP_MARK.length, 0)
      return { head: buffer.subarray(0, bytesRead), sizeBytes: size }
    } finally {
      await file.close()
    }
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'error'
    throw new Refused(
      'not-found',
      null,
      words(`Die Datei lässt sich nicht öffnen (${reason}).`, `The file cannot be opened (${reason}).`),
    )
  }
}

async function* following(
  head: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* head
  try {
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

async function gathered(source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of source) {
    total += chunk.byteLength
    if (total > maxBytes) throw tooLarge(maxBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
