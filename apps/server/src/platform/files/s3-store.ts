import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable, Transform, type TransformCallback } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { StartProblem } from '../start-problem.ts'
import { DiskFull, orDiskFull } from './disk.ts'
import type { FileStore, Stored } from './file-store.ts'
import { openIncoming } from './incoming.ts'

export type S3Settings = {
  /** Endpoint of the service, not of the bucket. */
  url: string
  region: string
  bucket: string
  keyId: string
  secretKey: string
}

const TRIES = 4
const MINUTE_MS = 60_000
/** Nobody reads them in the bucket; what they are is told where they are served. */
const TYPE = 'application/octet-stream'
const FULL = new Set(['QuotaExceeded', 'XMinioStorageFull', 'InsufficientStorage'])

type Failure = { name?: string; $metadata?: { httpStatusCode?: number } }
const statusOf = (cause: unknown) => (cause as Failure).$metadata?.httpStatusCode

/**
 * A store in a bucket that servers share: `ab/<hash>`.
 *
 * A content comes with its hash as its checksum, so that what was spoiled on the way is refused by the service; read
 * as a whole it is compared again. It is put together in a local folder first, because its hash is its name.
 *
 * @param incomingFolder on this server's disk.
 * @throws StartProblem when the bucket cannot be used.
 */
export async function openS3Store(settings: S3Settings, incomingFolder: string): Promise<FileStore> {
  const { url, region, bucket: Bucket, keyId, secretKey } = settings
  const incoming = openIncoming(incomingFolder)
  const client = new S3Client({
    endpoint: url,
    region,
    credentials: { accessKeyId: keyId, secretAccessKey: secretKey },
    forcePathStyle: true,
    // Ours is SHA-256; a second one in chunks is what many services do not know.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // What fails is thrown here and told once, by whoever asked.
    logger: { trace() {}, debug() {}, info() {}, warn() {}, error() {} },
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
  })
  // Part of the signature, and so checked by every service, with or without checksums of its own.
  client.middlewareStack.add(
    (next) => (args) => {
      const { ChecksumSHA256 } = args.input as { ChecksumSHA256?: string }
      const { headers } = args.request as { headers: Record<string, string> }
      if (ChecksumSHA256)
        headers['x-amz-content-sha256'] = Buffer.from(ChecksumSHA256, 'base64').toString('hex')
      return next(args)
    },
    { step: 'build', name: 'contentHash' },
  )
  try {
    await client.send(new HeadBucketCommand({ Bucket }))
  } catch (cause) {
    const why = statusOf(cause) ?? (cause as NodeJS.ErrnoException).code ?? (cause as Error).name
    throw new StartProblem(
      `The bucket ${Bucket} at ${url} cannot be used (${why}). Look at FILES_S3_URL, FILES_S3_BUCKET and the keys.`,
    )
  }

  const keyOf = (sha256: Buffer) => `${sha256.toString('hex').slice(0, 2)}/${sha256.toString('hex')}`

  const read = async (sha256: Buffer, Range?: string): Promise<Readable | null> => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: keyOf(sha256), Range }))
      return Body as Readable
    } catch (cause) {
      if (statusOf(cause) === 404) return null
      if (statusOf(cause) === 416) return Readable.from([])
      throw cause
    }
  }

  /** A service that knows no conditions stores the same content again. */
  const putOnce = async (path: string, { sha256, sizeBytes }: Stored, isConditional: boolean) => {
    await client.send(
      new PutObjectCommand({
        Bucket,
        Key: keyOf(sha256),
        Body: createReadStream(path),
        ContentLength: sizeBytes,
        ChecksumSHA256: sha256.toString('base64'),
        ContentType: TYPE,
        IfNoneMatch: isConditional ? '*' : undefined,
      }),
    )
  }

  /**
   * A twin counts as just stored: nobody sweeps it while its file is being registered.
   *
   * @returns false when it is gone, or when the service copies without a new date.
   */
  const renew = async (sha256: Buffer): Promise<boolean> => {
    const Key = keyOf(sha256)
    const itself = { Bucket, Key, CopySource: `${Bucket}/${Key}` }
    try {
      const { CopyObjectResult: copied } = await client.send(
        new CopyObjectCommand({ ...itself, MetadataDirective: 'REPLACE', ContentType: TYPE }),
      )
      return Number(copied?.LastModified ?? 0) > Date.now() - MINUTE_MS
    } catch (cause) {
      return isGone(cause)
    }
  }

  const keep = async (path: string, stored: Stored): Promise<void> => {
    let isConditional = true
    for (let tried = 1; ; tried++)
      try {
        return await putOnce(path, stored, isConditional)
      } catch (cause) {
        const status = statusOf(cause) ?? 500
        if (status === 412 && (await renew(stored.sha256))) return
        if (status === 501 || status === 412) isConditional = false
        const mayPass = status >= 500 || status === 409 || status === 412 || status === 429
        if (!mayPass || tried >= TRIES) throw cause
        await pause(100 * 2 ** tried * Math.random())
      }
  }

  return {
    async put(content) {
      const path = incoming.newPath()
      try {
        const stored = await incoming.write(path, content)
        await keep(path, stored)
        return stored
      } catch (cause) {
        if (FULL.has((cause as Failure).name ?? '') || statusOf(cause) === 507)
          throw new DiskFull('No space left for files.', { cause })
        throw orDiskFull(cause)
      } finally {
        await rm(path, { force: true })
      }
    },
    async get(sha256) {
      const body = await read(sha256)
      return body && body.pipe(new Verified(sha256, body))
    },
    range: (sha256, first, last) => read(sha256, `bytes=${first}-${last}`),
    async delete(sha256, storedBefore) {
      const Key = keyOf(sha256)
      try {
        const { LastModified } = await client.send(new HeadObjectCommand({ Bucket, Key }))
        if (storedBefore && LastModified! >= storedBefore) return false
      } catch (cause) {
        return isGone(cause)
      }
      await client.send(new DeleteObjectCommand({ Bucket, Key }))
      return true
    },
    async *list() {
      await incoming.sweep()
      for await (const page of paginateListObjectsV2({ client }, { Bucket }))
        for (const { Key = '', LastModified } of page.Contents ?? []) {
          const hash = /^[0-9a-f]{2}\/([0-9a-f]{64})$/.exec(Key)?.[1]
          if (hash) yield { sha256: Buffer.from(hash, 'hex'), storedAt: LastModified! }
        }
    },
  }
}

/** @returns false; @throws the failure, unless it says that there is nothing. */
function isGone(cause: unknown): false {
  if (statusOf(cause) === 404) return false
  throw cause
}

/** The content, ending in an error instead of its end when it is not what its name says. */
class Verified extends Transform {
  readonly #hash = createHash('sha256')
  readonly #wanted: Buffer

  constructor(sha256: Buffer, source: Readable) {
    super()
    this.#wanted = sha256
    source.once('error', (cause) => this.destroy(cause))
    this.once('close', () => source.destroy())
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
    this.#hash.update(chunk)
    done(null, chunk)
  }

  override _flush(done: TransformCallback) {
    done(
      this.#hash.digest().equals(this.#wanted)
        ? null
        : new Error('A stored content is not what its name says.'),
    )
  }
}
