import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { isId, type Id } from '@mitsprache/terms'
import { LRUCache } from 'lru-cache'
import type { Tx } from '../../platform/database/database.ts'
import type { FileStore } from '../../platform/files/index.ts'
import { InputRefused } from '../../platform/refusal.graphql.ts'
import { staffOf, type Ctx } from '../identity/index.ts'
import {
  isPlanDataRefusal,
  runPlanReader,
  type PlanData,
  type PlanDataOptions,
  type PlanDataRefusal,
} from './plan-data/index.ts'
import { planFileOfUpload, type PlanFile } from './plan-part.queries.ts'
import { uploadOfPerson } from './plan.queries.ts'
import { uploadProblem } from './upload.rules.ts'

/** Who looks at a plan usually takes it over a minute later: it need not be read again. */
const readings = new LRUCache<string, PlanData>({ max: 4, ttl: 10 * 60_000 })

/** The file of an upload that was checked and not used yet. */
export async function findPlanFile(
  ctx: Ctx,
  tx: Tx,
  tenantSlug: string,
  uploadId: Id,
): Promise<PlanFile | InputRefused> {
  const staff = staffOf(ctx, tenantSlug)
  if (!isId(uploadId)) return InputRefused.of({ field: 'uploadId', problem: 'unknown' })
  const [upload] = await tx.read(uploadOfPerson, staff.tenantId, uploadId, staff.viewer.personId, ctx.clock())
  const problem = uploadProblem(upload, 'planData')
  if (problem) return InputRefused.of({ field: 'uploadId', problem })
  return (await tx.read(planFileOfUpload, staff.tenantId, uploadId))[0]!
}

/** Reads a stored file, or remembers how it read. */
export async function readPlanFile(
  store: FileStore,
  { sha256 }: PlanFile,
  options: PlanDataOptions,
): Promise<PlanData | PlanDataRefusal> {
  const key = `${sha256.toString('hex')} ${options.assumeCrs ?? ''} ${options.entry ?? ''}`
  const known = readings.get(key)
  if (known) return known
  const answer = await onDisk(store, sha256, (path) => runPlanReader(path, options))
  if (!isPlanDataRefusal(answer)) readings.set(key, answer)
  return answer
}

/** A stored content as a file of its own for a while: archives and databases are read back and forth. */
export async function onDisk<T>(
  store: FileStore,
  sha256: Buffer,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'mitsprache-plan-'))
  try {
    const content = await store.get(sha256)
    if (!content) throw new Error('A registered file is missing from the store.')
    const path = join(folder, 'plan')
    await pipeline(content, createWriteStream(path, { mode: 0o600 }))
    return await work(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
