/** Names of at least two labels, so that neither `localhost` nor a whole top-level domain is one. */
const NAME = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/
/** Below a wildcard stands a domain of somebody's own: `*.example.de`, not `*.de`. */
const LEAST_LABELS_BELOW_WILDCARD = 2
const THIS_MACHINE = ['localhost', '127.0.0.1']

/**
 * The origin of a site that may show ours in a frame, as it stands in `frame-ancestors`.
 *
 * @param typed a host, with or without `https://`, a port, and `*.` in front for every host below a domain.
 * @param sample also `http://localhost` with a port, to try it out.
 * @returns null for everything else: other schemes, paths, addresses in numbers, passwords, `*` alone.
 */
export function readEmbedHost(typed: string, sample: boolean): string | null {
  const text = typed.trim()
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
  if (/[\s;,'"]/.test(text) || !URL.canParse(address)) return null
  const { protocol, hostname, host, pathname, search, hash, username, password } = new URL(address)
  if (pathname !== '/' || search || hash || username || password || /[?#]/.test(text)) return null
  if (sample && protocol === 'http:' && THIS_MACHINE.includes(hostname)) return `http://${host}`
  if (protocol !== 'https:' || !NAME.test(hostname) || hostname.length > 253) return null
  const isTooWide =
    hostname.startsWith('*.') && hostname.slice(2).split('.').length < LEAST_LABELS_BELOW_WILDCARD
  return isTooWide ? null : `https://${host}`
}
