/** What a tenant chooses of its look: one colour by day and one by night, `#rrggbb`. */
export type ThemeColours = { primary: string; primaryDark: string }

/** The papers that text of the chosen colour stands on, and the ink that stands on the chosen colour. */
const PAPERS = {
  primary: { papers: ['#faf8f4', '#ffffff', '#f1ede4'], ink: '#ffffff', base: '#faf8f4', tint: 0.12 },
  primaryDark: { papers: ['#10151c', '#18202a', '#1f2934'], ink: '#0c1a16', base: '#10151c', tint: 0.18 },
} as const

/** @source WCAG 2.2, 1.4.3: text below 24 px, or below 18.66 px and bold. */
export const CONTRAST_NEEDED = 4.5

export const isColour = (value: unknown): value is string =>
  typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value)

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** @source WCAG 2.2, definition of relative luminance. */
function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast of two colours, 1 to 21; the order does not matter. */
export function contrastOf(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** @param part of `other` in it, 0 to 1. */
export function mixColours(one: string, other: string, part: number): string {
  const target = channels(other)
  const mixed = channels(one).map((value, i) => Math.round(value + (target[i]! - value) * part))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

export type WeakContrast = { colour: keyof ThemeColours; against: string; ratio: number }

/** The weakest pair that the colour makes with what it stands on or carries. */
export function weakestPair(colours: ThemeColours, colour: keyof ThemeColours): WeakContrast {
  const { papers, ink, base, tint } = PAPERS[colour]
  const chosen = colours[colour].toLowerCase()
  const pairs = [...papers, ink, mixColours(base, chosen, tint)].map((against) => ({
    colour,
    against,
    ratio: contrastOf(chosen, against),
  }))
  return pairs.reduce((weakest, pair) => (pair.ratio < weakest.ratio ? pair : weakest))
}

/** The first of the two colours that cannot be read somewhere, with the pair measured; null when both can. */
export function weakContrastOf(colours: ThemeColours): WeakContrast | null {
  for (const colour of ['primary', 'primaryDark'] as const) {
    const weakest = weakestPair(colours, colour)
    if (weakest.ratio < CONTRAST_NEEDED) return weakest
  }
  return null
}

/** The custom properties of the theme that follow from the two colours, as values for day and night. */
export function themeProperties({ primary, primaryDark }: ThemeColours): Record<string, [string, string]> {
  return {
    '--primary': [primary, primaryDark],
    '--primary-hover': [mixColours(primary, '#000000', 0.22), mixColours(primaryDark, '#ffffff', 0.25)],
    '--on-primary': [PAPERS.primary.ink, PAPERS.primaryDark.ink],
    '--primary-tint': [
      mixColours(PAPERS.primary.base, primary, PAPERS.primary.tint),
      mixColours(PAPERS.primaryDark.base, primaryDark, PAPERS.primaryDark.tint),
    ],
  }
}
