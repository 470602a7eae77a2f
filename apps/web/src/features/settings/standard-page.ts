import type { LocalizedText } from '@mitsprache/terms'
import { sayIn } from '../../ui/language.ts'
import type { Settings } from './use-settings.ts'

/** The product's own sections of each page, as they stand there while the authority has written none. */
const SECTIONS = {
  imprint: ['who', 'product'],
  privacy: ['who', 'what', 'why', 'public', 'long', 'device', 'rights'],
} as const

/** The product's own words for a page in German and English, with what is known of the authority: to begin from. */
export async function standardPage(
  page: 'imprint' | 'privacy',
  { authority, contactAddress, contactEmail, contactPhone }: Settings,
): Promise<{ title: LocalizedText; text: LocalizedText }[]> {
  const [de, en] = await Promise.all([sayIn('de'), sayIn('en')])
  const facts = { address: contactAddress, email: contactEmail, phone: contactPhone }
  const both = (key: string): LocalizedText => ({
    de: de(key, { ...facts, authority: authority.de }),
    en: en(key, { ...facts, authority: authority.en ?? authority.de }),
  })
  return SECTIONS[page].map((section) => ({
    title: both(`tenants.${page}_${section}_title`),
    text: both(`tenants.${page}_${section}`),
  }))
}
