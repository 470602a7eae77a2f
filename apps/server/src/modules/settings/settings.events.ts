import type { Id } from '@mitsprache/terms'
import type { NewEvent } from '../../platform/database/event.ts'
import type { SettingsChange } from './settings.rules.ts'

/** What an administrator changed: the name of the field, and nothing of what stands in it. */
const TYPES = {
  name: 'TenantNameChanged',
  contactEmail: 'TenantContactChanged',
  contactPhone: 'TenantContactChanged',
  contactAddress: 'TenantContactChanged',
  languages: 'TenantLanguagesChanged',
  municipalityKey: 'TenantMunicipalityKeyChanged',
  mapCenter: 'TenantMapViewChanged',
  mapZoom: 'TenantMapViewChanged',
  colours: 'TenantColoursChanged',
  logoUploadId: 'TenantLogoChanged',
  imprint: 'TenantImprintChanged',
  privacy: 'TenantPrivacyNoticeChanged',
  accessibility: 'TenantAccessibilityStatementChanged',
  dialogueKeptYears: 'TenantRetentionChanged',
  embedHosts: 'TenantEmbedHostsChanged',
} as const satisfies Record<keyof SettingsChange, string>

export function settingsChanged(
  tenantId: Id,
  fields: readonly (keyof SettingsChange)[],
  personId: Id,
  at: Date,
): NewEvent[] {
  const types = new Set(fields.map((field) => TYPES[field]))
  return [...types].map((type) => ({
    tenantId,
    type,
    subjectIds: [tenantId],
    actorKind: 'person',
    actorId: personId,
    at,
  }))
}
