import { LIMITS, PLAN_STYLES, type LocalizedText } from '@mitsprache/terms'
import type { Geometry } from 'geojson'
import { words, type Detail, type PlanData, type PlanDataObject, type Words } from './plan-data.ts'

/** Which property is the name of an object, and which its sign; null for none. */
export type NameMapping = { name: string | null; designation: string | null }

/** A property that objects of a file have, with what stands in it. */
export type PropertyChoice = { name: string; count: number; samples: string[] }

/** A part of the plan as it will be kept. */
export type NewPart = {
  key: string
  class: string | null
  style: string
  name: LocalizedText
  designation: string | null
  storeys: number | null
  level: number
  details: Detail[]
  geometry: Geometry
}

const SAMPLES = 3
const NAMES = [
  /^(name|bezeichnung|titel|title|label|beschriftung)$/i,
  /name|bezeichn|titel|label/i,
  /nutzung|art|typ|zweck/i,
]
const SIGNS = [/^(sign|kuerzel|kürzel|planzeichen|designation|kurzbez\w*)$/i, /kuerzel|kürzel|abk/i]
const STOREYS = /^(storeys|geschosse|vollgeschosse|zahl_?vg|z)$/i

/** What can be chosen as name or sign, what most objects have first. */
export function propertiesOf({ objects }: PlanData): PropertyChoice[] {
  const found = new Map<string, PropertyChoice>()
  for (const { properties } of objects)
    for (const [name, value] of Object.entries(properties)) {
      const choice = found.get(name) ?? { name, count: 0, samples: [] }
      choice.count += 1
      if (choice.samples.length < SAMPLES && !choice.samples.includes(value)) choice.samples.push(value)
      found.set(name, choice)
    }
  return [...found.values()].sort((a, b) => b.count - a.count)
}

/** What is chosen until somebody chooses otherwise. */
export function usualMapping(data: PlanData): NameMapping {
  const names = propertiesOf(data).map(({ name }) => name)
  const first = (patterns: RegExp[]) =>
    patterns.map((pattern) => names.find((name) => pattern.test(name))).find(Boolean) ?? null
  return { name: first(NAMES), designation: first(SIGNS) }
}

const KINDS: Record<string, Words> = {
  Point: words('Punkt', 'Point'),
  MultiPoint: words('Punkte', 'Points'),
  LineString: words('Linie', 'Line'),
  MultiLineString: words('Linien', 'Lines'),
  Polygon: words('Fläche', 'Area'),
  MultiPolygon: words('Flächen', 'Areas'),
  GeometryCollection: words('Objekt', 'Object'),
}

/** The objects of a file as parts of a plan, each with a name that nobody else has. */
export function partsOf(data: PlanData, mapping: Partial<NameMapping>): NewPart[] {
  const { name, designation } = { ...usualMapping(data), ...mapping }
  const named = data.objects.map((object) => ({ ...object, name: cut(nameOf(object, name)) }))
  return numbered(named).map((object) => ({
    key: object.key,
    class: object.class,
    style: object.style,
    name: object.name,
    designation: object.designation ?? cutText(valueOf(object, designation) || null, 100),
    storeys: object.storeys ?? storeysIn(object.properties),
    level: object.level,
    details: [...object.details, ...detailsOf(object.properties, [name, designation])],
    geometry: object.geometry,
  }))
}

/** Of the file itself: every object has a `__proto__` and a `constructor` besides. */
const valueOf = ({ properties }: Pick<PlanDataObject, 'properties'>, property: string | null) =>
  property !== null && Object.hasOwn(properties, property) ? properties[property] : undefined

function nameOf({ name, properties, style, geometry }: PlanDataObject, property: string | null): Words {
  if (name) return name
  const text = valueOf({ properties }, property)
  if (text) return words(text, text)
  const { de, en } = PLAN_STYLES[style].words as Words
  return style === 'neutral' ? KINDS[geometry.type]! : words(de, en)
}

/** Leaves room for a number. */
const cut = ({ de, en }: Words): Words =>
  words(cutText(de, LIMITS.planPartName - 12)!, cutText(en, LIMITS.planPartName - 12)!)
function cutText(text: string | null, most: number): string | null {
  const letters = [...(text ?? '').normalize('NFC').replaceAll('\0', '')]
  return text === null
    ? null
    : letters.length > most
      ? `${letters.slice(0, most - 1).join('')}…`
      : letters.join('')
}

function storeysIn(properties: Record<string, string>): number | null {
  const found = Object.entries(properties).find(([name]) => STOREYS.test(name))?.[1]
  const storeys = Number(found)
  return found && Number.isInteger(storeys) && storeys > 0 && storeys < 100 ? storeys : null
}

const DETAILS_MOST = 12

/** What else is said of an object, as its file calls it. */
function detailsOf(properties: Record<string, string>, without: (string | null)[]): Detail[] {
  return Object.entries(properties)
    .filter(([name]) => !without.includes(name))
    .slice(0, DETAILS_MOST)
    .map(([name, value]) => ({ label: words(name, name), value: words(value, value) }))
}

/** Of many trees each has a number, so that people and screen readers can tell them apart. */
function numbered<T extends { name: Words }>(objects: T[]): T[] {
  const total = new Map<string, number>()
  for (const { name } of objects) total.set(name.de, (total.get(name.de) ?? 0) + 1)
  const seen = new Map<string, number>()
  return objects.map((object) => {
    const { name } = object
    if (total.get(name.de) === 1) return object
    const n = (seen.get(name.de) ?? 0) + 1
    seen.set(name.de, n)
    return { ...object, name: words(`${name.de}, Nr. ${n}`, `${name.en}, no. ${n}`) }
  })
}
