import { computed, ref, shallowRef } from 'vue'
import { ask, tell } from '../../api/ask.ts'
import { privately } from '../../api/client.ts'
import type { Fault } from '../../api/outcome.ts'
import {
  ChangeTenantSettingsDocument,
  TenantSettingsDocument,
  type ChangeTenantSettingsInput,
  type SettingsFactsFragment,
} from '../../gql/graphql.ts'
import { refreshTheme } from '../../session/tenant-theme.ts'

export type Settings = SettingsFactsFragment
export type Change = Omit<ChangeTenantSettingsInput, 'version'>
export type Problem = { field: string; problem: string; limit?: number | null }
export type SaveResult =
  | { kind: 'saved' }
  | { kind: 'refused'; fields: Problem[] }
  | { kind: 'contrast'; colour: string; against: string; ratio: number; needed: number }
  | { kind: 'wouldEnd'; count: number }
  | { kind: 'stale' }
  | { kind: 'fault'; fault: Fault }

/** The settings of a tenant as they are saved, and the one way to change them. */
export function useSettings(tenant: () => string) {
  const settings = shallowRef<Settings | null>(null)
  const fault = ref<Fault | null>(null)

  async function load() {
    const outcome = await ask(TenantSettingsDocument, { tenant: tenant() }, privately)
    fault.value = outcome.fault
    if (outcome.data) settings.value = outcome.data.tenantSettings
  }

  /** After somebody else saved, theirs is loaded; what was typed here stays where it was typed. */
  async function save(change: Change): Promise<SaveResult> {
    const input = { ...change, version: settings.value!.version }
    const { data, fault: failed } = await tell(ChangeTenantSettingsDocument, { tenant: tenant(), input })
    if (!data) return { kind: 'fault', fault: failed }
    const answer = data.changeTenantSettings
    switch (answer.__typename) {
      case 'TenantSettingsSaved':
        settings.value = answer.settings
        if (change.colours !== undefined) refreshTheme()
        return { kind: 'saved' }
      case 'InputRefused':
        return { kind: 'refused', fields: answer.fields }
      case 'ContrastTooLow':
        return { kind: 'contrast', ...answer }
      case 'DialoguesWouldEnd':
        return { kind: 'wouldEnd', count: answer.count }
      default:
        await load()
        return { kind: 'stale' }
    }
  }

  return { tenant: computed(tenant), settings, fault, load, save }
}

export type SettingsDesk = ReturnType<typeof useSettings>
