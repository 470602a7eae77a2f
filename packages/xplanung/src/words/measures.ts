import type { XmlElement } from '../xml/element.ts'
import { BUILDING_CODES } from './codes-building.ts'
import { numberOf, valueOf, valuesOf } from './property.ts'
import { words, type Words } from './words.ts'

const NUMBERS = {
  de: 'kein ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' '),
  en: 'no one two three four five six seven eight nine ten eleven twelve'.split(' '),
}
const counted = (number: number, language: 'de' | 'en'): string => NUMBERS[language][number] ?? String(number)

const storeys = (number: number): Words =>
  words(
    `${counted(number, 'de')} ${number === 1 ? 'Vollgeschoss' : 'Vollgeschosse'}`,
    `${counted(number, 'en')} ${number === 1 ? 'storey' : 'storeys'}`,
  )

/** How many full storeys may be built. */
export function storeyWords(object: XmlElement): Words | null {
  const least = numberOf(object, 'Zmin')
  const most = numberOf(object, 'Zmax')
  if (least !== null && most !== null && least > 0) {
    return words(
      `${counted(least, 'de')} bis ${counted(most, 'de')} Vollgeschosse`,
      `${counted(least, 'en')} to ${counted(most, 'en')} storeys`,
    )
  }
  const exactly = numberOf(object, 'Zzwingend')
  if (exactly !== null && exactly > 0) {
    const { de, en } = storeys(exactly)
    return words(`zwingend ${de}`, `exactly ${en}`)
  }
  const allowed = numberOf(object, 'Z') ?? most
  return allowed !== null && allowed > 0 ? storeys(allowed) : null
}

const german = (number: number): string => String(number).replace('.', ',')

const ratio = (object: XmlElement, name: 'GRZ' | 'GFZ' | 'BMZ'): Words | null => {
  const value = numberOf(object, name) ?? numberOf(object, `${name}max`)
  if (value === null || value <= 0) return null
  const english = { GRZ: 'site coverage', GFZ: 'floor space ratio', BMZ: 'cubic ratio' }[name]
  return words(`${name} ${german(value)}`, `${english} ${value}`)
}

const area = (object: XmlElement, name: 'GR' | 'GF', english: string): Words | null => {
  const value = numberOf(object, name) ?? numberOf(object, `${name}max`)
  return value === null || value <= 0 ? null : words(`${name} ${german(value)} m²`, `${english} ${value} m²`)
}

/** Heights as the plan gives them: "Gebäudehöhe 26,5 m". */
export function heightWords(object: XmlElement): Words[] {
  return object.children
    .filter(({ name }) => name === 'hoehenangabe')
    .flatMap(({ children }) => children)
    .flatMap((height) => {
      const metres = numberOf(height, 'h') ?? numberOf(height, 'hMax') ?? numberOf(height, 'hZwingend')
      if (metres === null) return []
      const point = BUILDING_CODES.hoehenbezugspunkt.get(valueOf(height, 'bezugspunkt') ?? '')
      return [words(`${point?.de ?? 'Höhe'} ${german(metres)} m`, `${point?.en ?? 'height'} ${metres} m`)]
    })
}

const coded = (object: XmlElement, name: string, list: ReadonlyMap<string, Words>): Words | null =>
  list.get(valueOf(object, name) ?? '') ?? null

/** How much may be built and in which form, in the order a drawing shows it. */
export function measureWords(object: XmlElement): Words[] {
  const roofs = [
    ...valuesOf(object, 'dachform'),
    ...object.children
      .filter(({ name }) => name === 'dachgestaltung')
      .flatMap(({ children }) => children.flatMap((roof) => valuesOf(roof, 'dachform'))),
  ]
  return [
    storeyWords(object),
    ratio(object, 'GRZ'),
    ratio(object, 'GFZ'),
    area(object, 'GR', 'site area'),
    area(object, 'GF', 'floor space'),
    ratio(object, 'BMZ'),
    coded(object, 'bauweise', BUILDING_CODES.bauweise),
    coded(object, 'bebauungsArt', BUILDING_CODES.bebauungsArt),
    ...new Set(roofs.map((code) => BUILDING_CODES.dachform.get(code) ?? null)),
    ...heightWords(object),
  ].filter((part) => part !== null)
}
