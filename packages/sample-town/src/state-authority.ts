import { text } from './text.ts'
import type { SampleAuthority, SampleProcedure } from './types.ts'

/**
 * An informal dialogue of a state authority across the borders of a town: where a fast cycle route shall run.
 */
const radschnellweg: SampleProcedure = {
  key: 'radschnellweg-quelltal',
  slug: 'radschnellweg-quelltal',
  kind: 'informalDialogue',
  templateKey: 'mapDialogue',
  number: null,
  legalBasis: null,
  step: 'dialogue',
  passNumber: 1,
  title: text('Radschnellweg Quelltal', 'Quelltal Fast Cycle Route', 'Spěšna kolesowarska šćežka Quelltal'),
  summary: text(
    'Zwölf Kilometer ohne Ampel, von Quellberg bis Quellstedt. Drei Verläufe sind möglich. Sagen Sie, wo Sie fahren würden und wo es heute eng ist.',
    'Twelve kilometres without a traffic light, from Quellberg to Quellstedt. Three routes are possible. Tell us where you would ride, and where it is tight today.',
  ),
  openQuestions: [
    text(
      'Ob der Weg am Fluss oder an der Bahn verläuft',
      'Whether the route follows the river or the railway',
    ),
    text('Wo man auffährt und wo man abstellt', 'Where people join it and where they park'),
    text('Wie er nachts beleuchtet wird', 'How it is lit at night'),
  ],
  decided: [
    text('Vier Meter breit, getrennt vom Fußweg', 'Four metres wide, separate from the footpath'),
    text('Baubeginn nicht vor 2028', 'Work begins no earlier than 2028'),
  ],
  publicationMode: 'afterReview',
  startsInDays: -10,
  endsInDays: 33,
  territory: {
    type: 'Polygon',
    coordinates: [
      [
        [12.868, 50.8402],
        [12.884, 50.8389],
        [12.9005, 50.8441],
        [12.9152, 50.8468],
        [12.9296, 50.8556],
        [12.9268, 50.8578],
        [12.9124, 50.8493],
        [12.8985, 50.8467],
        [12.8832, 50.8416],
        [12.8686, 50.8428],
        [12.868, 50.8402],
      ],
    ],
  },
  planParts: [],
  categories: [
    {
      key: 'route',
      label: text('Verlauf', 'Route', 'Čara'),
      shape: 'square',
      letter: 'V',
      colour: '#1f4f9c',
    },
    {
      key: 'danger',
      label: text('Gefahr', 'Danger', 'Strach'),
      shape: 'diamond',
      letter: 'G',
      colour: '#8a3b12',
    },
    {
      key: 'parking',
      label: text('Abstellen', 'Parking', 'Wotstajić'),
      shape: 'circle',
      letter: 'A',
      colour: '#2e6b2e',
    },
  ],
  documents: [],
  timeline: [
    {
      when: { inMonthOf: -200 },
      label: text('Drei Verläufe untersucht', 'Three routes examined'),
      state: 'done',
    },
    {
      when: { from: -10, to: 33 },
      label: text('Dialog: Sie sagen, wo es passt', 'Dialogue: you say where it fits'),
      state: 'now',
    },
    {
      when: { inMonthOf: 150 },
      label: text('Ein Verlauf wird ausgewählt', 'One route is chosen'),
      state: 'later',
    },
  ],
  offlineWays: [
    {
      kind: 'write',
      text: text(
        'Landesamt für Straßenbau Quelltal, Bahnhofstraße 8, 09991 Quellberg.',
        'Landesamt für Straßenbau Quelltal, Bahnhofstraße 8, 09991 Quellberg.',
      ),
    },
    {
      kind: 'speak',
      text: text(
        'Jeden ersten Mittwoch im Monat am Infostand auf dem Markt, oder am Telefon: 0371 000-580.',
        'On the first Wednesday of each month at the stand on the market square, or by telephone: 0371 000-580.',
      ),
    },
  ],
}

/** An authority of the state beside the town: what stands over both of them is the page of all. */
export const stateAuthority: SampleAuthority = {
  tenant: {
    slug: 'strassenbauamt',
    receiptPrefix: 'LSQ',
    name: {
      de: 'Landesamt für Straßenbau Quelltal',
      en: 'State Office for Road Construction Quelltal',
      hsb: 'Krajny zarjad za twar dróhow Quelltal',
    },
    contactOffice: 'Referat Radverkehr',
    contactAddress: 'Referat Radverkehr, Bahnhofstraße 8, 09991 Quellberg',
    contactEmail: 'radverkehr@strassenbau.example',
    contactPhone: '0371 000-580',
    languages: ['de', 'en'],
    municipalityKey: '14',
    colours: { primary: '#1f4f9c', primaryDark: '#a3c6f2' },
    mapCenter: [12.8988, 50.8459],
    mapZoom: 13,
  },
  people: [
    {
      key: 'planner',
      name: 'Franziska Lehmann',
      email: 'franziska.lehmann@strassenbau.example',
      roles: ['planner'],
    },
    {
      key: 'moderator',
      name: 'Paul Richter',
      email: 'paul.richter@strassenbau.example',
      roles: ['moderator'],
    },
    {
      key: 'administrator',
      name: 'Robert Scholz',
      email: 'robert.scholz@strassenbau.example',
      roles: ['administrator'],
    },
  ],
  pages: {
    imprint: [
      {
        title: text('Herausgeber', 'Published by'),
        text: text(
          'Landesamt für Straßenbau Quelltal\nBahnhofstraße 8\n09991 Quellberg\n\nVertreten durch Präsident Dr. Thomas Berndt. Aufsicht: Staatsministerium für Infrastruktur.',
          'Landesamt für Straßenbau Quelltal\nBahnhofstraße 8\n09991 Quellberg\n\nRepresented by its president, Dr. Thomas Berndt. Supervised by the state ministry for infrastructure.',
        ),
      },
    ],
    privacy: [],
    accessibility: { conformance: 'partial', method: 'thirdParty', checkedDaysAgo: 120, gaps: [] },
  },
  procedure: radschnellweg,
}
