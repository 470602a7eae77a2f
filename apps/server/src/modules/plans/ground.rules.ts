import { fromLonLat, systemOf, toLonLat } from '@mitsprache/xplanung'
import { applied, type Affine, type Pair } from '../../platform/affine.ts'
import { fitAffine } from './fit-points.rules.ts'
import type { DrawingSize, Placement } from './place-drawing.rules.ts'

/** Of ETRS89/UTM. Germany lies in these three; a place beyond them is measured in the nearest. */
export type Zone = 31 | 32 | 33

export const zoneFor = (lon: number): Zone =>
  Math.min(33, Math.max(31, Math.floor((lon + 180) / 6) + 1)) as Zone

const systemOfZone = (zone: Zone) => systemOf(25_800 + zone)!

/** `[lon, lat]` to metres `[east, north]`. */
export const toGround = (zone: Zone, lonLat: Pair): [number, number] =>
  fromLonLat(systemOfZone(zone), [lonLat[0], lonLat[1]])

/** Metres `[east, north]` to `[lon, lat]`; what lies beyond the earth comes out as its edge. */
export const fromGround = (zone: Zone, place: Pair): [number, number] =>
  toLonLat(systemOfZone(zone), [place[0], place[1]]) ?? [180, 85]

const WEB_MERCATOR = 3857
const RADIUS_M = 6_378_137
const deg = (radians: number) => (radians * 180) / Math.PI

/** From coordinates of any system we know to `[lon, lat]`; null where the system has no such place. */
function lonLatOf(epsg: number, [x, y]: Pair): [number, number] | null {
  if (epsg === WEB_MERCATOR)
    return Math.abs(x) <= RADIUS_M * Math.PI
      ? [deg(x / RADIUS_M), deg(Math.atan(Math.sinh(y / RADIUS_M)))]
      : null
  const system = systemOf(epsg)
  return system && toLonLat(system, [x, y])
}

export type PlacedByFile = Placement & { accuracyM: number }

/**
 * Lays a drawing where its file says it lies (GeoTIFF).
 *
 * @param place a code of EPSG and the way from pixels to that system, east (or longitude) first.
 * @returns the placement and how far the change of datum may be off, or null for a system we do not know.
 */
export function placeByFile(
  place: { epsg: number; way: Affine },
  { widthPx, heightPx }: DrawingSize,
): PlacedByFile | null {
  if (place.epsg !== WEB_MERCATOR && !systemOf(place.epsg)) return null
  const steps = [0, 0.5, 1]
  const pixels = steps.flatMap((right) => steps.map((down): Pair => [widthPx * right, heightPx * down]))
  const places = pixels.map((pixel) => lonLatOf(place.epsg, applied(place.way, pixel)))
  const found = places.filter((each) => each !== null && Math.abs(each[1]) < 85) as Pair[]
  if (found.length < places.length) return null
  const zone = zoneFor(found[4]![0])
  const transform = fitAffine(
    pixels,
    found.map((each) => toGround(zone, each)),
  )
  if (!transform.every(Number.isFinite)) return null
  return { zone, transform, accuracyM: systemOf(place.epsg)?.shift.accuracyM ?? 0 }
}
