import type { Id, OrganisationKind } from '@mitsprache/terms'
import { defineRead } from '../../../platform/database/read.ts'

export type OrganisationView = {
  id: Id
  version: number
  name: string
  kind: OrganisationKind
  email: string
  phone: string
}

export const organisationsOf = defineRead<OrganisationView, [tenantId: Id]>(
  'identity',
  'organisations-of',
  (where) => `select id, version, name, kind, email, phone from organisation where ${where('tenant_id = $1')}
    order by name collate "de-x-icu", id limit 1000`,
)
