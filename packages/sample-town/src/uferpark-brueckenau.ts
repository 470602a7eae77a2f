import { text } from './text.ts'
import type { PolygonGeometry, Position, SampleProcedure } from './types.ts'

const area = (...corners: Position[]): PolygonGeometry => ({
  type: 'Polygon',
  coordinates: [[...corners, corners[0]!]],
})

/**
 * Bebauungsplan Nr. 41, announced and opening in five days: the sidings of the former goods station between
 * Treffurthstraße and the Quelle become a park.
 *
 * @source BauGB § 3 Abs. 1: early participation, no minimum period and no draft yet.
 */
export const uferparkBrueckenau: SampleProcedure = {
  key: 'uferpark-brueckenau',
  slug: 'uferpark-brueckenau',
  kind: 'urbanLandUsePlan',
  templateKey: 'earlyParticipation',
  number: 'Bebauungsplan Nr. 41',
  legalBasis: '§ 3 Abs. 1 BauGB',
  step: 'earlyParticipation',
  passNumber: 1,
  title: text('Uferpark Brückenau', 'Brückenau Riverside Park', 'Park při brjoze Brückenau'),
  summary: text(
    'Auf der früheren Gleisfläche an der Quelle soll ein Park entstehen. Noch ist nichts gezeichnet, was sich nicht ändern ließe: Die Stadt fragt vor dem ersten Entwurf.',
    'On the former railway land by the river Quelle, a park is to be made. Nothing is drawn yet that could not be changed: the town asks before the first draft.',
  ),
  openQuestions: [
    text('Was vom alten Güterschuppen bleibt', 'What remains of the old goods shed'),
    text('Wo man ans Wasser kommt und wo nicht', 'Where people reach the water and where they do not'),
    text(
      'Ob der Radweg am Ufer oder am Rand verläuft',
      'Whether the cycle path runs by the water or along the edge',
    ),
    text('Wie viel Licht der Park nachts bekommt', 'How much light the park gets at night'),
  ],
  decided: [
    text('Dass hier keine Häuser gebaut werden', 'That no houses will be built here'),
    text(
      'Das Ufer wird flacher, damit Hochwasser Platz hat',
      'The bank becomes flatter, so that floods have room',
    ),
  ],
  publicationMode: 'afterReview',
  startsInDays: 5,
  endsInDays: 32,
  territory: area(
    [12.91168, 50.82072],
    [12.91275, 50.82077],
    [12.91405, 50.82098],
    [12.91502, 50.82186],
    [12.91604, 50.82262],
    [12.91598, 50.82318],
    [12.91688, 50.82412],
    [12.91668, 50.82424],
    [12.91572, 50.82312],
    [12.91517, 50.82263],
    [12.91375, 50.8219],
  ),
  planParts: [
    {
      key: 'uferwiese',
      name: text('Uferwiese, öffentliches Grün', 'Riverside meadow, public green'),
      designation: null,
      storeys: null,
      fill: 'publicGreen',
      geometry: area(
        [12.91182, 50.82077],
        [12.91232, 50.8208],
        [12.91398, 50.82172],
        [12.91532, 50.82245],
        [12.91584, 50.82298],
        [12.91574, 50.82306],
        [12.91521, 50.82258],
        [12.91378, 50.82184],
      ),
    },
    {
      key: 'gleisgarten',
      name: text('Gleisgarten mit alten Schienen', 'Track garden with the old rails'),
      designation: null,
      storeys: null,
      fill: 'publicGreen',
      geometry: area(
        [12.91258, 50.82082],
        [12.91396, 50.82106],
        [12.91488, 50.82189],
        [12.91532, 50.82233],
        [12.91408, 50.82166],
      ),
    },
    {
      key: 'gueterschuppen',
      name: text('Güterschuppen, künftiger Treffpunkt', 'Goods shed, a meeting place to be'),
      designation: null,
      storeys: 1,
      fill: 'community',
      geometry: area([12.91502, 50.82196], [12.91594, 50.82263], [12.91591, 50.82292], [12.91546, 50.82246]),
    },
    {
      key: 'uferweg',
      name: text('Uferweg, zu Fuß und mit dem Rad', 'Riverside path, on foot and by bicycle'),
      designation: null,
      storeys: null,
      fill: 'publicGreen',
      geometry: area([12.91592, 50.82314], [12.9168, 50.8241], [12.91669, 50.82418], [12.91581, 50.82317]),
    },
  ],
  categories: [
    {
      key: 'green',
      label: text('Grün', 'Green space', 'Zeleń'),
      shape: 'circle',
      letter: 'G',
      colour: '#2e6b2e',
    },
    {
      key: 'play',
      label: text('Spiel und Sport', 'Play and sport', 'Hra a sport'),
      shape: 'hexagon',
      letter: 'S',
      colour: '#6b2a78',
    },
    {
      key: 'paths',
      label: text('Wege', 'Paths', 'Puće'),
      shape: 'square',
      letter: 'W',
      colour: '#1f4f9c',
    },
    {
      key: 'goodsShed',
      label: text('Güterschuppen', 'Goods shed', 'Kolnja'),
      shape: 'diamond',
      letter: 'H',
      colour: '#8a3b12',
    },
  ],
  documents: [
    {
      category: 'planDrawing',
      title: text('Skizze der Flächen', 'Sketch of the areas'),
      summary: text(
        'Zeigt, welche Flächen es gibt. Was auf ihnen geschieht, ist noch offen. Maßstab 1 : 2500.',
        'Shows which areas there are. What happens on them is still open. Scale 1 : 2500.',
      ),
      fileName: 'skizze-bplan-41.pdf',
      pages: 1,
    },
  ],
  timeline: [
    {
      when: { inMonthOf: -160 },
      label: text('Stadt kauft die Gleisfläche von der Bahn', 'The town buys the railway land'),
      state: 'done',
    },
    {
      when: { inMonthOf: -40 },
      label: text('Stadtrat beschließt, den Plan aufzustellen', 'Town council decides to draw up the plan'),
      state: 'done',
    },
    {
      when: { from: 5, to: 32 },
      label: text('Frühe Beteiligung: Sie sagen, was fehlt', 'Early participation: you say what is missing'),
      state: 'later',
    },
    {
      when: { inMonthOf: 200 },
      label: text('Erster Entwurf, wieder mit Ihnen', 'First draft, with you again'),
      state: 'later',
    },
    {
      when: { inMonthOf: 560 },
      label: text('Baubeginn am Ufer', 'Work on the bank begins'),
      state: 'later',
    },
  ],
  offlineWays: [
    {
      kind: 'look',
      text: text(
        'Stadtplanungsamt, Markt 1, Zimmer 214, ab dem ersten Tag der Frist. Stufenlos über den Hof.',
        'Planning office, Markt 1, room 214, from the first day of the period. Step-free through the courtyard.',
      ),
    },
    {
      kind: 'write',
      text: text(
        'Stadt Quellstedt, Stadtplanungsamt, Markt 1, 09990 Quellstedt. Auch ein Zettel im Briefkasten am Güterschuppen zählt.',
        'Stadt Quellstedt, Stadtplanungsamt, Markt 1, 09990 Quellstedt. A note in the box at the goods shed counts as well.',
      ),
    },
    {
      kind: 'speak',
      text: text(
        'Wir gehen mit Ihnen über die Fläche. Treffpunkt und Tage nennt das Stadtplanungsamt, Telefon 0371 000-214.',
        'We walk the site with you. The planning office tells you days and meeting point, telephone 0371 000-214.',
      ),
    },
  ],
}
