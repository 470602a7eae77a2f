import { fromNeefestrasse, plotOfLand } from './geometry.ts'
import { text } from './text.ts'
import type { PolygonGeometry, Position, SampleDrawnPart } from './types.ts'

/** What the drawing of Bebauungsplan Nr. 37 settles besides its parts. */
export type BuildingLimit = { planPart: string; storeys: number; geometry: PolygonGeometry }

/**
 * Building limits (Baugrenzen): five metres from the trunks of the limes, nine from the gardens in the east,
 * three elsewhere; between the houses by the brook two gaps of twelve metres.
 */
export const buildingLimits: BuildingLimit[] = [
  {
    planPart: 'wa-1',
    storeys: 3,
    geometry: plotOfLand([-185, 36.5], [-62, 36.5], [-62, 112], [-185, 112]),
  },
  {
    planPart: 'wa-2',
    storeys: 2,
    geometry: plotOfLand([-40, 36.5], [93, 36.5], [93, 112], [-40, 112]),
  },
  {
    planPart: 'wa-3',
    storeys: 3,
    geometry: plotOfLand([-183, 134], [-148, 134], [-148, 192], [-169.5, 192], [-183, 155.5]),
  },
  {
    planPart: 'wa-3',
    storeys: 3,
    geometry: plotOfLand([-136, 134], [-102, 134], [-102, 192], [-136, 192]),
  },
  {
    planPart: 'wa-3',
    storeys: 3,
    geometry: plotOfLand([-90, 134], [-63, 134], [-63, 192], [-90, 192]),
  },
  {
    planPart: 'kita',
    storeys: 2,
    geometry: plotOfLand([-54, 134], [9, 134], [9, 157], [6.5, 170], [-54, 170]),
  },
]

const row = (from: number, to: number, count: number): Position[] =>
  Array.from({ length: count }, (_, i) => fromNeefestrasse(from + ((to - from) * i) / (count - 1), 31.5))

/** The 21 limes on Neefestraße that are to be kept: nine west of the new street, twelve east of it. */
export const keptTrees: Position[] = [...row(-184, -66, 9), ...row(-36, 98, 12)]

/** What the drawing shows besides areas, as two parts that people can pick and write about. */
export const drawnParts: SampleDrawnPart[] = [
  {
    key: 'baugrenzen',
    name: text(
      'Baugrenzen: so weit dürfen die Häuser reichen',
      'Building limits: as far as the houses may reach',
      'Twarske mjezy: hač sem smědźa chěže sahać',
    ),
    style: 'buildingLimit',
    geometry: {
      type: 'MultiLineString',
      coordinates: buildingLimits.map(({ geometry }) => geometry.coordinates[0]!),
    },
  },
  {
    key: 'linden',
    name: text(
      '21 Linden an der Neefestraße, zu erhalten',
      '21 lime trees on Neefestraße, to be preserved',
      '21 lipow při Neefeskej dróze, maja so zachować',
    ),
    style: 'preservation',
    geometry: { type: 'MultiPoint', coordinates: keptTrees },
  },
]
