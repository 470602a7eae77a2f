import type { Id } from '@mitsprache/terms'
import { defineRead } from '../../platform/database/read.ts'
import type { Membership } from '../identity/index.ts'

/** What was taken in before under these ids of their sources. */
export const takenBefore = defineRead<
  { source: string; sourceId: string; bodyHash: Buffer },
  [tenantId: Id, procedureId: Id, sources: string[], sourceIds: string[]]
>(
  'staff',
  'taken-before',
  (where) => `select c.source, c.source_id as "sourceId", c.body_hash as "bodyHash"
    from contribution c join (select distinct * from unnest($3::text[], $4::text[]) as w (source, source_id)) w
      on w.source = c.source and w.source_id = c.source_id
    where ${where('c.tenant_id = $1')} and c.procedure_id = $2`,
)

/** Receipt numbers that are given out already: a random number is drawn again, a whole file is not. */
export const numbersGiven = defineRead<{ number: string }, [tenantId: Id, numbers: string[]]>(
  'staff',
  'numbers-given',
  (where) =>
    `select c.number from contribution c where ${where('c.tenant_id = $1')} and c.number = any($2::text[])`,
)

/** Somebody of the tenant's staff by e-mail address, with what they may do there. */
export const staffByEmail = defineRead<
  { personId: Id; name: string; email: string; memberships: Membership[] },
  [tenantSlug: string, email: string]
>(
  'identity',
  'intake-staff-by-email',
  (where) => `select p.id as "personId", p.name, p.email,
      jsonb_agg(jsonb_build_object('tenantId', m.tenant_id, 'tenantSlug', t.slug, 'role', m.role, 'procedureId', m.procedure_id)) as memberships
    from person p join membership m on m.person_id = p.id join tenant t on t.id = m.tenant_id
    where ${where('t.slug = $1 and p.email = $2 and p.disabled_at is null')} group by p.id`,
)
