import {
  loadDrawnMap,
  loadStreets,
  METRES_PER_DEGREE,
  metresBetween,
  STREET_CLASSES,
  type Position,
  type StreetClass,
} from '@mitsprache/sample-town'
import { Grid } from './grid.ts'

export type FoundPlace = {
  /** `place` is a park, a stretch of water or a district. */
  kind: 'street' | 'place'
  /** As the street is called, without a number. */
  name: string
  /** The name with the house number that was typed; the number is not in the data and moves no point. */
  label: string
  houseNumber: string | null
  /** The district around it, e.g. "Mühlviertel"; tells streets of the same name apart. */
  district: string | null
  /** On the street: nearest to `near`, else in the middle of its longest piece. `[lon, lat]`. */
  point: Position
  geometry:
    | { type: 'MultiLineString'; coordinates: Position[][] }
    | { type: 'Polygon'; coordinates: Position[][] }
    | { type: 'Point'; coordinates: Position }
}

export type SearchOptions = {
  /** `[lon, lat]`; what is nearer comes first among equals. */
  near?: Position
  /** At most 50; 10 unless told. */
  limit?: number
  streetsOnly?: boolean
}

type Entry = {
  kind: FoundPlace['kind']
  name: string
  district: string | null
  lines: Position[][]
  geometry: FoundPlace['geometry']
  middle: Position
  /** Bigger is more important: a main road before an alley of the same match. */
  weight: number
  compact: string
  words: string[]
}

type Gazetteer = { entries: Entry[]; named: { name: string; line: Position[] }[]; grid: Grid }

let made: Gazetteer | undefined

/** Pieces of one name further apart than this are two streets; villages all have their Hauptstraße. */
const SAME_STREET_M = 900

function gazetteer(): Gazetteer {
  if (made) return made
  const byName = new Map<string, { line: Position[]; class: StreetClass }[]>()
  const named: Gazetteer['named'] = []
  const grid = new Grid(0.004)
  for (const street of loadStreets()) {
    if (!street.name) continue
    for (const line of street.lines) {
      const pieces = byName.get(street.name)
      if (pieces) pieces.push({ line, class: street.class })
      else byName.set(street.name, [{ line, class: street.class }])
      const lons = line.map(([lon]) => lon)
      const lats = line.map(([, lat]) => lat)
      grid.add(named.length, {
        minX: Math.min(...lons),
        maxX: Math.max(...lons),
        minY: Math.min(...lats),
        maxY: Math.max(...lats),
      })
      named.push({ name: street.name, line })
    }
  }
  const districts = loadDrawnMap().flatMap((f) =>
    f.kind === 'district' ? [{ name: titleCase(f.name), at: f.geometry.coordinates }] : [],
  )
  const entries: Entry[] = []
  for (const [name, pieces] of byName)
    for (const group of nearTogether(pieces)) {
      const lines = group.map((piece) => piece.line)
      const longest = lines.reduce((a, b) => (lengthM(b) > lengthM(a) ? b : a))
      const middle = middleOf(longest)
      const rank = Math.min(...group.map((piece) => STREET_CLASSES.indexOf(piece.class)))
      const totalM = lines.reduce((sum, line) => sum + lengthM(line), 0)
      entries.push({
        kind: 'street',
        name,
        district: nearestOf(districts, middle)?.name ?? null,
        lines,
        geometry: { type: 'MultiLineString', coordinates: lines },
        middle,
        weight: (10 - rank) / 10 + Math.min(totalM, 5000) / 5000,
        ...keysOf(name),
      })
    }
  for (const feature of loadDrawnMap()) {
    if (!feature.name || feature.kind === 'town' || feature.kind === 'openLand') continue
    // A lake in a park of its name would be there twice.
    if (entries.some((entry) => entry.kind === 'place' && entry.name === feature.name)) continue
    const name = feature.kind === 'district' ? titleCase(feature.name) : feature.name
    const positions =
      feature.geometry.type === 'Point'
        ? [feature.geometry.coordinates]
        : (feature.geometry.coordinates.flat() as Position[])
    const line = feature.geometry.type === 'LineString' ? feature.geometry.coordinates : undefined
    const middle = line ? middleOf(line) : centreOf(positions)
    entries.push({
      kind: 'place',
      name,
      district: feature.kind === 'district' ? null : (nearestOf(districts, middle)?.name ?? null),
      lines: line ? [line] : [],
      geometry:
        feature.geometry.type === 'LineString'
          ? { type: 'MultiLineString', coordinates: [feature.geometry.coordinates] }
          : feature.geometry,
      middle,
      weight: 0.5,
      ...keysOf(name),
    })
  }
  return (made = { entries, named, grid })
}

