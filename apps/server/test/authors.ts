import type { Id } from '@mitsprache/terms'
import { openAuthors, type Author, type SealedAuthor } from '../src/modules/contributions/index.ts'
import type { TestDatabase } from './database.ts'
import { SECRETS } from './world.ts'

/** Who wrote a contribution, opened as the server opens it, from what lies in the table. */
export async function authorOf(
  { database, owner }: TestDatabase,
  contributionId: Id,
): Promise<Author | undefined> {
  const { rows } = await owner.query<SealedAuthor & { tenantId: Id }>(
    `select tenant_id as "tenantId", contribution_id as id, name_sealed as "nameSealed", email_sealed as "emailSealed"
     from contribution_person where contribution_id = $1`,
    [contributionId],
  )
  if (!rows[0]) return undefined
  const authors = await openAuthors({ database, secrets: SECRETS }, rows[0].tenantId, rows)
  return authors.get(contributionId)
}
