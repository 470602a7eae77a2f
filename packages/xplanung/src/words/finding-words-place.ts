import { quote, type FindingEntry } from './finding-entry.ts'
import { words } from './words.ts'

/** Findings about where things are and which shape they have. */
export const PLACE_FINDINGS = {
  'crs-inherited': [
    'note',
    (detail, _, after) =>
      words(
        `Geometrien ohne Angabe des Koordinatensystems übernahmen ${after} von ${detail === 'Envelope' ? 'ihrer Hülle (boundedBy)' : 'den übrigen Geometrien der Datei'}.`,
        `Geometries without a reference system took ${after} from ${detail === 'Envelope' ? 'their envelope (boundedBy)' : 'the other geometries of the file'}.`,
      ),
  ],
  'crs-assumed': [
    'note',
    (_, before, after) =>
      words(
        `Das Koordinatensystem ${after} wurde auf Ihre Angabe hin angenommen (in der Datei: ${before ?? 'keines'}).`,
        `The reference system ${after} was assumed as you said (in the file: ${before ?? 'none'}).`,
      ),
  ],
  'crs-repaired': [
    'repaired',
    (_, before, after) =>
      words(
        `Die Datei nennt ${before}, die Zahlen passen nur zu ${after}; so wurden sie gelesen.`,
        `The file says ${before}, the numbers fit only ${after}; they were read as that.`,
      ),
  ],
  'axis-swapped': [
    'repaired',
    (_, before, after) =>
      words(
        `Die Achsen waren vertauscht (${before}); gelesen als ${after}.`,
        `The axes were swapped (${before}); read as ${after}.`,
      ),
  ],
  'axis-north-first': [
    'note',
    (detail) =>
      words(
        `${detail}: Hochwert vor Rechtswert (Breite vor Länge), wie dort festgelegt.`,
        `${detail}: north before east (latitude before longitude), as defined there.`,
      ),
  ],
  'place-contradicts-key': [
    'warning',
    (detail, before, after) =>
      words(
        `Der Gemeindeschlüssel nennt ${before}, der Plan liegt aber bei ${after}.${detail}`,
        `The municipality key says ${before}, but the plan lies at ${after}.${detail}`,
      ),
  ],
  'outside-germany': [
    'warning',
    (_, before) =>
      words(
        `Eine Geometrie liegt außerhalb Deutschlands (${before}); sie wurde weggelassen.`,
        `A geometry lies outside Germany (${before}); it was left out.`,
      ),
  ],
  'far-from-territory': [
    'warning',
    (detail) =>
      words(
        `Objekte der Art ${detail} liegen mehr als 20 km vom Geltungsbereich entfernt.`,
        `Objects of class ${detail} lie more than 20 km away from the territory.`,
      ),
  ],
  'orientation-repaired': [
    'repaired',
    (detail, before, after) =>
      words(
        `${detail === 'exterior' ? 'Ein äußerer' : 'Ein innerer'} Ring lief ${before === 'clockwise' ? 'im' : 'gegen den'} Uhrzeigersinn und wurde umgedreht.`,
        `An ${detail} ring ran ${before} and was turned to ${after}.`,
      ),
  ],
  'ring-closed': [
    'repaired',
    (_, before) =>
      words(
        `Ein Ring war nicht geschlossen (Lücke ${before}); er wurde geschlossen.`,
        `A ring was not closed (gap ${before}); it was closed.`,
      ),
  ],
  'ring-gap': [
    'repaired',
    (_, before) =>
      words(
        `Die Kurven eines Rings schließen nicht aneinander an (Lücke ${before}); sie wurden gerade verbunden.`,
        `The curves of a ring do not meet (gap ${before}); they were joined by a straight line.`,
      ),
  ],
  'curve-reversed': [
    'repaired',
    () =>
      words(
        'Eine Kurve eines Rings lief in falscher Richtung und wurde umgedreht.',
        'A curve of a ring ran the wrong way and was turned round.',
      ),
  ],
  'arcs-densified': [
    'note',
    (_, __, after) =>
      words(
        `Bögen und Kreise wurden in Strecken zerlegt, höchstens ${after} neben dem Bogen.`,
        `Arcs and circles were drawn as straight pieces, at most ${after} off the arc.`,
      ),
  ],
  'arc-straightened': [
    'note',
    (detail) =>
      words(
        `Ein Bogen durch Punkte auf einer Geraden ist eine Strecke (${detail}).`,
        `An arc through points on one line is a straight line (${detail}).`,
      ),
  ],
  'spline-straightened': [
    'warning',
    (detail) =>
      words(
        `${detail} wurde als Linienzug durch seine Stützpunkte gezeichnet.`,
        `${detail} was drawn as straight pieces through its points.`,
      ),
  ],
  'height-dropped': [
    'note',
    () => words('Höhen (dritte Koordinate) wurden weggelassen.', 'Heights (third coordinate) were left out.'),
  ],
  'hole-outside': [
    'warning',
    () => words('Ein Loch liegt außerhalb seiner Fläche.', 'A hole lies outside its surface.'),
  ],
  'self-intersection': [
    'warning',
    (_, before) =>
      words(`Ein Ring schneidet sich selbst (bei ${before}).`, `A ring crosses itself (at ${before}).`),
  ],
  'check-cut-short': [
    'note',
    (detail) => words(`Nicht zu Ende geprüft: ${detail}.`, `Not checked to the end: ${detail}.`),
  ],
  'geometry-unusable': [
    'warning',
    (detail) =>
      words(
        `Eine Geometrie ist unbrauchbar (${detail}); das Objekt wurde ohne sie behalten.`,
        `A geometry is of no use (${detail}); the object was kept without it.`,
      ),
  ],
  'geometry-missing': [
    'warning',
    (detail) =>
      words(
        `Objekte der Art ${detail} haben keine Geometrie.`,
        `Objects of class ${detail} have no geometry.`,
      ),
  ],
  'document-missing': [
    'warning',
    (detail) =>
      words(
        `Das Dokument ${quote(detail)} liegt nicht im Archiv.`,
        `The document ${quote(detail)} is not in the archive.`,
      ),
  ],
  'document-path-unsafe': [
    'warning',
    (detail) =>
      words(
        `Der Verweis ${quote(detail)} zeigt auf eine Stelle außerhalb des Archivs; ihm wird nicht gefolgt.`,
        `The link ${quote(detail)} points outside the archive; it is not followed.`,
      ),
  ],
  'empty-element': [
    'note',
    (detail) => words(`Das Element ${quote(detail)} ist leer.`, `The element ${quote(detail)} is empty.`),
  ],
  'too-many-findings': [
    'warning',
    (detail) =>
      words(`${detail} weitere Befunde sind nicht aufgeführt.`, `${detail} further findings are not listed.`),
  ],
} as const satisfies Record<string, FindingEntry>
