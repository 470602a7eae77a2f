import { systemOf, type ReferenceSystem } from './systems.ts'

/** The AdV's own names, as the surveying authorities write them. */
const ADV_NAMES: Readonly<Record<string, number>> = {
  etrs89_utm31: 25831,
  etrs89_utm32: 25832,
  etrs89_utm33: 25833,
  'etrs89_lat-lon': 4258,
  dhdn_3gk2: 31466,
  dhdn_3gk3: 31467,
  dhdn_3gk4: 31468,
  dhdn_3gk5: 31469,
  crs84: 4326,
}

const ADV = /(?:^|[:/])(etrs89_utm\d\d|etrs89_lat-lon|dhdn_3gk\d|crs84)(?:_\w+)?(?:\*.*)?$/i

/** The first code after the first EPSG: a height system may follow in the same name. */
const EPSG = /^(?:.*?epsg(?:\.xml)?[:/#]+(?:[\d.]*[:/]+)?)?(\d{4,6})(?:\D.*)?$/i

export interface NamedSystem {
  readonly system: ReferenceSystem | null
  /** as short as it can be said: `EPSG:25832`, or the name itself when it is not known */
  readonly label: string
  /** OGC's CRS84 is EPSG:4326 with longitude first */
  readonly eastFirst: boolean
}

/**
 * Understands `EPSG:25832`, `urn:ogc:def:crs:EPSG::25832` (with or without version, or with a height system
 * after a comma), `http://www.opengis.net/gml/srs/epsg.xml#25832`, `http://www.opengis.net/def/crs/EPSG/0/25832`,
 * `urn:adv:crs:ETRS89_UTM32*DHHN92` and a bare `25832`.
 */
export function parseSrsName(srsName: string): NamedSystem {
  const text = srsName.trim()
  const adv = ADV.exec(text)?.[1]?.toLowerCase()
  const code = adv ? ADV_NAMES[adv] : Number(EPSG.exec(text)?.[1])
  const system = code ? systemOf(code) : null
  return {
    system,
    label: system ? `EPSG:${system.epsg}` : code ? `EPSG:${code}` : text,
    eastFirst: adv === 'crs84',
  }
}
