import { distanceM, type PlanPart, type Position } from '../../map/index.ts'

export type NearPart = { part: PlanPart; distanceM: number }

/** How far around an address we look. */
export const AROUND_M = 200

/** Parts of a plan with their distance from a point, nearest first. Computed here: the point stays on the device. */
export const byDistance = (from: Position, parts: readonly PlanPart[]): NearPart[] =>
  parts
    .map((part) => ({ part, distanceM: distanceM(from, part.geometry) }))
    .sort((a, b) => a.distanceM - b.distanceM)

/** Parts of one name are said once, with the nearest of them: nobody reads through a hundred trees. */
export function oncePerName(near: readonly NearPart[]): (NearPart & { count: number })[] {
  const said = new Map<string, NearPart & { count: number }>()
  for (const each of near) {
    const known = said.get(each.part.name.de)
    if (known) known.count += 1
    else said.set(each.part.name.de, { ...each, count: 1 })
  }
  return [...said.values()]
}

/** As exact as a street without a house number: five metres, ten from a hundred on. */
export function roundedM(metres: number) {
  const step = metres < 100 ? 5 : 10
  return Math.round(metres / step) * step
}

/** "Neefestraße 12 a" in street and number; a number in the middle belongs to the name. */
export function splitHouseNumber(typed: string): { street: string; houseNumber: string } {
  const text = typed.trim()
  const match = /^(.*\p{L}\.?)[\s,]+(\d{1,4}\s?[a-z]?(?:\s?[-–/]\s?\d{1,4}\s?[a-z]?)?)$/iu.exec(text)
  return match ? { street: match[1]!, houseNumber: match[2]! } : { street: text, houseNumber: '' }
}
