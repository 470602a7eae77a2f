import proj4 from 'proj4'
import type { Position } from '../geometry/shapes.ts'
import { systemOf, type ReferenceSystem } from './systems.ts'

interface Converter {
  forward: (position: [number, number]) => [number, number]
  inverse: (position: [number, number]) => [number, number]
}

const WGS84 = systemOf(4326)!
const converters = new Map<number, Converter>()

const converterOf = (system: ReferenceSystem): Converter => {
  let converter = converters.get(system.epsg)
  if (!converter) {
    converter = proj4(system.proj, WGS84.proj)
    converters.set(system.epsg, converter)
  }
  return converter
}

/** A hundred-millionth of a degree is a millimetre: finer than any plan, and half the size in a file. */
const round = (degrees: number): number => Math.round(degrees * 1e8) / 1e8

/**
 * @param position [east, north] in the units of the system
 * @returns [lon, lat] in EPSG:4326, or null where the system has no such place
 */
export function toLonLat(system: ReferenceSystem, position: Position): [number, number] | null {
  const [x, y] = position
  if (system.geographic) return Math.abs(x) <= 180 && Math.abs(y) <= 90 ? [round(x), round(y)] : null
  try {
    const [lon, lat] = converterOf(system).forward([x, y])
    if (!Number.isFinite(lon) || !Number.isFinite(lat) || Math.abs(lon) > 180 || Math.abs(lat) > 90)
      return null
    return [round(lon), round(lat)]
  } catch {
    // proj4 throws for numbers its series cannot follow; there is no such place then.
    return null
  }
}

/**
 * The way back, for checks.
 *
 * @param lonLat [lon, lat] in EPSG:4326
 * @returns [east, north] in the units of the system
 */
export function fromLonLat(system: ReferenceSystem, lonLat: Position): [number, number] {
  if (system.geographic) return [lonLat[0], lonLat[1]]
  return converterOf(system).inverse([lonLat[0], lonLat[1]])
}
