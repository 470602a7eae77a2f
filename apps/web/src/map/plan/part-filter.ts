type Named = { name: { de: string; en?: string | null; hsb?: string | null }; designation?: string | null }

/** Without case and accents; ß and ss are the same. */
const plain = (text: string) =>
  text.toLocaleLowerCase('de').replace(/ß/g, 'ss').normalize('NFKD').replace(/\p{M}/gu, '')

const plainNames = new WeakMap<Named, string>()

/** What a part is searched by; kept, because a plan of a thousand parts is searched at every key. */
function plainName(part: Named): string {
  const known = plainNames.get(part)
  if (known !== undefined) return known
  const { name, designation } = part
  const text = plain([name.de, name.en, name.hsb, designation].filter(Boolean).join(' '))
  plainNames.set(part, text)
  return text
}

/** The parts whose name, in any language, or sign on the drawing has every word that was typed. */
export function partsMatching<P extends Named>(parts: readonly P[], typed: string): readonly P[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return parts
  return parts.filter((part) => words.every((word) => plainName(part).includes(word)))
}
