import { createHash } from 'node:crypto'
import type { Id } from '@mitsprache/terms'
import type pg from 'pg'
import QueryStream from 'pg-query-stream'
import type { FileStore } from '../../platform/files/index.ts'

/** The export cannot be whole; said without a stack, and nothing is left of it. */
export class ExportProblem extends Error {}

export type Content = { sha256: Buffer; fileName: string }

/** What the tenant's files hold, each content once. */
export const contentsOfTenant = (client: pg.Client, tenantId: Id): AsyncIterable<Content> =>
  client.query(
    new QueryStream(
      `select sha256, min(file_name) as "fileName" from file where tenant_id = $1 group by sha256 order by sha256`,
      [tenantId],
    ),
  )

/**
 * One content from the store, compared with its hash on the way.
 *
 * @throws ExportProblem when it is missing, cannot be read, or is another.
 */
export async function* contentOf(
  store: Pick<FileStore, 'get'>,
  { sha256, fileName }: Content,
): AsyncGenerator<Uint8Array> {
  const hex = sha256.toString('hex')
  const broken = (why: string, cause?: unknown) =>
    new ExportProblem(`The file “${fileName}” (${hex}) ${why}. No export was written.`, { cause })
  const hash = createHash('sha256')
  let found
  try {
    found = await store.get(sha256)
    for await (const chunk of found ?? []) {
      hash.update(chunk as Uint8Array)
      yield chunk as Uint8Array
    }
  } catch (cause) {
    throw broken(`cannot be read from the file store: ${(cause as Error).message}`, cause)
  }
  if (!found) throw broken('is not in the file store; where something was just being deleted, try again')
  if (!hash.digest().equals(sha256)) throw broken('was changed in the file store')
}
