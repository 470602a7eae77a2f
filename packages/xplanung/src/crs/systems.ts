/** How coordinates of a system come to EPSG:4326, and how far they may be off after it. */
export interface DatumShift {
  readonly method: string
  /** metres; the part that comes from the change of datum, not from the survey of the plan */
  readonly accuracyM: number
  readonly source: string
}

export interface ReferenceSystem {
  /** such as 25832 */
  readonly epsg: number
  readonly name: string
  readonly proj: string
  readonly geographic: boolean
  /** whether its definition puts north (latitude) first; plans in Gauß-Krüger rarely keep to it */
  readonly northFirst: boolean
  readonly shift: DatumShift
}

const ETRS89_TO_WGS84: DatumShift = {
  method: 'ETRS89 taken as WGS 84',
  accuracyM: 1,
  source: 'EPSG:1149; the plates have moved about 0.8 m since 1989',
}

const DHDN_TO_WGS84: DatumShift = {
  method: 'seven parameters for all of Germany (598.1 m, 73.7 m, 418.2 m, 0.202″, 0.045″, −2.455″, 6.7 ppm)',
  accuracyM: 3,
  source: 'EPSG:1777',
}

const NONE: DatumShift = { method: 'none needed', accuracyM: 0, source: 'EPSG:4326' }

const DHDN = '+ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7'
const GRS80 = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0'

const utm = (epsg: number, zone: number, falseEastingM = 500_000): ReferenceSystem => ({
  epsg,
  name: `ETRS89 / UTM ${zone}N${falseEastingM === 500_000 ? '' : ' (zE-N)'}`,
  proj: `+proj=tmerc +lat_0=0 +lon_0=${zone * 6 - 183} +k=0.9996 +x_0=${falseEastingM} +y_0=0 ${GRS80} +units=m +no_defs`,
  geographic: false,
  northFirst: false,
  shift: ETRS89_TO_WGS84,
})

const gaussKrueger = (epsg: number, zone: number, northFirst: boolean): ReferenceSystem => ({
  epsg,
  name: `DHDN / Gauß-Krüger ${zone}`,
  proj: `+proj=tmerc +lat_0=0 +lon_0=${zone * 3} +k=1 +x_0=${zone}500000 +y_0=0 ${DHDN} +units=m +no_defs`,
  geographic: false,
  northFirst,
  shift: DHDN_TO_WGS84,
})

const geographic = (epsg: number, name: string, shift: DatumShift): ReferenceSystem => ({
  epsg,
  name,
  proj: '+proj=longlat +datum=WGS84 +no_defs',
  geographic: true,
  northFirst: true,
  shift,
})

const SYSTEMS: readonly ReferenceSystem[] = [
  utm(25832, 32),
  utm(25833, 33),
  gaussKrueger(31466, 2, true),
  gaussKrueger(31467, 3, true),
  gaussKrueger(31468, 4, true),
  geographic(4326, 'WGS 84', NONE),
  // Seen in the field beside the ones the standard recommends: with the zone in front of the easting, Gauß-Krüger
  // by the codes that put east first, its fifth zone, and ETRS89 in degrees.
  utm(25831, 31),
  utm(4647, 32, 32_500_000),
  utm(5650, 33, 33_500_000),
  gaussKrueger(31469, 5, true),
  gaussKrueger(5676, 2, false),
  gaussKrueger(5677, 3, false),
  gaussKrueger(5678, 4, false),
  gaussKrueger(5679, 5, false),
  geographic(4258, 'ETRS89', ETRS89_TO_WGS84),
]

const BY_CODE = new Map(SYSTEMS.map((system) => [system.epsg, system]))

export const systemOf = (epsg: number): ReferenceSystem | null => BY_CODE.get(epsg) ?? null

/** One system of each kind, to try when a file does not say, or says wrongly, what it is in. */
export const CANDIDATES: readonly ReferenceSystem[] = [
  25832, 25833, 31466, 31467, 31468, 31469, 4326, 4647, 5650,
].map((epsg) => BY_CODE.get(epsg)!)

export const labelOf = (system: ReferenceSystem): string => `EPSG:${system.epsg}`

/** Every system that is read, as `EPSG:` labels. */
export const KNOWN_CRS: readonly string[] = SYSTEMS.map(labelOf)
