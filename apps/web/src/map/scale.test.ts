import { describe, expect, it } from 'vitest'
import { anchorOf, bboxOf } from './geojson.ts'
import { letterOf } from './marker.ts'
import { planLabel } from './plan.ts'
import { moved, scaleBar } from './scale.ts'

describe('the scale', () => {
  it('is a round length that fits', () => {
    for (const zoom of [11, 13, 15, 17, 19]) {
      const { lengthM, widthPx } = scaleBar(50.8, zoom, 120)
      expect(String(lengthM)).toMatch(/^[125]0*$/)
      expect(widthPx).toBeGreaterThan(40)
      expect(widthPx).toBeLessThanOrEqual(120)
    }
  })
  it('moves by metres', () => {
    const [lon, lat] = moved([12.9, 50.8], 10, -10)
    expect((lon! - 12.9) * 111_320 * Math.cos((50.8 * Math.PI) / 180)).toBeCloseTo(10, 1)
    expect((50.8 - lat!) * 111_320).toBeCloseTo(10, 1)
  })
})

describe('what the map is told', () => {
  it('encloses whatever it is given', () => {
    expect(bboxOf([null, undefined])).toBeNull()
    expect(
      bboxOf([
        { type: 'Point', coordinates: [1, 2] },
        {
          type: 'LineString',
          coordinates: [
            [0, 5],
            [3, 4],
          ],
        },
      ]),
    ).toEqual([0, 2, 3, 5])
    expect(
      anchorOf({
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [4, 0],
            [4, 2],
            [0, 2],
            [0, 0],
          ],
        ],
      }),
    ).toEqual([2, 1])
  })
  it('letters procedures and letters plans as the drawing does', () => {
    expect([letterOf(0), letterOf(25), letterOf(26)]).toEqual(['A', 'Z', '27'])
    expect(planLabel({ designation: 'WA 3', storeys: 3, name: 'Wohnen' })).toBe('WA 3 · III')
    expect(planLabel({ designation: null, storeys: 2, name: 'Kita mit 60 Plätzen' })).toBe('Kita')
    expect(planLabel({ designation: null, storeys: null, name: 'Bachpromenade, öffentliches Grün' })).toBe(
      'Bachpromenade',
    )
  })
})
