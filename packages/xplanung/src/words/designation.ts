import { childNamed, type XmlElement } from '../xml/element.ts'
import { classWords } from './classes.ts'
import { BUILDING_CODES } from './codes-building.ts'
import { OTHER_CODES } from './codes-other.ts'
import { NAMING_PROPERTIES, listFor } from './code-lists.ts'
import { measureWords } from './measures.ts'
import { valueOf, valuesOf } from './property.ts'
import type { Row } from './table.ts'
import { joinWords, verbatim, words, type Words } from './words.ts'

export interface Designation {
  /** in plain words: "WA 1: Allgemeines Wohngebiet, drei Vollgeschosse" */
  readonly words: Words
  /** the sign on the drawing, such as "WA 1"; null where there is none */
  readonly sign: string | null
  /** codes without words, as `property code` */
  readonly unknownCodes: readonly string[]
}

/** Free texts that say what an object is when no code does. */
const TEXTS = [
  'bezeichnung',
  'kurzbeschreibung',
  'vormerkung',
  'vorbehalt',
  'nutzung',
  'abbaugut',
  'schriftinhalt',
  'gewaesserTyp',
  'name',
] as const

const MAX_TEXT = 120
const shortened = (text: string): string =>
  text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text

/** Says in plain words what an object of a plan is. */
export function designate(object: XmlElement): Designation {
  const unknownCodes: string[] = []
  const look = (list: ReadonlyMap<string, Row> | null, property: string, code: string): Row | null => {
    const row = list?.get(code) ?? null
    // Codes that stand for "unknown" in the lists themselves are no riddle.
    if (list && !row && !/^999[89]\d*$/.test(code)) unknownCodes.push(`${property} ${code}`)
    return row
  }

  const { head, sign } = headOf(object, look)
  const purposes = NAMING_PROPERTIES.flatMap((property) => {
    const list = listFor(object.name, property)
    if (!list) return []
    const further = property === 'zweckbestimmung' ? FURTHER_PURPOSES : []
    return valuesOf(object, property, ...further).flatMap((code) => look(list, property, code) ?? [])
  })
  const texts = TEXTS.flatMap((name) => {
    const child = childNamed(object, name)
    return child && child.children.length === 0 && child.text && !/^\d+$/.test(child.text)
      ? [verbatim(shortened(child.text))]
      : []
  })
  const publicity = listFor(object.name, 'nutzungsform')?.get(valueOf(object, 'nutzungsform') ?? '') ?? null
  const detail = joinWords(
    [...unique(purposes), ...(publicity ? [publicity] : []), ...texts.slice(0, 1)],
    ', ',
  )
  // A sign in front has the colon already.
  const named = detail.de ? joinWords([head, detail], head.de.includes(': ') ? ', ' : ': ') : head
  return { words: joinWords([named, ...measureWords(object)], ', '), sign, unknownCodes }
}

/** XPlanGML 4 had room for one purpose and put the others beside it. */
const FURTHER_PURPOSES = [1, 2, 3, 4, 5].map((number) => `weitereZweckbestimmung${number}`)

const unique = (rows: readonly Words[]): Words[] => [...new Map(rows.map((row) => [row.de, row])).values()]

type Look = (list: ReadonlyMap<string, Row> | null, property: string, code: string) => Row | null

function headOf(object: XmlElement, look: Look): { head: Words; sign: string | null } {
  if (/Baugebiet|BebauungsFlaeche|WohngebaeudeFlaeche/.test(object.name)) return buildingArea(object, look)
  if (object.name.includes('AnpflanzungBindung')) {
    const measure = valuesOf(object, 'massnahme').flatMap(
      (code) => look(BUILDING_CODES.massnahmeABE, 'massnahme', code) ?? [],
    )[0]
    const things = valuesOf(object, 'gegenstand').flatMap(
      (code) => look(BUILDING_CODES.gegenstandABE, 'gegenstand', code) ?? [],
    )
    if (measure && things.length > 0)
      return { head: joinWords([measure, joinWords(unique(things), ', ')], ' '), sign: null }
  }
  if (object.name.startsWith('RP_')) {
    const kind = valuesOf(object, 'gebietsTyp').flatMap(
      (code) => look(OTHER_CODES.gebietsTypRP, 'gebietsTyp', code) ?? [],
    )[0]
    if (kind) return { head: joinWords([kind, classWords(object.name)], ' '), sign: null }
  }
  return { head: classWords(object.name), sign: numbered(object, null) }
}

function buildingArea(object: XmlElement, look: Look): { head: Words; sign: string | null } {
  const special = valueOf(object, 'besondereArtDerBaulNutzung')
  const general = valueOf(object, 'allgArtDerBaulNutzung')
  const use =
    (special && look(BUILDING_CODES.besondereArt, 'besondereArtDerBaulNutzung', special)) ||
    (general && look(BUILDING_CODES.allgArt, 'allgArtDerBaulNutzung', general)) ||
    null
  const sign = numbered(object, use?.sign ?? null)
  const name = use ? words(use.de, use.en) : classWords(object.name)
  return { head: sign ? words(`${sign}: ${name.de}`, `${sign}: ${name.en}`) : name, sign }
}

/** "WA" and the outline number beside it: "WA 1"; numbers that bring the sign along are left as they are. */
function numbered(object: XmlElement, sign: string | null): string | null {
  const outline = ['gliederung1', 'gliederung2']
    .flatMap((name) => valueOf(object, name) ?? [])
    .join(' ')
    .slice(0, 40)
  if (!outline) return sign
  if (!sign || outline.toUpperCase().startsWith(sign)) return outline
  return `${sign} ${outline}`
}
