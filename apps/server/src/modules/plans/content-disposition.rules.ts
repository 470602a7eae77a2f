/**
 * How a browser names a file it is given (RFC 6266): once in ASCII for old programs, once in full (RFC 8187).
 */
export function contentDisposition(way: 'inline' | 'attachment', fileName: string): string {
  const spelled = fileName.replace(/[äöüÄÖÜß]/g, (letter) => SPELLED[letter]!)
  const ascii = spelled
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const full = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${way}; filename="${ascii}"; filename*=UTF-8''${full}`
}

const SPELLED: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss' }
