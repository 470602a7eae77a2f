import {
  inLanguage,
  type Id,
  type Language,
  type LocalizedText,
  type Visibility,
  type WithholdReason,
} from '@mitsprache/terms'
import type { Config, Secrets } from '../../platform/config.ts'
import type { Database } from '../../platform/database/database.ts'
import { defineRead } from '../../platform/database/read.ts'
import { openAuthors } from './authors.ts'
import { receiptSecret } from './receipt-secret.ts'

export type AuthorToWrite = {
  email: string
  language: Language
  number: string
  receivedAt: Date
  tenantSlug: string
  procedureId: Id
  procedureTitle: string
  visibility: Visibility
  withheldReason: WithholdReason | null
  /** Opens the contribution, as the receipt does: for its author alone. */
  statusLink: string
}

type Row = Omit<AuthorToWrite, 'email' | 'procedureTitle' | 'statusLink'> & {
  title: LocalizedText
  idempotencyKey: Id
  emailSealed: Buffer | null
}

const authorToWriteRow = defineRead<Row, [tenantId: Id, contributionId: Id]>(
  'staff',
  'author-to-write',
  (where) => `
    select c.language, c.number, c.received_at as "receivedAt", t.slug as "tenantSlug", c.procedure_id as "procedureId",
      p.title, k.visibility, c.idempotency_key as "idempotencyKey", author_to_write(c.tenant_id, c.id) as "emailSealed",
      case when k.visibility = 'withheld' then (select d.reason from visibility_decision d where d.tenant_id = c.tenant_id
        and d.contribution_id = c.id order by d.number desc limit 1) end as "withheldReason"
    from contribution c
    join contribution_case k on k.tenant_id = c.tenant_id and k.contribution_id = c.id
    join procedure p on p.tenant_id = c.tenant_id and p.id = c.procedure_id
    join tenant t on t.id = c.tenant_id
    where ${where('c.tenant_id = $1')} and c.id = $2`,
)

/**
 * What a message to the author of a contribution needs. The database gives the address out only while such a message
 * lies in the outbox.
 *
 * @returns null for who left no address, or was erased.
 */
export async function authorToWrite(
  parts: { database: Database; config: Pick<Config, 'baseUrl'>; secrets: Secrets },
  tenantId: Id,
  contributionId: Id,
): Promise<AuthorToWrite | null> {
  const [row] = await parts.database.transaction('staff', { tenantId }, (tx) =>
    tx.read(authorToWriteRow, tenantId, contributionId),
  )
  if (!row?.emailSealed) return null
  const { title, idempotencyKey, emailSealed, ...rest } = row
  const authors = await openAuthors(parts, tenantId, [{ id: contributionId, nameSealed: null, emailSealed }])
  const secret = receiptSecret(parts.secrets, tenantId, idempotencyKey)
  return {
    ...rest,
    email: authors.get(contributionId)!.email!,
    procedureTitle: inLanguage(title, row.language).text,
    statusLink: `${parts.config.baseUrl}/status/${encodeURIComponent(row.number)}#${secret}`,
  }
}
