import { plotOfLand } from './geometry.ts'
import { drawnParts } from './plan-drawing.ts'
import { marktplatzOhneDurchfahrt } from './marktplatz-ohne-durchfahrt.ts'
import { text } from './text.ts'
import { uferparkBrueckenau } from './uferpark-brueckenau.ts'
import type { SampleCategory, SamplePlanPart, SampleProcedure } from './types.ts'

const planParts: SamplePlanPart[] = [
  {
    key: 'wa-1',
    name: text('Wohnhäuser mit drei Geschossen an der Neefestraße', 'Three-storey housing on Neefestraße'),
    designation: 'WA 1',
    storeys: 3,
    fill: 'housingThree',
    geometry: plotOfLand([-188, 33], [-59, 33], [-59, 115], [-188, 115]),
  },
  {
    key: 'wa-2',
    name: text('Wohnhäuser mit zwei Geschossen', 'Two-storey housing'),
    designation: 'WA 2',
    storeys: 2,
    fill: 'housingTwo',
    geometry: plotOfLand([-43, 33], [102, 33], [102, 115], [-43, 115]),
  },
  {
    key: 'wa-3',
    name: text('Wohnhäuser mit drei Geschossen am Bach', 'Three-storey housing by the brook'),
    designation: 'WA 3',
    storeys: 3,
    fill: 'housingThree',
    geometry: plotOfLand([-187, 131], [-60, 131], [-60, 195], [-172, 195], [-187, 154]),
  },
  {
    key: 'kita',
    name: text('Kita mit 60 Plätzen', 'Day nursery with 60 places'),
    designation: null,
    storeys: 2,
    fill: 'community',
    geometry: plotOfLand([-57, 131], [12, 131], [12, 158], [7, 195], [-57, 195]),
  },
  {
    key: 'bachpromenade',
    name: text('Bachpromenade, öffentliches Grün', 'Brook promenade, public green'),
    designation: null,
    storeys: null,
    fill: 'publicGreen',
    geometry: plotOfLand([-172, 198], [6, 198], [2, 229], [-160, 229]),
  },
  {
    key: 'quartiersgarten',
    name: text('Quartiersgarten', 'Neighbourhood garden'),
    designation: null,
    storeys: null,
    fill: 'garden',
    geometry: plotOfLand([16, 131], [102, 131], [102, 155], [16, 155]),
  },
  {
    key: 'neue-strasse',
    name: text('Neue Straße, Zufahrt Neefestraße', 'New street, access from Neefestraße'),
    designation: null,
    storeys: null,
    fill: 'street',
    geometry: plotOfLand(
      [-56, 7],
      [-46, 7],
      [-46, 117],
      [104, 117],
      [104, 129],
      [-189, 129],
      [-189, 117],
      [-56, 117],
    ),
  },
]

const planCategories: SampleCategory[] = [
  {
    key: 'traffic',
    label: text('Verkehr', 'Traffic', 'Wobchad'),
    shape: 'square',
    letter: 'V',
    colour: '#1f4f9c',
  },
  {
    key: 'green',
    label: text('Grün', 'Green space', 'Zeleń'),
    shape: 'circle',
    letter: 'G',
    colour: '#2e6b2e',
  },
  {
    key: 'building',
    label: text('Bauen', 'Building', 'Twarjenje'),
    shape: 'diamond',
    letter: 'B',
    colour: '#8a3b12',
  },
  { key: 'noise', label: text('Lärm', 'Noise', 'Hara'), shape: 'hexagon', letter: 'L', colour: '#6b2a78' },
]

const dialogueCategories: SampleCategory[] = [
  {
    key: 'crossing',
    label: text('Querung', 'Crossing', 'Přechod'),
    shape: 'square',
    letter: 'Q',
    colour: '#1f4f9c',
  },
  {
    key: 'pavement',
    label: text('Gehweg', 'Pavement', 'Chódnik'),
    shape: 'circle',
    letter: 'G',
    colour: '#2e6b2e',
  },
  {
    key: 'speed',
    label: text('Tempo', 'Speed', 'Spěšnosć'),
    shape: 'diamond',
    letter: 'T',
    colour: '#8a3b12',
  },
  {
    key: 'cycling',
    label: text('Radweg', 'Cycle path', 'Kolesowarska šćežka'),
    shape: 'hexagon',
    letter: 'R',
    colour: '#6b2a78',
  },
]

/**
 * Bebauungsplan Nr. 37 on public display.
 *
 * The preset of a formal kind publishes nothing. This town chose `afterReview` itself, in its council's
 * resolution to display the draft, and says so on the page.
 *
 * @source BauGB § 3 Abs. 2.
 */
