import { PLAN_STYLES, type PlanStyleKey } from '@mitsprache/terms'
import { describe, expect, it } from 'vitest'
import type { Geometry } from '../geojson.ts'
import { designationOf, legendOf } from './legend.ts'
import { DRAWINGS } from './palette.ts'
import { partsOf, type PlanPart } from './plan-part.ts'

const POINT: Geometry = { type: 'Point', coordinates: [12.9, 50.8] }
const LINE: Geometry = {
  type: 'LineString',
  coordinates: [
    [12.9, 50.8],
    [12.91, 50.8],
  ],
}
const part = (style: PlanStyleKey, more: Partial<PlanPart> = {}): PlanPart => ({
  id: `${style} ${Math.random()}`,
  key: style,
  name: { de: style },
  designation: null,
  storeys: null,
  class: null,
  style,
  geometry: { type: 'Polygon', coordinates: [] },
  ...more,
})

describe('the legend', () => {
  it('has only what the plan has, by chapter, with numbers', () => {
    const legend = legendOf([
      part('preservation', { geometry: POINT }),
      part('generalHousing'),
      part('preservation', { geometry: POINT }),
      part('mixed'),
      part('preservation', { geometry: LINE }),
    ])
    expect(
      legend.map(({ group, count, entries }) => [
        group,
        count,
        entries.map((e) => [e.style, e.kind, e.count]),
      ]),
    ).toEqual([
      [
        'building',
        2,
        [
          ['generalHousing', 'area', 1],
          ['mixed', 'area', 1],
        ],
      ],
      ['nature', 3, [['preservation', 'point', 3]]],
    ])
  })

  it('calls what no drawing rule knows by the name of its class, each class apart', () => {
    const parts = [
      part('neutral', { class: 'BP_FestsetzungNachLandesrecht' }),
      part('neutral', { class: 'SO_Ueberflugzone' }),
      part('neutral'),
    ]
    expect(legendOf(parts)[0]!.entries.map(({ words }) => words.de)).toEqual([
      'Festsetzung Nach Landesrecht',
      'Überflugzone',
      PLAN_STYLES.neutral.words.de,
    ])
    expect(designationOf(parts[1]!).de).toBe('Überflugzone')
  })

  it('has a drawing for every style, with an ink for light and one for dark', () => {
    for (const key of Object.keys(PLAN_STYLES) as PlanStyleKey[]) {
      const { fill, edge, hatch, sign } = DRAWINGS[key]
      expect(fill ?? edge, key).toBeTruthy()
      for (const ink of [fill, edge?.ink, hatch?.ink, sign?.ink])
        if (ink) expect(ink[0], key).not.toBe(ink[1])
    }
  })
})

describe('the parts of a plan', () => {
  it('stand in the order of the legend, WA 2 before WA 10, and an unknown style is drawn plainly', () => {
    const feature = (style: string, designation: string | null) => ({
      id: `${style} ${designation}`,
      properties: { ...part('neutral'), style: style as PlanStyleKey, designation },
      geometry: POINT,
    })
    const parts = partsOf({
      features: [
        feature('preservation', null),
        feature('generalHousing', 'WA 10'),
        feature('fromTheFuture', null),
        feature('generalHousing', 'WA 2'),
        feature('street', null),
      ],
    })
    expect(parts.map(({ style, designation }) => [style, designation])).toEqual([
      ['generalHousing', 'WA 2'],
      ['generalHousing', 'WA 10'],
      ['street', null],
      ['preservation', null],
      ['neutral', null],
    ])
  })
})
