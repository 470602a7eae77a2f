/** Names are tried in order: browsers pretend to be one another, the more particular one is meant. */
const BROWSERS: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrom(e|ium)\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPad|iPhone|iPod/, 'iOS'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux|X11/, 'Linux'],
]

/**
 * What somebody would recognise a browser of theirs by, such as "Firefox, Windows": names from the lists above
 * and nothing of what else the header tells. Empty when it tells none of them.
 */
export function deviceOf(userAgent: string | undefined): string {
  const head = (userAgent ?? '').slice(0, 400)
  const first = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(head))?.[1]
  return [first(BROWSERS), first(SYSTEMS)].filter(Boolean).join(', ')
}
