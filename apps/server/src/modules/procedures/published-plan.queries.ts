import type { Id } from '@mitsprache/terms'
import { defineRead } from '../../platform/database/read.ts'
import { openTenant } from '../tenants/index.ts'
import type { PlanPartView } from './procedure.queries.ts'

/** The revision on display, and its parts unless this revision is known already: they may be a megabyte. */
export const publishedPlan = defineRead<
  { revision: number; planParts: PlanPartView[] | null },
  [procedureId: Id, knownRevision: number | null]
>(
  'public',
  'published-plan',
  (where) => `select revision, case when revision is distinct from $2 then plan_parts end as "planParts"
    from published_procedure p where ${where('p.id = $1')} and ${openTenant('p')}`,
)
