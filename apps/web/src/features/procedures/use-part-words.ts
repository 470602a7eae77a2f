import { useI18n } from 'vue-i18n'
import type { PlanPart } from './nearby-parts.ts'

/** What a plan fixes for one of its parts, in words; the sign of the drawing comes after the words. */
export function usePartWords() {
  const { t } = useI18n()
  return {
    factsOf: ({ designation, storeys }: PlanPart) =>
      [designation, storeys ? t('procedures.storeys', storeys) : null].filter(Boolean).join(' · '),
  }
}
