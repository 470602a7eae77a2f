import { quote, type FindingEntry } from './finding-entry.ts'
import { words } from './words.ts'

/** Findings about the file, its objects and links, its dates and documents. */
export const FILE_FINDINGS = {
  'encoding-repaired': [
    'repaired',
    (_, before, after) =>
      words(
        `Die Datei nennt die Zeichenkodierung ${before}, enthält aber ${after}; sie wurde so gelesen.`,
        `The file names the encoding ${before} but holds ${after}; it was read as that.`,
      ),
  ],
  'undeclared-prefix': [
    'repaired',
    (detail) =>
      words(
        `Das Präfix ${quote(detail)} ist nicht erklärt; es wurde nach seinem Namen verstanden.`,
        `The prefix ${quote(detail)} is not declared; it was taken by its name.`,
      ),
  ],
  'newer-version': [
    'warning',
    (detail) =>
      words(
        `Version ${detail} ist neuer als dieses Programm; Neues darin kann fehlen.`,
        `Version ${detail} is newer than this program; what is new in it may be missing.`,
      ),
  ],
  'mixed-versions': [
    'warning',
    (detail) => words(`Die Datei mischt die Versionen ${detail}.`, `The file mixes the versions ${detail}.`),
  ],
  'unknown-class': [
    'warning',
    (detail) =>
      words(
        `Die Objektart ${quote(detail)} ist nicht bekannt; das Objekt wurde behalten.`,
        `The class ${quote(detail)} is not known; the object was kept.`,
      ),
  ],
  'unknown-element': [
    'warning',
    (detail) =>
      words(
        `Das Element ${quote(detail)} ist im Standard nicht bekannt; sein Inhalt wurde behalten.`,
        `The element ${quote(detail)} is not known in the standard; its content was kept.`,
      ),
  ],
  'foreign-feature': [
    'note',
    (detail) =>
      words(
        `Das Objekt ${quote(detail)} gehört nicht zu XPlanGML; es wurde übergangen.`,
        `The object ${quote(detail)} is not XPlanGML; it was passed over.`,
      ),
  ],
  'duplicate-id': [
    'warning',
    (detail) =>
      words(
        `Die Kennung ${quote(detail)} kommt mehrfach vor; Verweise gelten dem ersten Vorkommen.`,
        `The id ${quote(detail)} occurs more than once; references go to the first.`,
      ),
  ],
  'missing-id': [
    'warning',
    (detail) =>
      words(
        `Ein Objekt der Art ${detail} hat keine gml:id; es bekam eine nach seiner Zeile.`,
        `An object of class ${detail} has no gml:id; it was given one by its line.`,
      ),
  ],
  'broken-reference': [
    'warning',
    (detail) =>
      words(
        `${detail} verweist auf etwas, das es in der Datei nicht gibt.`,
        `${detail} refers to something that is not in the file.`,
      ),
  ],
  'reference-without-hash': [
    'repaired',
    (detail) =>
      words(
        `Verweise in ${detail} beginnen nicht mit "#"; sie wurden trotzdem aufgelöst.`,
        `References in ${detail} do not begin with "#"; they were resolved all the same.`,
      ),
  ],
  'no-section': [
    'warning',
    () =>
      words(
        'Der Plan hat keinen Bereich; seine Objekte wurden ihm unmittelbar zugeordnet.',
        'The plan has no section (Bereich); its objects were given to the plan itself.',
      ),
  ],
  'object-without-section': [
    'warning',
    (detail) =>
      words(
        `Objekte der Art ${detail} gehören zu keinem Bereich; sie wurden dem Plan zugeordnet.`,
        `Objects of class ${detail} belong to no section; they were given to the plan.`,
      ),
  ],
  'section-without-plan': [
    'warning',
    () =>
      words(
        'Ein Bereich nennt keinen Plan; er wurde dem ersten Plan zugeordnet.',
        'A section names no plan; it was given to the first plan.',
      ),
  ],
  'several-plans': [
    'note',
    (detail) =>
      words(
        `Die Datei enthält ${detail} Pläne; alle wurden gelesen.`,
        `The file holds ${detail} plans; all were read.`,
      ),
  ],
  'mandatory-missing': [
    'warning',
    (detail) =>
      words(
        `Dem Plan fehlt die Pflichtangabe ${quote(detail)}.`,
        `The plan lacks the mandatory ${quote(detail)}.`,
      ),
  ],
  'unknown-code': [
    'warning',
    (detail) => words(`Unbekannter Schlüssel: ${detail}.`, `Unknown code: ${detail}.`),
  ],
  'municipality-key-repaired': [
    'repaired',
    (_, before, after) =>
      words(
        `Der Gemeindeschlüssel ${before} wurde zu ${after} ergänzt.`,
        `The municipality key ${before} was completed to ${after}.`,
      ),
  ],
  'municipality-key-wrong': [
    'warning',
    (detail) =>
      words(`${quote(detail)} ist kein Gemeindeschlüssel.`, `${quote(detail)} is not a municipality key.`),
  ],
  'date-wrong': [
    'warning',
    (detail, before) =>
      words(`${detail}: ${quote(before)} ist kein Datum.`, `${detail}: ${quote(before)} is not a date.`),
  ],
  'dates-out-of-order': [
    'warning',
    (detail, before, after) =>
      words(
        `${detail}: das Ende (${after}) liegt vor dem Anfang (${before}).`,
        `${detail}: the end (${after}) lies before the beginning (${before}).`,
      ),
  ],
} as const satisfies Record<string, FindingEntry>
