import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { computed, defineComponent, h, nextTick, ref, shallowRef } from 'vue'
import { i18n } from '../../ui/language.ts'
import { useSection } from './use-section.ts'
import type { Change, SaveResult, Settings, SettingsDesk } from './use-settings.ts'

const SETTINGS = { version: 1, contactPhone: '0371 000-0', mapZoom: 14 } as Settings

/** A desk whose answers the test chooses. */
function open(answer: (change: Change, settings: { value: Settings | null }) => SaveResult) {
  const settings = shallowRef<Settings | null>(SETTINGS)
  const save = vi.fn(async (change: Change) => answer(change, settings))
  const desk = {
    tenant: computed(() => 't'),
    settings,
    fault: ref(null),
    load: vi.fn(),
    save,
  } as never as SettingsDesk
  let section!: ReturnType<typeof make>
  const make = () =>
    useSection(
      () => desk,
      ({ contactPhone, mapZoom }) => ({ phone: contactPhone, zoom: String(mapZoom) }),
      ({ phone, zoom }) => ({ contactPhone: phone, mapZoom: Number(zoom) }),
    )
  mount(
    defineComponent(() => {
      section = make()
      return () => h('div')
    }),
    { global: { plugins: [i18n] } },
  )
  return { section, save, settings }
}

describe('a section of the settings', () => {
  it('sends only what differs from what is saved', async () => {
    const { section, save } = open((change, settings) => {
      settings.value = { ...SETTINGS, ...(change as Partial<Settings>), version: 2 }
      return { kind: 'saved' }
    })
    expect(section.dirty.value).toBe(false)
    section.draft.value.zoom = '12'
    expect(section.dirty.value).toBe(true)
    await section.save()
    expect(save).toHaveBeenCalledWith({ mapZoom: 12 })
    expect(section.dirty.value).toBe(false)
    expect(section.said.value).not.toBe('')
  })

  it('keeps what was typed when somebody else was faster, until it is given up', async () => {
    const { section } = open((_change, settings) => {
      settings.value = { ...SETTINGS, mapZoom: 9, version: 2 }
      return { kind: 'stale' }
    })
    section.draft.value.zoom = '12'
    await section.save()
    await nextTick()
    expect(section.stale.value).toBe(true)
    expect(section.draft.value.zoom).toBe('12')
    section.takeSaved()
    expect(section.draft.value.zoom).toBe('9')
    expect(section.stale.value).toBe(false)
  })

  it('follows what was saved elsewhere while nobody typed here', async () => {
    const { section, settings } = open(() => ({ kind: 'saved' }))
    settings.value = { ...SETTINGS, contactPhone: '0371 000-9', version: 2 }
    await nextTick()
    expect(section.draft.value.phone).toBe('0371 000-9')
  })

  it('puts each refusal beside its field, and a measured contrast beside its colour', async () => {
    const { section } = open((change) =>
      change.mapZoom
        ? { kind: 'refused', fields: [{ field: 'mapZoom', problem: 'outOfRange', limit: 18 }] }
        : { kind: 'contrast', colour: 'primary', against: '#ffffff', ratio: 1.47, needed: 4.5 },
    )
    section.draft.value.zoom = '99'
    await section.save()
    expect(section.errorOf('settings-mapZoom')).not.toBeNull()
    section.draft.value = { phone: '1', zoom: '14' }
    await section.save()
    expect(section.problems.value.map(({ field }) => field)).toEqual(['settings-colours-primary'])
    expect(section.draft.value.phone).toBe('1')
  })

  it('asks before files end, and saves when that is confirmed', async () => {
    const { section, save } = open((change) =>
      change.endDialogues ? { kind: 'saved' } : { kind: 'wouldEnd', count: 2 },
    )
    section.draft.value.zoom = '12'
    await section.save()
    expect(section.ending.value).toBe(2)
    await section.saveAndEnd()
    expect(save).toHaveBeenLastCalledWith({ mapZoom: 12, endDialogues: true })
    expect(section.ending.value).toBeNull()
  })
})
