import { useI18n } from 'vue-i18n'

const TEMPLATES = [
  'earlyParticipation',
  'publicDisplay',
  'renewedDisplay',
  'planApproval',
  'regionalPlan',
  'environmentalAssessment',
  'mapDialogue',
]

/** What the template of a procedure is called; nothing for one this version does not know. */
export function useStepText() {
  const { t } = useI18n()
  return (templateKey: string) =>
    TEMPLATES.includes(templateKey) ? t(`workbench.step_${templateKey}`) : null
}

/** What the bars of the last days show, in one sentence. */
export const barsText = (
  t: (key: string, named: Record<string, unknown>) => string,
  counts: readonly number[],
) =>
  t('workbench.bars', {
    sum: counts.reduce((sum, count) => sum + count, 0),
    today: counts.at(-1) ?? 0,
    most: Math.max(0, ...counts),
  })
