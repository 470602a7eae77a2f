import { KNOWN_CRS, systemOf, toLonLat } from '@mitsprache/xplanung'
import type { Position } from 'geojson'
import { Unreadable, words } from './plan-data.ts'

/** How the coordinates of a file come to EPSG:4326. */
export type Projection = {
  epsg: number
  name: string
  accuracyM: number
  /** null where the system has no such place */
  toLonLat(position: Position): [number, number] | null
}

const WEB_MERCATOR_RADIUS_M = 6_378_137
const round = (degrees: number) => Math.round(degrees * 1e8) / 1e8

const webMercator: Projection = {
  epsg: 3857,
  name: 'WGS 84 / Pseudo-Mercator',
  accuracyM: 0,
  toLonLat([x, y]) {
    const lon = (x! / WEB_MERCATOR_RADIUS_M) * (180 / Math.PI)
    const lat = (2 * Math.atan(Math.exp(y! / WEB_MERCATOR_RADIUS_M)) - Math.PI / 2) * (180 / Math.PI)
    return Math.abs(lon) <= 180 && Math.abs(lat) <= 85.06 ? [round(lon), round(lat)] : null
  },
}

/** @returns null for a system that is not read here. */
export function projectionOf(epsg: number): Projection | null {
  if (epsg === 3857 || epsg === 900913) return webMercator
  const system = systemOf(epsg)
  if (!system) return null
  return {
    epsg,
    name: system.name,
    accuracyM: system.shift.accuracyM,
    toLonLat: ([x, y]) => (Number.isFinite(x) && Number.isFinite(y) ? toLonLat(system, [x!, y!]) : null),
  }
}

/** The code in `EPSG:25833`, `urn:ogc:def:crs:EPSG::25833` or an address of opengis.net; CRS84 counts as 4326. */
export function epsgIn(name: string): number | null {
  if (/CRS:?84\b/i.test(name)) return 4326
  const code = /EPSG(?:[:/]|%3A)+(?:[\d.]*[:/])?(\d{4,6})\b/i.exec(name)?.[1]
  return code ? Number(code) : null
}

/**
 * The system that the well-known text of a .prj file describes. By its parameters, not by its name: every
 * program writes another one.
 *
 * @returns null where it is none of those read here.
 */
export function epsgOfPrj(text: string): number | null {
  const authority = [...text.matchAll(/(?:AUTHORITY|ID)\s*\[\s*"EPSG"\s*,\s*"?(\d{4,6})"?/gi)].at(-1)?.[1]
  if (authority && /\]\s*\]\s*$/.test(text) && projectionOf(Number(authority))) return Number(authority)
  const plain = text.replace(/[\s_]+/g, '').toLowerCase()
  if (plain.startsWith('geogcs') || plain.startsWith('geogcrs'))
    return /etrs|europeanterrestrial/.test(plain) ? 4258 : /wgs(1984|84)/.test(plain) ? 4326 : null
  if (/mercatorauxiliarysphere|pseudo-?mercator|popularvisualisation/.test(plain)) return 3857
  const number = (name: string) => {
    const found = new RegExp(`"${name}",(-?[\\d.]+(?:e[+-]?\\d+)?)`).exec(plain)?.[1]
    return found === undefined ? null : Number(found)
  }
  const meridian = number('centralmeridian') ?? number('longitudeofnaturalorigin')
  const falseEasting = number('falseeasting')
  if (meridian === null || falseEasting === null) return null
  if (/dhdn|deutscheshauptdreiecksnetz|bessel/.test(plain)) {
    const zone = meridian / 3
    return [2, 3, 4, 5].includes(zone) && falseEasting === zone * 1e6 + 500_000 ? 31464 + zone : null
  }
  if (!/etrs|europeanterrestrial/.test(plain)) return null
  const zone = (meridian + 183) / 6
  if (falseEasting === 500_000 && [31, 32, 33].includes(zone)) return 25800 + zone
  if (falseEasting === zone * 1e6 + 500_000) return zone === 32 ? 4647 : zone === 33 ? 5650 : null
  return null
}

/** @throws Unreadable for a system that is not read here. */
export function projectionStated(stated: string): Projection {
  const epsg = epsgIn(stated)
  const projection = epsg === null ? null : projectionOf(epsg)
  if (projection) return projection
  const shown = stated.slice(0, 100)
  const known = [...KNOWN_CRS, 'EPSG:3857'].join(', ')
  throw new Unreadable(
    'crs-unknown',
    words(
      `Das Koordinatensystem „${shown}“ wird nicht gelesen. Gelesen werden ${known}.`,
      `The coordinate system “${shown}” is not read. Read are ${known}.`,
    ),
  )
}