/**
 * Streets and places by a name as people type it, best match first.
 *
 * Forgives case, umlauts and ß in every spelling, "str.", glued or split words, their order, an
 * unfinished word and one or two slips. A house number at the end stays in the label.
 *
 * @returns nothing for fewer than two letters: everything would match.
 */
export function searchStreets(
  text: string,
  { near, limit = 10, streetsOnly = false }: SearchOptions = {},
): FoundPlace[] {
  const { street, houseNumber } = splitHouseNumber(text.slice(0, 200))
  const wanted = keysOf(street)
  if (wanted.compact.length < 2) return []
  const scored: { entry: Entry; score: number; point: Position }[] = []
  for (const entry of gazetteer().entries) {
    if (streetsOnly && entry.kind !== 'street') continue
    const match = matchOf(wanted, entry)
    if (match === 0) continue
    const point = near && entry.lines.length > 0 ? nearestOnLines(near, entry.lines) : entry.middle
    const farness = near ? Math.min(metresBetween(near, point) / 1000, 6) : 0
    scored.push({ entry, score: match + entry.weight - farness, point })
  }
  scored.sort(
    (a, b) => b.score - a.score || a.entry.name.localeCompare(b.entry.name, 'de') || a.point[0] - b.point[0],
  )
  return scored.slice(0, Math.min(50, Math.max(0, limit))).map(({ entry, point }) => ({
    kind: entry.kind,
    name: entry.name,
    label: houseNumber && entry.kind === 'street' ? `${entry.name} ${houseNumber}` : entry.name,
    houseNumber: entry.kind === 'street' ? houseNumber : null,
    district: entry.district,
    point,
    geometry: entry.geometry,
  }))
}

/**
 * The named street nearest to a place.
 *
 * @returns its name and the distance in whole metres; null further than three kilometres from any.
 */
export function nearestStreet(lon: number, lat: number): { name: string; distanceM: number } | null {
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) return null
  const { named, grid } = gazetteer()
  const here: Position = [lon, lat]
  for (const reachM of [150, 700, 3000]) {
    const dx = reachM / METRES_PER_DEGREE[0]
    const dy = reachM / METRES_PER_DEGREE[1]
    let best: { name: string; distanceM: number } | null = null
    for (const id of grid.find({ minX: lon - dx, maxX: lon + dx, minY: lat - dy, maxY: lat + dy })) {
      const { name, line } = named[id]!
      const distanceM = metresBetween(nearestOnLines(here, [line]), here)
      // Only what lies in the asked circle: a wider one could still hold something nearer.
      if (distanceM <= reachM && (!best || distanceM < best.distanceM)) best = { name, distanceM }
    }
    if (best) return { name: best.name, distanceM: Math.round(best.distanceM) }
  }
  return null
}

// ---------- words ----------

/** "Neefestraße 12 a" → street and number; a number in the middle belongs to the name. */
function splitHouseNumber(text: string): { street: string; houseNumber: string | null } {
  const match = /^(.*\p{L}\.?)[\s,]+(\d{1,4}\s?[a-zA-Z]?(?:\s?[-–/]\s?\d{1,4}\s?[a-zA-Z]?)?)\s*$/u.exec(
    text.trim(),
  )
  if (!match) return { street: text, houseNumber: null }
  return { street: match[1]!, houseNumber: match[2]!.replace(/\s+/g, ' ') }
}

/**
 * What is compared: no case, no marks, ä and ae the same, "str." and "straße" in one spelling.
 * Both sides go through it, so that "Neue" losing its e does no harm.
 */
function keysOf(text: string): { compact: string; words: string[] } {
  const words = text
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ł/g, 'l')
    .replace(/([aou])e/g, '$1')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.replace(/str(ass|as|a)?$/, 'strasse').replace(/pl(at|a)?$/, 'platz'))
  return { compact: words.join(''), words }
}

type Keys = { compact: string; words: string[] }

