import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { zoneOf } from './utm.ts'
import type { Unit } from './vertices.ts'

/**
 * Degrees or metres, and how their two numbers are called.
 *
 * @param lon degrees; says in which zone the metres count.
 */
export function useCoordinateUnit(lon: () => number) {
  const { t } = useI18n()
  const unit = ref<Unit>('degrees')
  const zone = computed(() => zoneOf(lon()))
  const units = computed(() => [
    { value: 'degrees' as const, text: t('set-up.degrees') },
    { value: 'metres' as const, text: t('set-up.metres', { zone: zone.value }) },
  ])
  const heads = computed(() =>
    unit.value === 'degrees' ? [t('set-up.lon'), t('set-up.lat')] : [t('set-up.east'), t('set-up.north')],
  )
  return { unit, zone, units, heads }
}