const alteGaertnerei: SampleProcedure = {
  key: 'alte-gaertnerei',
  slug: 'alte-gaertnerei',
  kind: 'urbanLandUsePlan',
  templateKey: 'publicDisplay',
  number: 'Bebauungsplan Nr. 37',
  legalBasis: '§ 3 Abs. 2 BauGB',
  step: 'publicDisplay',
  passNumber: 1,
  title: text('Alte Gärtnerei', 'Old Nursery', 'Stare zahrodnistwo'),
  summary: text(
    'Zwischen Neefestraße und Mühlbach sollen 84 Wohnungen, eine Kita und ein Weg am Bach entstehen. Jetzt prüft die Stadt, was dafür zu ändern ist.',
    'Between Neefestraße and the Mühlbach brook, 84 flats, a day nursery and a path along the water are to be built. The town is now checking what has to change in the draft.',
  ),
  openQuestions: [
    text('Wie hoch die Häuser am Bach werden (WA 3)', 'How tall the houses by the brook will be (WA 3)'),
    text('Wo die Zufahrt an der Neefestraße liegt', 'Where the access from Neefestraße will be'),
    text('Wie breit die Promenade am Mühlbach wird', 'How wide the promenade along the Mühlbach will be'),
    text('Wie viele Stellplätze nötig sind', 'How many parking spaces are needed'),
  ],
  decided: [
    text('Dass hier gewohnt wird', 'That people will live here'),
    text('30 % geförderte Wohnungen', '30 % subsidised flats'),
    text('Kita mit 60 Plätzen', 'A day nursery with 60 places'),
  ],
  publicationMode: 'afterReview',
  startsInDays: -21,
  endsInDays: 9,
  // The tongue to Neefestraße belongs to it: the junction of the new street has to be settled by the plan.
  territory: plotOfLand(
    [-192, 30],
    [-57, 30],
    [-57, 6],
    [-45, 6],
    [-45, 30],
    [105, 30],
    [105, 158],
    [14, 158],
    [4, 232],
    [-162, 232],
    [-192, 153],
  ),
  planParts,
  drawnParts,
  categories: planCategories,
  documents: [
    {
      category: 'planDrawing',
      title: text('Planzeichnung', 'Plan drawing'),
      summary: text(
        'Zeigt, wo gebaut werden darf, wie hoch und wo Grün bleibt. Maßstab 1 : 2000.',
        'Shows where building is allowed, how high, and where green space stays. Scale 1 : 2000.',
      ),
      fileName: 'planzeichnung-bplan-37.pdf',
      pages: 1,
    },
    {
      category: 'explanatoryReport',
      title: text('Begründung', 'Explanatory report'),
      summary: text(
        'Warum die Stadt den Plan aufstellt: 62 Absätze zu Wohnen, Verkehr, Grün, Klima, Lärm und Kosten.',
        'Why the town makes this plan: 62 paragraphs on housing, traffic, green space, climate, noise and costs.',
      ),
      fileName: 'begruendung-bplan-37.pdf',
      pages: 6,
    },
    {
      category: 'environmentalReport',
      title: text('Umweltbericht', 'Environmental report'),
      summary: text(
        'Folgen für Boden, Wasser, Tiere und Stadtklima. Der Bach wird renaturiert, 34 Bäume werden gefällt, 96 gepflanzt.',
        'Effects on soil, water, animals and the urban climate. The brook is restored, 34 trees are felled, 96 planted.',
      ),
      fileName: 'umweltbericht-bplan-37.pdf',
      pages: 3,
    },
    {
      category: 'expertReport',
      title: text('Lärmgutachten', 'Noise report'),
      summary: text(
        'Nachts liegt der Lärm an der Kappler Drehe 4 dB über dem Orientierungswert. Schallschutzfenster sind vorgesehen.',
        'At night the noise along Kappler Drehe is 4 dB above the guideline value. Soundproof windows are planned.',
      ),
      fileName: 'laermgutachten-bplan-37.pdf',
      pages: 2,
    },
    {
      category: 'notice',
      title: text('Bekanntmachung', 'Public notice'),
      summary: text(
        'Wo und wie lange der Entwurf zu sehen ist, welche Umweltinformationen vorliegen und wie Sie Stellung nehmen.',
        'Where and how long the draft can be seen, which environmental information there is, and how to comment.',
      ),
      fileName: 'bekanntmachung-bplan-37.pdf',
      pages: 2,
    },
  ],
  timeline: [
    {
      when: text('14. Mai 2025', '14 May 2025'),
      label: text('Stadtrat beschließt, den Plan aufzustellen', 'Town council decides to draw up the plan'),
      state: 'done',
    },
    {
      when: text('3.–28. März 2026', '3–28 March 2026'),
      label: text(
        'Frühe Beteiligung: 41 Beiträge, 9 Änderungen',
        'Early participation: 41 contributions, 9 changes',
      ),
      state: 'done',
    },
    {
      when: { from: -21, to: 9 },
      label: text('Entwurf liegt aus: Sie können schreiben', 'The draft is on display: you can write'),
      state: 'now',
    },
    {
      when: { inMonthOf: 150 },
      label: text('Stadtrat wägt ab und antwortet jeder Person', 'Council weighs and answers every person'),
      state: 'later',
    },
    {
      when: { inMonthOf: 240 },
      label: text('Plan tritt in Kraft', 'The plan takes effect'),
      state: 'later',
    },
  ],
  offlineWays: [
    {
      kind: 'look',
      text: text(
        'Stadtplanungsamt, Markt 1, Zimmer 214. Mo–Do 9–16 Uhr, Fr 9–12 Uhr. Stufenlos über den Hof.',
        'Planning office, Markt 1, room 214. Mon–Thu 9 am to 4 pm, Fri 9 am to noon. Step-free through the courtyard.',
      ),
    },
    {
      kind: 'write',
      text: text(
        'Stadt Quellstedt, Stadtplanungsamt, Markt 1, 09990 Quellstedt. Der Brief muss am letzten Tag der Frist da sein.',
        'Stadt Quellstedt, Stadtplanungsamt, Markt 1, 09990 Quellstedt. The letter must arrive by the last day.',
      ),
    },
    {
      kind: 'speak',
      text: text(
        'Wir schreiben Ihren Beitrag für Sie auf. Telefon 0371 000-214, auch auf Sorbisch und Englisch.',
        'We write your contribution down for you. Telephone 0371 000-214, also in Sorbian and English.',
      ),
    },
  ],
}