/** How well a name answers; 0 is not at all. */
function matchOf(wanted: Keys, name: Keys): number {
  if (name.compact === wanted.compact) return 100
  if (name.compact.startsWith(wanted.compact))
    return 90 - Math.min(10, (name.compact.length - wanted.compact.length) * 0.3)
  if (wanted.words.every((word) => name.words.some((each) => each.startsWith(word)))) return 75
  if (wanted.compact.length >= 3 && name.words.some((word) => word.startsWith(wanted.compact))) return 72
  if (wanted.compact.length >= 4 && name.compact.includes(wanted.compact)) return 60
  const slips = slipsAllowed(wanted.compact)
  if (slips > 0) {
    const found = prefixDistance(wanted.compact, name.compact, slips)
    if (found <= slips)
      return 50 - 8 * found - Math.min(6, Math.abs(name.compact.length - wanted.compact.length) * 0.4)
  }
  if (
    wanted.words.length > 1 &&
    wanted.words.every((word) =>
      name.words.some((each) => prefixDistance(word, each, slipsAllowed(word)) <= slipsAllowed(word)),
    )
  )
    return 38
  return 0
}

const slipsAllowed = (word: string) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)

/** Slips (a letter wrong, missing, too many, or two swapped) between a word and the best beginning of another. */
function prefixDistance(word: string, name: string, most: number): number {
  if (most === 0) return name.startsWith(word) ? 0 : Infinity
  const width = Math.min(name.length, word.length + most)
  let beforeLast: number[] = []
  let last = Array.from({ length: width + 1 }, (_, j) => j)
  for (let i = 1; i <= word.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= width; j++) {
      const same = word[i - 1] === name[j - 1]
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && word[i - 1] === name[j - 2] && word[i - 2] === name[j - 1])
        cost = Math.min(cost, beforeLast[j - 2]! + 1)
      row.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return Infinity
    beforeLast = last
    last = row
  }
  return Math.min(...last)
}

const titleCase = (name: string) =>
  name.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase())

// ---------- places ----------

function nearTogether(pieces: { line: Position[]; class: StreetClass }[]): (typeof pieces)[] {
  const groups: (typeof pieces)[] = []
  for (const piece of pieces) {
    const near = groups.filter((group) => group.some((other) => gapM(piece.line, other.line) < SAME_STREET_M))
    const merged = [piece, ...near.flat()]
    for (const group of near) groups.splice(groups.indexOf(group), 1)
    groups.push(merged)
  }
  return groups
}

/** Metres between the nearest points of two lines; corner to corner is near enough to tell towns apart. */
function gapM(a: Position[], b: Position[]): number {
  let best = Infinity
  for (const p of a) for (const q of b) best = Math.min(best, metresBetween(p, q))
  return best
}

const lengthM = (line: Position[]) =>
  line.reduce((sum, p, i) => (i === 0 ? 0 : sum + metresBetween(line[i - 1]!, p)), 0)

const centreOf = (positions: Position[]): Position => [
  positions.reduce((sum, [lon]) => sum + lon, 0) / positions.length,
  positions.reduce((sum, [, lat]) => sum + lat, 0) / positions.length,
]

function middleOf(line: Position[]): Position {
  let left = lengthM(line) / 2
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!]
    const step = metresBetween(a, b)
    if (step >= left && step > 0) return between(a, b, left / step)
    left -= step
  }
  return line[0]!
}

const between = (a: Position, b: Position, t: number): Position => [
  Math.round((a[0] + t * (b[0] - a[0])) * 1e6) / 1e6,
  Math.round((a[1] + t * (b[1] - a[1])) * 1e6) / 1e6,
]

function nearestOnLines(near: Position, lines: Position[][]): Position {
  const [kx, ky] = METRES_PER_DEGREE
  let best: Position = lines[0]![0]!
  let bestM = Infinity
  for (const line of lines)
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1]!, line[i]!]
      const dx = (b[0] - a[0]) * kx
      const dy = (b[1] - a[1]) * ky
      const length2 = dx * dx + dy * dy
      const t = length2 === 0 ? 0 : ((near[0] - a[0]) * kx * dx + (near[1] - a[1]) * ky * dy) / length2
      const point = between(a, b, Math.min(1, Math.max(0, t)))
      const distanceM = metresBetween(point, near)
      if (distanceM < bestM) [best, bestM] = [point, distanceM]
    }
  return best
}

function nearestOf<T extends { at: Position }>(places: T[], here: Position): T | undefined {
  let best: T | undefined
  for (const place of places)
    if (!best || metresBetween(place.at, here) < metresBetween(best.at, here)) best = place
  return best
}
