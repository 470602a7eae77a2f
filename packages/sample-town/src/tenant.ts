import type { LocalizedText } from '@mitsprache/terms'
import type { SamplePerson, SampleTenant } from './types.ts'

export const tenant: SampleTenant = {
  slug: 'quellstedt',
  receiptPrefix: 'QST',
  name: { de: 'Stadt Quellstedt', en: 'Town of Quellstedt', hsb: 'Město Quellstedt' },
  contactOffice: 'Stadtplanungsamt',
  contactAddress: 'Stadtplanungsamt, Markt 1, 09990 Quellstedt',
  contactEmail: 'beteiligung@quellstedt.example',
  contactPhone: '0371 000-214',
  languages: ['de', 'en', 'hsb'],
  municipalityKey: '14999990',
  colours: null,
  mapCenter: [12.9082, 50.8255],
  mapZoom: 14,
}

export const people: SamplePerson[] = [
  { key: 'planner', name: 'Jana Wolf', email: 'jana.wolf@quellstedt.example', roles: ['planner'] },
  { key: 'moderator', name: 'Marek Krause', email: 'marek.krause@quellstedt.example', roles: ['moderator'] },
  {
    key: 'administrator',
    name: 'Dr. Ines Albrecht',
    email: 'ines.albrecht@quellstedt.example',
    roles: ['administrator'],
  },
  { key: 'auditor', name: 'Helene Kubitz', email: 'helene.kubitz@quellstedt.example', roles: ['auditor'] },
]

/**
 * The password of every sample person. It is public on purpose and guards nothing: a tenant that is not a
 * sample never gets these people.
 */
export const samplePassword = 'Quellstedt-zum-Ausprobieren'

/** What every map of the town shows: the town is invented, the streets are OpenStreetMap's (ODbL 1.0 § 4.3). */
export const mapCredit: LocalizedText = {
  de: 'Karte: Stadt Quellstedt (erfunden), © OpenStreetMap-Mitwirkende',
  en: 'Map: Town of Quellstedt (invented), © OpenStreetMap contributors',
}