const sichereSchulwege: SampleProcedure = {
  key: 'sichere-schulwege',
  slug: 'sichere-schulwege',
  kind: 'informalDialogue',
  templateKey: 'mapDialogue',
  number: null,
  legalBasis: null,
  step: 'dialogue',
  passNumber: 1,
  title: text('Sichere Schulwege', 'Safe routes to school', 'Wěste šulske puće'),
  summary: text(
    'Wo wird es für Kinder eng? Zeigen Sie uns Stellen und Strecken rund um die Schulen im Mühlviertel und im Musikerviertel. Danach entscheidet der Stadtrat, was zuerst umgebaut wird.',
    'Where does it get tight for children? Show us spots and stretches around the schools in Mühlviertel and Musikerviertel. After that the town council decides what will be rebuilt first.',
  ),
  openQuestions: [
    text('Welche Kreuzungen zuerst sicherer werden', 'Which crossings are made safer first'),
    text(
      'Wo morgens Halteverbote für Elterntaxis nötig sind',
      'Where parents should not be allowed to stop in the morning',
    ),
    text('Wo Kinder mit dem Rad zur Schule kommen', 'Where children come to school by bicycle'),
  ],
  decided: [
    text('180.000 Euro stehen dafür bereit', '180,000 euros are set aside for it'),
    text('Tempo 30 vor allen Schulen bleibt', '30 km/h in front of all schools stays'),
  ],
  publicationMode: 'afterReview',
  startsInDays: -60,
  endsInDays: 122,
  territory: {
    type: 'Polygon',
    coordinates: [
      [
        [12.8975, 50.8188],
        [12.9045, 50.8168],
        [12.9128, 50.8178],
        [12.9168, 50.8222],
        [12.9152, 50.8283],
        [12.9062, 50.8268],
        [12.8988, 50.8243],
        [12.8975, 50.8188],
      ],
    ],
  },
  planParts: [],
  categories: dialogueCategories,
  documents: [],
  timeline: [
    {
      when: { inMonthOf: -75 },
      label: text('Schulen und Elternräte sammeln erste Stellen', 'Schools and parents collect first spots'),
      state: 'done',
    },
    {
      when: { from: -60, to: 122 },
      label: text('Sie zeigen uns Stellen und Strecken', 'You show us spots and stretches'),
      state: 'now',
    },
    {
      when: { inMonthOf: 180 },
      label: text('Stadtrat legt die Reihenfolge fest', 'Town council sets the order'),
      state: 'later',
    },
    {
      when: { inMonthOf: 240 },
      label: text('Umbau der ersten fünf Stellen', 'Work on the first five spots'),
      state: 'later',
    },
  ],
  offlineWays: [
    {
      kind: 'look',
      text: text(
        'Eine Karte zum Ankleben hängt im Foyer des Rathauses, Markt 1.',
        'A map for your notes hangs in the foyer of the town hall, Markt 1.',
      ),
    },
    {
      kind: 'write',
      text: text(
        'Postkarten liegen in den Schulen aus. Porto zahlt die Stadt.',
        'Postcards are available at the schools. The town pays the postage.',
      ),
    },
    {
      kind: 'speak',
      text: text(
        'Rufen Sie an: 0371 000-214. Wir tragen Ihre Stelle für Sie ein.',
        'Call 0371 000-214. We enter your spot for you.',
      ),
    },
  ],
}

export const procedures: SampleProcedure[] = [
  alteGaertnerei,
  sichereSchulwege,
  uferparkBrueckenau,
  marktplatzOhneDurchfahrt,
]
