import { planPart, type Entry } from './contribution-entry.ts'

const TITLE = 'Gegen die Zufahrt an der Neefestraße'
const DEMAND =
  'Ich fordere, dass mindestens 30 Prozent der Fahrten aus dem neuen Quartier über die Kappler Drehe geführt werden.'
const OBJECTION =
  'Die geplante Zufahrt an der Neefestraße lehne ich ab, weil sie den Schulweg zur Haydnstraße kreuzt.'
const REQUEST = 'Bitte prüfen Sie beide Lagen noch einmal und teilen Sie mir das Ergebnis mit.'
const TEXT = [DEMAND, OBJECTION, REQUEST].join(' ')

/** A resident's initiative handed out a text; twenty sent it as it was, three made it their own. */
const senders: [name: string, daysAgo: number, time: string, text?: string][] = [
  ['Carola Findeisen', 6, '18:02'],
  ['Thomas Findeisen', 6, '18:04'],
  ['Ulrike Zschocke', 6, '20:31'],
  ['Detlef Arnold', 5, '07:20'],
  ['Marion Arnold', 5, '07:26'],
  ['Sandra Petzold', 5, '12:09'],
  [
    'Familie Nguyen',
    5,
    '17:48',
    [
      DEMAND,
      'Wir wohnen selbst in der Mozartstraße und gehen jeden Morgen mit drei Kindern dort hinüber.',
      OBJECTION,
      REQUEST,
    ].join(' '),
  ],
  ['Joachim Weigel', 5, '19:55'],
  ['Ramona Schaarschmidt', 4, '09:14'],
  ['Peter Lötzsch', 4, '10:47'],
  ['Anke Lötzsch', 4, '10:52'],
  ['Gerd Hofmann', 4, '16:33', [DEMAND.replace('30 Prozent', '50 Prozent'), OBJECTION, REQUEST].join(' ')],
  ['Claudia Mehnert', 4, '18:19'],
  ['Steffen Uhle', 4, '21:06'],
  ['Birgit Kolbe', 3, '08:40'],
  ['Daniel Kolbe', 3, '08:41'],
  ['Yvonne Dietze', 3, '13:27'],
  ['Frank Lindner', 3, '19:58'],
  [
    'Monika Escher',
    2,
    '10:11',
    [
      DEMAND,
      'Die geplante Zufahrt an der Neefestraße lehne ich ab, weil sie vor meinem Schlafzimmer liegt.',
      REQUEST,
    ].join(' '),
  ],
  ['Heiko Barthel', 2, '15:36'],
  ['Kerstin Viehweg', 2, '20:22'],
  ['Olaf Drechsel', 1, '07:20'],
  ['Regina Drechsel', 1, '07:31'],
]

/** Twenty-three form letters against the access road, all waiting: nobody has grouped them yet. */
export const formLetters: Entry[] = senders.map(([name, daysAgo, time, text], i) => ({
  key: `gleichlautend-${String(i + 1).padStart(2, '0')}`,
  title: TITLE,
  text: text ?? TEXT,
  category: 'traffic',
  place: planPart('neue-strasse'),
  name,
  daysAgo,
  time,
  visibility: 'inReview',
}))
