import { GAP_REASONS } from '@mitsprache/terms'
import type { ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { TenantPagesQuery } from '../../gql/graphql.ts'
import { useDates } from '../../ui/dates.ts'
import { useLanguage } from '../../ui/language.ts'
import type { Section, useTenantPages } from './use-tenant-pages.ts'

type Statement = NonNullable<NonNullable<TenantPagesQuery['tenantPages']>['accessibility']>
type Words = Pick<ReturnType<typeof useTenantPages>, 'standard' | 'paragraphs'> & {
  facts: ComputedRef<Record<string, string>>
}

/**
 * The accessibility statement as sections.
 *
 * @source Implementing Decision (EU) 2018/1523, annex; § 3 BfWebG (Saxony).
 */
export function useStatement({ facts, standard, paragraphs }: Words) {
  const { t } = useI18n()
  const { read, langOf } = useLanguage()
  const { longDay } = useDates()

  function gapsOf({ gaps }: Statement): Section[] {
    return GAP_REASONS.map((reason) => ({
      title: t(`tenants.gaps_${reason}`),
      paragraphs: [],
      points: gaps
        .filter((gap) => gap.reason === reason)
        .map(({ text, alternative }) => ({
          text: read(text),
          lang: langOf(text),
          then: alternative ? read(alternative) : undefined,
          thenLang: alternative ? langOf(alternative) : undefined,
        })),
    })).filter(({ points }) => points.length)
  }

  /** @param from address of the page somebody came from, or null. */
  return (statement: Statement | null, email: string, from: string | null): Section[] => {
    const mail = new URLSearchParams({
      subject: t('tenants.reportSubject'),
      body: from ? t('tenants.reportBody', { page: from }) : '',
    })
    const report: Section = {
      ...standard('accessibility_report'),
      // A mail program takes a plus sign for a plus sign.
      link: {
        href: `mailto:${email}?${mail.toString().replaceAll('+', '%20')}`,
        text: t('tenants.reportLink'),
      },
    }
    const enforce: Section = statement?.enforcement
      ? { title: t('tenants.accessibility_enforce_title'), paragraphs: paragraphs(statement.enforcement) }
      : standard('accessibility_enforce')
    if (!statement)
      return [...['status', 'gaps', 'how'].map((name) => standard(`accessibility_${name}`)), report, enforce]
    const how = t(`tenants.method_${statement.method}`, { day: longDay(statement.checkedOn) })
    return [
      {
        title: t('tenants.accessibility_status_title'),
        paragraphs: [
          { text: t('tenants.statement_scope', facts.value) },
          { text: t(`tenants.statement_${statement.conformance}`) },
        ],
      },
      ...gapsOf(statement),
      { ...standard('accessibility_gaps'), title: t('tenants.gaps_product') },
      {
        title: t('tenants.accessibility_how_title'),
        paragraphs: [{ text: how }, { text: t('tenants.statement_review') }],
      },
      report,
      enforce,
    ]
  }
}
