import { inLanguage, LANGUAGES, type Language, type LocalizedText } from '@mitsprache/terms'
import { computed } from 'vue'
import { createI18n, useI18n } from 'vue-i18n'

const KEY = 'mitsprache.language'

// Loaded one language at a time; German always, because every other language falls back to it.
const files: Record<Language, () => Promise<{ texts: Record<string, Record<string, string>> }>> = {
  de: () => import('./texts-de.ts'),
  en: () => import('./texts-en.ts'),
  hsb: () => import('./texts-hsb.ts'),
}

const ORDER = ['zero', 'one', 'two', 'few', 'many', 'other'] as const

/** Picks the form by CLDR's rules; texts list the forms of their language in CLDR's order, parted by `|`. */
export function pluralForm(language: Language): (count: number, forms: number) => number {
  const rules = new Intl.PluralRules([language, 'de'])
  const known = ORDER.filter((name) => rules.resolvedOptions().pluralCategories.includes(name))
  return (count, forms) => Math.min(known.indexOf(rules.select(count)), forms - 1)
}

export const i18n = createI18n({
  legacy: false,
  locale: 'de',
  fallbackLocale: 'de',
  missingWarn: false,
  fallbackWarn: false,
  pluralRules: { de: pluralForm('de'), en: pluralForm('en'), hsb: pluralForm('hsb') },
  messages: {},
})

const loaded = new Set<Language>()

async function load(language: Language) {
  if (loaded.has(language)) return
  const { texts } = await files[language]()
  i18n.global.setLocaleMessage(language, texts)
  loaded.add(language)
}

const known = (tag: string | null | undefined) =>
  LANGUAGES.find((each) => each === tag?.slice(0, 3).replace(/-.*/, ''))

function stored(): string | null {
  try {
    return window.localStorage.getItem(KEY)
  } catch {
    // Storage can be forbidden; the browser's wish is then all we know.
    return null
  }
}

function preferred(wish: string | null): Language {
  return known(wish) ?? window.navigator.languages.map(known).find(Boolean) ?? 'de'
}

async function show(language: Language) {
  await load(language)
  i18n.global.locale.value = language
  document.documentElement.lang = language
}

/** A language's words for somebody who writes in several, whichever the page is in. */
export async function sayIn(language: Language) {
  await load(language)
  return (key: string, facts: Record<string, unknown> = {}) => i18n.global.t(key, facts, { locale: language })
}

/**
 * Loads German (every other language falls back to it) and the language wished for.
 *
 * @param given of a page that remembers nothing; null: as the browser wishes.
 */
export async function startLanguage(given?: string | null) {
  await load('de')
  await show(preferred(given === undefined ? stored() : given))
}

/** The language of the page, and how authored text is read in it. */
export function useLanguage() {
  const { locale } = useI18n()
  const language = computed(() => locale.value as Language)
  return {
    language,
    async chooseLanguage(next: Language) {
      try {
        window.localStorage.setItem(KEY, next)
      } catch {
        // See above; the choice then lasts as long as the page.
      }
      await show(next)
    },
    /** Text of the authority in the reader's language, or in German. */
    read: (text: LocalizedText) => inLanguage(text, language.value).text,
    /** `lang` for an element whose text stayed German; undefined where the page's own language is right. */
    langOf: (text: LocalizedText) => {
      const found = inLanguage(text, language.value).language
      return found === language.value ? undefined : found
    },
  }
}
