import { describe, expect, it } from 'vitest'
import {
  CONTRAST_NEEDED,
  contrastOf,
  isColour,
  mixColours,
  themeProperties,
  weakContrastOf,
  weakestPair,
} from './theme-colours.ts'

const PINE = { primary: '#0f5c4a', primaryDark: '#7fd1b0' }

describe('the contrast of two colours', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
    ['#ff0000', '#ffffff', 4],
  ])('of %s and %s is %d', (one, other, ratio) => {
    expect(contrastOf(one, other)).toBeCloseTo(ratio, 2)
    expect(contrastOf(other, one)).toBe(contrastOf(one, other))
  })
})

describe('the colours of a tenant', () => {
  it('are good where everything on them and beside them can be read', () => {
    expect(weakContrastOf(PINE)).toBeNull()
    expect(weakContrastOf({ primary: '#1f4f9c', primaryDark: '#a3c6f2' })).toBeNull()
  })

  it('are refused with the pair that was measured', () => {
    const weak = weakContrastOf({ ...PINE, primary: '#f0c000' })!
    expect(weak).toMatchObject({ colour: 'primary' })
    expect(weak.ratio).toBeLessThan(2)
    const dark = weakContrastOf({ ...PINE, primaryDark: '#0f5c4a' })!
    expect(dark.colour).toBe('primaryDark')
    expect(dark.ratio).toBe(contrastOf('#0f5c4a', dark.against))
  })

  it('are measured on the least paper: white alone would let this one pass', () => {
    const grey = '#767676'
    expect(contrastOf(grey, '#ffffff')).toBeGreaterThan(CONTRAST_NEEDED)
    expect(weakestPair({ ...PINE, primary: grey }, 'primary').against).not.toBe('#ffffff')
    expect(weakContrastOf({ ...PINE, primary: grey })).not.toBeNull()
  })

  it('give hovered links at least the contrast of plain ones', () => {
    const { '--primary': plain, '--primary-hover': hover } = themeProperties(PINE)
    expect(contrastOf(hover![0], '#faf8f4')).toBeGreaterThan(contrastOf(plain![0], '#faf8f4'))
    expect(contrastOf(hover![1], '#10151c')).toBeGreaterThan(contrastOf(plain![1], '#10151c'))
  })
})

it('reads six hexadecimal digits and nothing else as a colour', () => {
  expect(['#0f5c4a', '#ABCDEF'].map(isColour)).toEqual([true, true])
  expect(['0f5c4a', '#0f5', '#0f5c4a;', 'red', '#0f5c4g', null].some(isColour)).toBe(false)
  expect(mixColours('#000000', '#ffffff', 0.5)).toBe('#808080')
})
