import { createHash } from 'node:crypto'
import { styleOf } from '@mitsprache/terms'
import { isInGermany } from '@mitsprache/xplanung'
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import {
  READ_LIMITS,
  Unreadable,
  words,
  type PlanData,
  type PlanDataFormat,
  type PlanDataObject,
  type PlanDataOptions,
} from './plan-data.ts'
import { mapPositions, positionsOf } from './positions.ts'
import type { RawFeature, RawFile } from './raw-features.ts'
import { tooManyPositions } from './read-shapefile.ts'
import { projectionOf, projectionStated, type Projection } from './reference-systems.ts'

/** Tried, in this order, when a file does not say what its coordinates are. */
const CANDIDATES = [4326, 25832, 25833, 25831, 31466, 31467, 31468, 31469, 3857]

/**
 * Objects of a format without a model of plans: brought to EPSG:4326, named for ever, and the territory found
 * among them.
 *
 * @throws Unreadable when nobody can say where they lie
 */
export function assembleFeatures(
  format: PlanDataFormat,
  raw: RawFile,
  { assumeCrs }: PlanDataOptions,
): PlanData {
  const placed = raw.features.filter((feature) => feature.geometry !== null)
  if (!placed.length)
    throw new Unreadable(
      'no-object',
      words('Kein Objekt der Datei hat einen Ort.', 'No object of the file has a place.'),
    )
  const samples = samplesOf(placed)
  const projection = assumeCrs ? projectionStated(assumeCrs) : statedOrAsked(format, raw, samples)
  if (!samples.every((sample) => isPlausible(projection, sample))) throw elsewhere(projection, samples)

  const findings = [...raw.findings]
  const objects: PlanDataObject[] = []
  let territory: Polygon | MultiPolygon | null = null
  const keys = new Set<string>()
  let closed = 0
  for (const feature of placed) {
    const geometry = tidied(feature.geometry!, projection, () => closed++)
    if (isTerritory(feature) && isArea(geometry) && !territory) territory = geometry
    else objects.push(objectOf(feature, geometry, keys))
  }
  const areas = objects.map(({ geometry }) => geometry).filter(isArea)
  // A file with one area and nothing else is a plan area.
  if (!territory && objects.length === 1 && areas.length === 1) [territory] = areas as [Polygon]
  if (closed)
    findings.push({
      severity: 'repaired',
      message: words(
        'Ein Ring war nicht geschlossen; der erste Punkt wurde am Ende wiederholt.',
        'A ring was not closed; its first point was repeated at the end.',
      ),
      line: null,
      lines: [],
      count: closed,
      before: null,
      after: null,
    })
  const { epsg, name, accuracyM } = projection
  return {
    format,
    version: null,
    plan: null,
    crs: [{ stated: raw.crs, readAs: `EPSG:${epsg}`, name, accuracyM }],
    territory,
    objects,
    withoutPlace: raw.features.length - placed.length,
    findings,
    attachments: [],
  }
}

function samplesOf(features: RawFeature[]): Position[] {
  let count = 0
  const samples: Position[] = []
  for (const { geometry } of features) {
    const positions = positionsOf(geometry!)
    count += positions.length
    if (count > READ_LIMITS.positions) throw tooManyPositions()
    samples.push(positions[0]!, positions[Math.floor(positions.length / 2)]!)
  }
  return samples
}

function isPlausible(projection: Projection, position: Position): boolean {
  const lonLat = projection.toLonLat(position)
  return lonLat !== null && isInGermany(lonLat)
}

/** RFC 7946 knows degrees only; whoever writes metres without saying which is asked. */
function statedOrAsked(format: PlanDataFormat, { crs, epsg }: RawFile, samples: Position[]): Projection {
  if (epsg !== null) return projectionStated(`EPSG:${epsg}`)
  if (crs !== null && format !== 'Shapefile') return projectionStated(crs)
  const looksLikeDegrees = samples.every(([x, y]) => Math.abs(x!) <= 180 && Math.abs(y!) <= 90)
  const question = askFor(samples)
  if (format === 'GeoJSON' && (looksLikeDegrees || !question)) return projectionOf(4326)!
  throw new Unreadable(
    crs === null ? 'crs-missing' : 'crs-unknown',
    crs === null
      ? words(
          'Die Datei sagt nicht, in welchem Koordinatensystem ihre Zahlen stehen.',
          'The file does not say in which coordinate system its numbers are.',
        )
      : words(
          `Das Koordinatensystem „${crs}“ wurde nicht erkannt.`,
          `The coordinate system “${crs}” was not recognised.`,
        ),
    { question },
  )
}

