import type { Id, Language } from '@mitsprache/terms'
import type { Clock } from '../../../platform/clock.ts'
import type { Config, Secrets } from '../../../platform/config.ts'
import type { Database } from '../../../platform/database/database.ts'
import { linkById } from './resident.queries.ts'
import { residentLink } from './resident.rules.ts'
import { openAddress } from './sealed-addresses.ts'

type Parts = { database: Database; config: Config; secrets: Secrets; clock: Clock }

/** What the mail of a link says; null once it was used or is over. */
export async function residentLinkToSend(
  { database, config, secrets, clock }: Parts,
  tenantId: Id,
  linkId: Id,
): Promise<{ email: string; language: Language; link: string; expiresAt: Date } | null> {
  const [row] = await database.read(linkById, tenantId, linkId, clock())
  if (!row) return null
  return {
    email: await openAddress({ database, secrets }, tenantId, 'resident_link', linkId, row.emailSealed),
    language: row.language,
    link: residentLink(secrets, config.baseUrl, row.tenantSlug, tenantId, linkId),
    expiresAt: row.expiresAt,
  }
}
