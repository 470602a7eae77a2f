const EARTH_M = 40_075_016.686

/** Metres of one pixel at a latitude and zoom of the web mercator map. */
export const metresPerPixel = (lat: number, zoom: number) =>
  (EARTH_M * Math.cos((lat * Math.PI) / 180)) / (256 * 2 ** zoom)

/** The longest round length that fits: 1, 2 or 5 times a power of ten. */
export function scaleBar(lat: number, zoom: number, mostPx: number): { lengthM: number; widthPx: number } {
  const perPx = metresPerPixel(lat, zoom)
  const mostM = perPx * mostPx
  const power = 10 ** Math.floor(Math.log10(mostM))
  const lengthM = [5, 2, 1].map((step) => step * power).find((length) => length <= mostM) ?? power
  return { lengthM, widthPx: Math.round(lengthM / perPx) }
}

/** A point moved by metres; good enough for the few steps one takes on a map. */
export const moved = ([lon, lat]: number[], eastM: number, northM: number): number[] => [
  lon! + (eastM * 360) / (EARTH_M * Math.cos((lat! * Math.PI) / 180)),
  lat! + (northM * 360) / EARTH_M,
]
