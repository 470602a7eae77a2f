const MOST_SIGNS = 150
/** Names that Windows keeps for devices, whatever follows the dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/**
 * The name of a file as we keep it for display and download; it never becomes a path of ours.
 *
 * What steers folders, terminals, the direction of reading or an address goes; letters of every language
 * stay (DIN 91379 among them).
 *
 * @param extensions what it may end in, in lower case and without the dot.
 * @returns the name, or null when it ends otherwise: `a.pdf .exe` ends in `.exe`.
 */
export function keptFileName(given: string, extensions: readonly string[]): string | null {
  const last = given.slice(-2000).split(/[/\\]/).at(-1)!
  const clean = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    // A percent sign is a percent sign, unless somebody behind us would decode it.
    .replace(/%(?=[0-9a-f]{2})/gi, '_')
    .replace(/\s+/gu, ' ')
    .trim()
  const [, start, ending] = /^(.*)\.(\w+)$/u.exec(clean) ?? []
  const extension = ending?.toLowerCase()
  const stem = start?.replace(/^[. ]+|[. ]+$/g, '')
  if (!stem || !extension || !extensions.includes(extension)) return null
  const short = [...stem].slice(0, MOST_SIGNS).join('').trimEnd()
  return `${short.replace(DEVICE, '_$1')}.${extension}`
}
