import { text } from './text.ts'
import type { SampleProcedure } from './types.ts'

/**
 * An informal dialogue that has ended: six weeks of a trial without cars, and what the council made of it.
 * What was decided stands here and in the timeline; a "no" as plainly as a "yes".
 */
export const marktplatzOhneDurchfahrt: SampleProcedure = {
  key: 'marktplatz-ohne-durchfahrt',
  slug: 'marktplatz-ohne-durchfahrt',
  kind: 'informalDialogue',
  templateKey: 'mapDialogue',
  number: null,
  legalBasis: null,
  step: 'dialogue',
  passNumber: 1,
  title: text(
    'Marktplatz ohne Durchfahrt',
    'Market Square without Through Traffic',
    'Torhošćo bjez přejězda',
  ),
  summary: text(
    'Sechs Wochen lang fuhr zur Probe niemand mit dem Auto über den Markt. Sie haben gesagt, was gut war und was fehlte. Der Stadtrat hat danach entschieden.',
    'For six weeks, as a trial, nobody drove across the market square. You said what was good and what was missing. The town council then decided.',
  ),
  openQuestions: [
    text('Wo rund um den Markt Bäume stehen können', 'Where trees can stand around the square'),
    text('Wo Fahrräder an Markttagen abgestellt werden', 'Where bicycles are parked on market days'),
  ],
  decided: [
    text('Ja: Der Markt bleibt ohne Durchfahrt', 'Yes: the square stays without through traffic'),
    text(
      'Ja: Vier Stellplätze für Menschen mit Behinderung an der Inneren Klosterstraße',
      'Yes: four parking spaces for people with disabilities in Innere Klosterstraße',
    ),
    text(
      'Zum Teil: Liefern von 6 bis 11 Uhr statt bis 10 Uhr; ganztags geht nicht, weil mittags Schulklassen queren',
      'In part: deliveries from 6 to 11 am instead of 10; not all day, because school classes cross at noon',
    ),
    text(
      'Nein: Keine Kurzzeitplätze auf dem Neumarkt, dort stellt sich die Feuerwehr auf',
      'No: no short-stay parking on Neumarkt, the fire brigade needs the space',
    ),
    text(
      'Nein: Die Poller an der Webergasse bleiben, sonst kürzen Autos dort wieder ab',
      'No: the bollards in Webergasse stay, otherwise cars take the short cut there again',
    ),
  ],
  publicationMode: 'afterReview',
  startsInDays: -56,
  endsInDays: -14,
  territory: {
    type: 'Polygon',
    coordinates: [
      [
        [12.9172, 50.8322],
        [12.9178, 50.8316],
        [12.9204, 50.8314],
        [12.9213, 50.8329],
        [12.9208, 50.8348],
        [12.918, 50.835],
        [12.917, 50.8338],
        [12.9172, 50.8322],
      ],
    ],
  },
  planParts: [],
  categories: [
    {
      key: 'stay',
      label: text('Aufenthalt', 'Staying', 'Přebywanje'),
      shape: 'circle',
      letter: 'A',
      colour: '#2e6b2e',
    },
    {
      key: 'delivery',
      label: text('Lieferverkehr', 'Deliveries', 'Dodawanje'),
      shape: 'square',
      letter: 'L',
      colour: '#1f4f9c',
    },
    {
      key: 'access',
      label: text('Zugang ohne Hürden', 'Step-free access', 'Přistup bjez zadźěwkow'),
      shape: 'diamond',
      letter: 'Z',
      colour: '#8a3b12',
    },
    {
      key: 'busAndBike',
      label: text('Rad und Bus', 'Bicycle and bus', 'Koleso a bus'),
      shape: 'hexagon',
      letter: 'R',
      colour: '#6b2a78',
    },
  ],
  documents: [],
  timeline: [
    {
      when: { from: -56, to: -14 },
      label: text('Probe und Dialog', 'Trial and dialogue'),
      state: 'done',
    },
    {
      when: { from: -5 },
      label: text(
        'Stadtrat entscheidet: Der Markt bleibt ohne Durchfahrt',
        'Town council decides: the square stays without through traffic',
      ),
      state: 'done',
    },
    {
      when: { inMonthOf: 20 },
      label: text('Neue Schilder und vier Stellplätze ohne Hürden', 'New signs and four accessible spaces'),
      state: 'later',
    },
    {
      when: { inMonthOf: 170 },
      label: text('Bänke, Bäume und ein Trinkbrunnen', 'Benches, trees and a drinking fountain'),
      state: 'later',
    },
  ],
  offlineWays: [
    {
      kind: 'look',
      text: text(
        'Die Pläne der Probe hängen im Foyer des Rathauses, Markt 1.',
        'The drawings of the trial hang in the foyer of the town hall, Markt 1.',
      ),
    },
    {
      kind: 'speak',
      text: text(
        'Fragen zum Umbau beantwortet das Stadtplanungsamt, Telefon 0371 000-214.',
        'The planning office answers questions about the works, telephone 0371 000-214.',
      ),
    },
  ],
}
