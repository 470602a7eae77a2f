import { useI18n } from 'vue-i18n'
import type { DrawingFactsFragment } from '../../gql/graphql.ts'

type Facts = Pick<
  DrawingFactsFragment,
  'placedBy' | 'placingProblem' | 'errorM' | 'worst' | 'warnings' | 'epsg' | 'points'
>

/** How a drawing lies on the map, in sentences. */
export function usePlacingWords() {
  const { t, n } = useI18n()

  /** Metres as people say them: centimetres below ten, then one decimal, then none. */
  function metres(value: number): string {
    if (value < 0.095) return t('set-up.centimetres', { n: n(Math.max(1, Math.round(value * 100))) })
    return `${n(value, { maximumFractionDigits: value < 10 ? 1 : 0, minimumFractionDigits: value < 10 ? 1 : 0 })} m`
  }

  function problem(code: string, points: number, epsg: number | null | undefined): string {
    const missing = Math.max(1, 3 - points)
    return t(`set-up.placing_${code}`, { n: missing, epsg: epsg ?? '' }, missing)
  }

  /** One line for a list. */
  function short({ placingProblem, placedBy, errorM, points, epsg }: Facts): string {
    if (placingProblem === 'tooFewPoints' && points.length === 0) return t('set-up.drawingNowhere')
    if (placingProblem) return problem(placingProblem, points.length, epsg)
    if (placedBy === 'file') return t('set-up.placedByFile', { epsg: epsg ?? '' })
    return t('set-up.placedByPoints', { n: points.length, error: metres(errorM ?? 0) })
  }

  /** Everything that helps to place it better. */
  function whole(facts: Facts): string[] {
    const { placingProblem, placedBy, errorM, worst, warnings, points, epsg } = facts
    if (placingProblem) return [problem(placingProblem, points.length, epsg)]
    if (placedBy === 'file')
      return [t('set-up.placedByFileWhole', { epsg: epsg ?? '' }), ...accuracy(errorM ?? 0)]
    const sentences = [t('set-up.accurateTo', { error: metres(errorM ?? 0) })]
    if (worst != null && points[worst]?.residualM != null)
      sentences.push(t('set-up.worstPoint', { n: worst + 1, error: metres(points[worst].residualM) }))
    if (points.length === 3) sentences.push(t('set-up.fourthPoint'))
    return [...sentences, ...warnings.map((warning) => t(`set-up.placingWarning_${warning}`))]
  }
  const accuracy = (m: number) => (m > 0 ? [t('set-up.datumAccuracy', { error: metres(m) })] : [])

  return { metres, short, whole }
}
