import {
  computePeriod,
  findingInWords,
  hasTwoTexts,
  isDay,
  LANGUAGES,
  reasonInWords,
  ruleFor,
  textsFor,
  type Finding,
  type Language,
  type Reason,
  type RuleId,
} from '@mitsprache/deadlines'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { SetUpFactsFragment } from '../../gql/graphql.ts'
import type { Fields } from './draft-fields.ts'

type PeriodFields = Pick<Fields, 'startsOn' | 'endsOn' | 'noticeOn' | 'lengthReason' | 'lawText'>

/** The period of a formal procedure as the law has it, while one types; the server computes the same. */
export function useLawPeriod(
  procedure: () => Pick<SetUpFactsFragment, 'periodRule' | 'place'>,
  fields: () => PeriodFields,
) {
  const { locale } = useI18n()
  const language = computed<Language>(() => LANGUAGES.find((each) => each === locale.value) ?? 'de')
  const typed = (day: string) => (isDay(day) ? day : undefined)
  const begins = computed(() => typed(fields().startsOn))

  const rule = computed(() => {
    const id = procedure().periodRule as RuleId | null | undefined
    return id ? ruleFor(id, begins.value ?? '9999-12-31', fields().lawText ?? undefined) : null
  })
  const mayChooseText = computed(() => {
    const id = procedure().periodRule as RuleId | null | undefined
    return Boolean(id && begins.value && hasTwoTexts(id) && textsFor(begins.value).choice)
  })
  const presetText = computed(() => (begins.value ? textsFor(begins.value).preset : 'new'))

  const compute = (lastDay: string | undefined) => {
    if (!rule.value || !begins.value) return null
    const { lengthReason, noticeOn } = fields()
    const answer = computePeriod({
      rule: rule.value.id,
      place: procedure().place,
      firstDay: begins.value,
      lastDay,
      reason: lengthReason,
      noticeDay: typed(noticeOn),
    })
    return answer.kind === 'computed' ? answer : null
  }
  const answer = computed(() => compute(typed(fields().endsOn)))
  /** The law's own last day of display: what a longer one is measured by. */
  const asked = computed(() => compute(undefined)?.display?.lastDay ?? null)

  return {
    rule,
    answer,
    asked,
    mayChooseText,
    presetText,
    reasonWords: (reason: Reason) => reasonInWords(reason, language.value),
    findingWords: (finding: Finding) => findingInWords(finding, language.value),
  }
}
