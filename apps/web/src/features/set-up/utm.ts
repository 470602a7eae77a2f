import type { Position } from '../../map/index.ts'

/**
 * ETRS89/UTM, the metres of German surveyors (EPSG:25832 west of 12° E, 25833 east of it), after Krüger's
 * series to the third order: exact to a millimetre within a zone. ETRS89 and WGS 84 are taken for the same;
 * they differ by less than a metre.
 *
 * @source L. Krüger, Konforme Abbildung des Erdellipsoids in der Ebene, 1912; GRS80.
 */
const A_M = 6_378_137
const F = 1 / 298.257222101
const N = F / (2 - F)
const RADIUS_M = (A_M / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64)
const K0 = 0.9996
const EAST_M = 500_000
const ALPHA = [
  N / 2 - (2 / 3) * N ** 2 + (5 / 16) * N ** 3,
  (13 / 48) * N ** 2 - (3 / 5) * N ** 3,
  (61 / 240) * N ** 3,
]
const BETA = [N / 2 - (2 / 3) * N ** 2 + (37 / 96) * N ** 3, N ** 2 / 48 + N ** 3 / 15, (17 / 480) * N ** 3]
const DELTA = [2 * N - (2 / 3) * N ** 2 - 2 * N ** 3, (7 / 3) * N ** 2 - (8 / 5) * N ** 3, (56 / 15) * N ** 3]

const rad = (degrees: number) => (degrees * Math.PI) / 180
const deg = (radians: number) => (radians * 180) / Math.PI
const meridian = (zone: number) => rad(zone * 6 - 183)

export const zoneOf = (lon: number) => Math.floor((lon + 180) / 6) + 1

/** `[lon, lat]` in degrees to `[east, north]` in metres. */
export function toUtm([lon, lat]: Position, zone: number): Position {
  const root = (2 * Math.sqrt(N)) / (1 + N)
  const sine = Math.sin(rad(lat!))
  const t = Math.sinh(Math.atanh(sine) - root * Math.atanh(root * sine))
  const away = rad(lon!) - meridian(zone)
  const xi = Math.atan2(t, Math.cos(away))
  const eta = Math.atanh(Math.sin(away) / Math.sqrt(1 + t * t))
  let east = eta
  let north = xi
  ALPHA.forEach((a, i) => {
    const j = 2 * (i + 1)
    east += a * Math.cos(j * xi) * Math.sinh(j * eta)
    north += a * Math.sin(j * xi) * Math.cosh(j * eta)
  })
  return [EAST_M + K0 * RADIUS_M * east, K0 * RADIUS_M * north]
}

/** `[east, north]` in metres to `[lon, lat]` in degrees, to a centimetre. */
export function fromUtm([eastM, northM]: Position, zone: number): Position {
  const xi = northM! / (K0 * RADIUS_M)
  const eta = (eastM! - EAST_M) / (K0 * RADIUS_M)
  let x = xi
  let y = eta
  BETA.forEach((b, i) => {
    const j = 2 * (i + 1)
    x -= b * Math.sin(j * xi) * Math.cosh(j * eta)
    y -= b * Math.cos(j * xi) * Math.sinh(j * eta)
  })
  const chi = Math.asin(Math.sin(x) / Math.cosh(y))
  const lat = DELTA.reduce((sum, d, i) => sum + d * Math.sin(2 * (i + 1) * chi), chi)
  const lon = meridian(zone) + Math.atan2(Math.sinh(y), Math.cos(x))
  return [round(deg(lon), 7), round(deg(lat), 7)]
}

export const round = (value: number, digits: number) => Number(value.toFixed(digits))