function askFor(samples: Position[]) {
  const candidates = CANDIDATES.map((code) => projectionOf(code)!)
    .filter((projection) => samples.every((sample) => isPlausible(projection, sample)))
    .map((projection) => ({
      crs: `EPSG:${projection.epsg}`,
      at: projection.toLonLat(samples[0]!)!,
      fits: false,
    }))
  return candidates.length ? { kind: 'whichCrs' as const, candidates } : null
}

function elsewhere(projection: Projection, samples: Position[]) {
  const wrong = samples.find((sample) => !isPlausible(projection, sample))!
  const shown = wrong
    .slice(0, 2)
    .map((each) => Math.round(each * 1e4) / 1e4)
    .join(' ')
  return new Unreadable(
    'outside-germany',
    words(
      `In ${projection.name} (EPSG:${projection.epsg}) liegt ${shown} nicht in Deutschland.`,
      `In ${projection.name} (EPSG:${projection.epsg}) ${shown} does not lie in Germany.`,
    ),
    { question: askFor(samples) },
  )
}

const isArea = (geometry: Geometry): geometry is Polygon | MultiPolygon =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'

/** In EPSG:4326, without heights, every ring closed. */
function tidied(geometry: Geometry, projection: Projection, onClosed: () => void): Geometry {
  const lonLat = mapPositions(geometry, (position) => {
    const found = projection.toLonLat(position)
    if (!found || !isInGermany(found)) throw elsewhere(projection, [position])
    return found
  })
  const close = (ring: Position[]) => {
    const [first, last] = [ring[0]!, ring.at(-1)!]
    if (ring.length > 1 && first[0] === last[0] && first[1] === last[1]) return ring
    onClosed()
    return [...ring, first]
  }
  if (lonLat.type === 'Polygon') return { ...lonLat, coordinates: lonLat.coordinates.map(close) }
  if (lonLat.type === 'MultiPolygon')
    return { ...lonLat, coordinates: lonLat.coordinates.map((polygon) => polygon.map(close)) }
  return lonLat
}

/** How programs and offices call the area a plan is for; the first is what this product writes itself. */
const TERRITORY_WORDS =
  /^(territory|geltungsbereich|r(ä|ae)umlicher ?geltungsbereich|plangebiet|planungsgebiet|plan_?area|bp_plan|fp_plan)$/i

const isTerritory = ({ layer, properties }: RawFeature): boolean =>
  TERRITORY_WORDS.test(layer ?? '') ||
  Object.values(properties).some((value) => typeof value === 'string' && TERRITORY_WORDS.test(value.trim()))

/** Properties that hold a name for the object which lasts. */
const ID_PROPERTY = /^(gml_?id|uuid|guid|objekt_?id|object_?id|fid|id|oid)$/i

function objectOf(feature: RawFeature, geometry: Geometry, taken: Set<string>): PlanDataObject {
  const properties = textsOf(feature.properties)
  const own = feature.id ?? Object.entries(properties).find(([name]) => ID_PROPERTY.test(name))?.[1]
  // Without a name of its own an object is told by where it lies: sorted anew it stays the same.
  const told = own ?? createHash('sha256').update(JSON.stringify(geometry)).digest('hex').slice(0, 24)
  const stem = (feature.layer && !told.startsWith(`${feature.layer}.`) ? `${feature.layer}.` : '') + told
  let key = stem.slice(0, 180)
  for (let twin = 2; taken.has(key); twin++) key = `${stem.slice(0, 180)}~${twin}`
  taken.add(key)
  const { class: className, style } = feature.properties as { class?: unknown; style?: unknown }
  const known = typeof className === 'string' && /^[BFRSL]P_|^SO_|^XP_/.test(className) ? className : null
  return {
    key,
    class: known,
    style: styleOf({
      class: known,
      attributes: feature.properties,
      fill: typeof style === 'string' ? style : null,
    }),
    name: null,
    designation: null,
    storeys: null,
    level: 0,
    details: [],
    geometry,
    line: null,
    properties,
  }
}

function textsOf(properties: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [name, value] of Object.entries(properties).slice(0, READ_LIMITS.properties)) {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') continue
    const text = String(value).replaceAll('\0', '').trim().slice(0, READ_LIMITS.propertyText)
    if (text) texts[name.replaceAll('\0', '').slice(0, 100)] = text
  }
  return texts
}
