import { useI18n } from 'vue-i18n'
import { sizeOf, type PlanPart } from '../../map/index.ts'

const HECTARE_M2 = 10_000

/** What a plan fixes for one of its parts, in words; the sign of the drawing comes after the words. */
export function usePartWords() {
  const { t, n } = useI18n()
  return {
    factsOf: ({ designation, storeys }: PlanPart) =>
      [designation, storeys ? t('procedures.storeys', storeys) : null].filter(Boolean).join(' · '),
    /** Measured on the drawing: rounded, so that nobody takes it for a surveyor's figure. */
    sizeIn: ({ geometry }: PlanPart) => {
      const size = sizeOf(geometry)
      if (!size) return null
      if ('lengthM' in size) return t('procedures.lengthOf', { n: n(Math.round(size.lengthM)) })
      return size.areaM2 >= HECTARE_M2
        ? t('procedures.hectares', { n: n(Math.round(size.areaM2 / 1000) / 10) })
        : t('procedures.squareMetres', { n: n(Math.round(size.areaM2)) })
    },
  }
}
