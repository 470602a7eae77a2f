import type { Id, LocalizedText, Visibility } from '@mitsprache/terms'
import { defineRead } from '../../platform/database/read.ts'

/** A contribution in its author's account. */
export type OwnContributionView = {
  number: string
  title: string | null
  text: string
  receivedAt: Date
  visibility: Visibility
  idempotencyKey: Id
  procedureTitle: LocalizedText
  procedureSlug: string
}

/** What somebody keeps in their account, the newest first; the door itself shows nothing else. */
export const contributionsOfAccount = defineRead<OwnContributionView, [tenantId: Id, accountId: Id]>(
  'bearer',
  'contributions-of-account',
  (where) => `
    select c.number, c.title, left(c.text, 300) as text, c.received_at as "receivedAt", k.visibility,
      c.idempotency_key as "idempotencyKey", p.title as "procedureTitle", p.slug as "procedureSlug"
    from resident_contribution r
    join contribution c on c.tenant_id = r.tenant_id and c.id = r.contribution_id
    join contribution_case k on k.tenant_id = c.tenant_id and k.contribution_id = c.id
    join published_procedure p on p.tenant_id = c.tenant_id and p.id = c.procedure_id
    where ${where('r.tenant_id = $1 and r.account_id = $2')}
    order by c.received_at desc, c.id limit 500`,
)

export const contributionOfBearer = defineRead<{ id: Id }, [number: string]>(
  'bearer',
  'contribution-of-bearer',
  (where) => `select c.id from contribution c where ${where('c.number = $1')} limit 1`,
)
