import { isColour, themeProperties, type ThemeColours } from '@mitsprache/terms'

/**
 * The style sheet of a tenant: custom properties of the theme, and nothing else.
 *
 * @returns an empty sheet for a tenant that keeps the product's own colours.
 */
export function themeSheet(colours: ThemeColours | null | undefined): string {
  // Whatever stood in the database: only colours become style.
  if (!colours || ![colours.primary, colours.primaryDark].every(isColour)) return ''
  const properties = Object.entries(themeProperties(colours)).map(
    ([name, [day, night]]) => `  ${name}: light-dark(${day}, ${night});`,
  )
  return `:root {\n${properties.join('\n')}\n}\n`
}
