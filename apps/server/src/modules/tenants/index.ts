import { TenantRow } from './tenant.entity.ts'

export { createTenant, type NewTenant } from './create-tenant.ts'
export { deleteTenant, type Deleted } from './delete-tenant.ts'
export { ExportProblem } from './export-contents.ts'
export { type Opener } from './export-table.ts'
export { exportTenant, type ExportedTenant, type ExportTenantParts } from './export-tenant.ts'
export { endWhatIsOver } from './end-what-is-over.ts'
export { knowHosts, type Hosts } from './hosts.ts'
export { keepDialogues } from './keep-dialogues.ts'
export { LanguageEnum, LocalizedText, LocalizedTextInput } from './localized-text.graphql.ts'
export { QuotaReached } from './quota.graphql.ts'
export { resumeTenant, suspendTenant, whatSuspendingStops } from './suspend-tenant.ts'
export { setTerms, type TenantTerms } from './set-terms.ts'
export { logoUrlOf, Tenant, TenantResolver } from './tenant.graphql.ts'
export {
  AccessibilityStatement,
  AssessmentMethodEnum,
  ConformanceEnum,
  GapReasonEnum,
  PageSection,
} from './tenant-pages.graphql.ts'
export type {
  AccessibilityGap as AccessibilityGapShape,
  AccessibilityStatement as AccessibilityStatementShape,
  PageSection as PageSectionShape,
} from './tenant-pages.rules.ts'
export {
  allTenants,
  OF_OPEN_TENANT,
  openTenant,
  embedHostsOf,
  quotasOfTenant,
  settingsOfTenant,
  tenantById,
  tenantBySlug,
  type TenantSettingsView,
  type TenantView,
} from './tenant.queries.ts'
export { registerTheme } from './theme.http.ts'
export { TenantRow }
export const TENANT_ENTITIES = [TenantRow]
