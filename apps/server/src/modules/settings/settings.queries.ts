import type { Id } from '@mitsprache/terms'
import { defineRead } from '../../platform/database/read.ts'

/** Dialogues whose file would be over if it were kept for so many years; as `dialogues_over()` reckons. */
export const dialoguesOverWith = defineRead<{ n: number }, [tenantId: Id, today: string, years: number]>(
  'staff',
  'dialogues-over-with',
  (where) => `
    select count(*)::integer as n from procedure p
    where ${where('p.tenant_id = $1')} and p.kind = 'informalDialogue' and p.published_at is not null
      and (select max(r.ends_on) from consultation_round r where r.tenant_id = p.tenant_id and r.procedure_id = p.id)
          + make_interval(years => $3) < $2::date`,
)
