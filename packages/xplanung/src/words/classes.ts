import { CLASSES_BUILDING } from './classes-building.ts'
import { CLASSES_REGION } from './classes-region.ts'
import { table, type Row } from './table.ts'
import { words, type Words } from './words.ts'

const CLASSES: ReadonlyMap<string, Row> = new Map([...table(CLASSES_BUILDING), ...table(CLASSES_REGION)])

export const isKnownClass = (name: string): boolean =>
  CLASSES.has(name) || isPlanClass(name) || isSectionClass(name)

/** BP, FP, RP, SO or LP of a class name, or null. */
export const familyOf = (name: string): PlanClass | null => {
  const prefix = name.slice(0, 2)
  return name[2] === '_' && isPlanFamily(prefix) ? prefix : null
}

/** Bebauungsplan, Flächennutzungsplan, Raumordnungsplan, sonstiges Planwerk, Landschaftsplan. */
export type PlanClass = 'BP' | 'FP' | 'RP' | 'SO' | 'LP'

const isPlanFamily = (prefix: string): prefix is PlanClass => prefix in PLAN_CLASSES

export const PLAN_CLASSES: Readonly<Record<PlanClass, Words>> = {
  BP: words('Bebauungsplan', 'binding land-use plan'),
  FP: words('Flächennutzungsplan', 'preparatory land-use plan'),
  RP: words('Raumordnungsplan', 'spatial plan'),
  SO: words('Sonstiges Planwerk', 'other plan'),
  LP: words('Landschaftsplan', 'landscape plan'),
}

export const isPlanClass = (name: string): boolean => /^(BP|FP|RP|SO|LP)_Plan$/.test(name)

export const isSectionClass = (name: string): boolean => /^(BP|FP|RP|SO|LP)_Bereich$/.test(name)

export const isTextClass = (name: string): boolean =>
  /^(BP|FP|RP|SO|LP|XP)_(TextAbschnitt|BegruendungAbschnitt)$/.test(name)

/** Objects that only say where a sign or a text stands on the drawing. */
export const isPresentationClass = (name: string): boolean =>
  /^XP_(PPO|LPO|FPO|PTO|LTO|TPO|Nutzungsschablone|Praesentationsobjekt)$/.test(name)

/** What a class is called; a class nobody knows is called by its own name, taken apart. */
export function classWords(name: string): Words {
  const known = CLASSES.get(name)
  if (known) return words(known.de, known.en)
  const plain = name
    .replace(/^[A-Z]{2}_/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('ae', 'ä')
    .replaceAll('oe', 'ö')
    .replaceAll('ue', 'ü')
  return words(plain, plain)
}
