import type { LocalizedText } from '@mitsprache/terms'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useAsk } from '../../api/use-ask.ts'
import { TenantPagesDocument } from '../../gql/graphql.ts'
import { useLanguage } from '../../ui/language.ts'
import { useTenant } from '../../session/use-tenant.ts'

/** A heading and what stands below it, paragraph by paragraph; `lang` where the text stayed German. */
export type Section = {
  title: string
  titleLang?: string
  paragraphs: { text: string; lang?: string }[]
  /** A list below the paragraphs. */
  points?: { text: string; lang?: string; then?: string; thenLang?: string }[]
  link?: { href: string; text: string }
}

/** The pages the law asks for: what the authority wrote itself, else the product's own words about it. */
export function useTenantPages() {
  const { t } = useI18n()
  const { read, langOf } = useLanguage()
  const { tenant, slug } = useTenant()
  const { data, fault, again } = useAsk(TenantPagesDocument, () =>
    slug.value ? { tenant: slug.value } : null,
  )
  const pages = computed(() => data.value?.tenantPages ?? null)

  const facts = computed(() => ({
    authority: tenant.value ? read(tenant.value.name) : '',
    address: tenant.value?.contactAddress ?? '',
    email: tenant.value?.contactEmail ?? '',
    phone: tenant.value?.contactPhone ?? '',
  }))
  const paragraphs = (text: LocalizedText) =>
    read(text)
      .split(/\n\s*\n/)
      .map((each) => ({ text: each, lang: langOf(text) }))
  /** In the product's words; they stand under `tenants.<name>` and `…_title`. */
  const standard = (name: string): Section => ({
    title: t(`tenants.${name}_title`),
    paragraphs: [{ text: t(`tenants.${name}`, facts.value) }],
  })
  const written = ({ title, text }: { title: LocalizedText; text: LocalizedText }): Section => ({
    title: read(title),
    titleLang: langOf(title),
    paragraphs: paragraphs(text),
  })
  return { tenant, slug, pages, fault, again, facts, standard, written, paragraphs }
}
