import { TenantRow } from './tenant.entity.ts'

export { deleteTenant, type Deleted } from './delete-tenant.ts'
export { endWhatIsOver } from './end-what-is-over.ts'
export { keepDialogues } from './keep-dialogues.ts'
export { LanguageEnum, LocalizedText, LocalizedTextInput, Tenant, TenantResolver } from './tenant.graphql.ts'
export { allTenants, tenantById, tenantBySlug, type TenantView } from './tenant.queries.ts'
export { TenantRow }
export const TENANT_ENTITIES = [TenantRow]
