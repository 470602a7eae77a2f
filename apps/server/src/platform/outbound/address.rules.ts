import { BlockList, isIP } from 'node:net'

/** Why an address is not asked. The names are stable: refusals and texts carry them. */
export type AddressProblem =
  'notAnAddress' | 'notHttps' | 'hasCredentials' | 'hostNotAllowed' | 'portNotAllowed' | 'addressNotPublic'

export type AllowedHosts = {
  /** `geo.example.de`, `geo.example.de:8443`, `*.example.de` for every name below it; `any`: every public name. */
  hosts: readonly string[] | 'any'
  /** Of those, the ones that may lie in a network of the operator's own; the operator's word, never a tenant's. */
  privateHosts?: readonly string[]
  /** For tests on one machine: http, any port, and this machine itself count as allowed hosts do. */
  loopback?: boolean
}

/**
 * Addresses that belong to a network of somebody's own, to documentation, or to nobody.
 *
 * @source IANA IPv4 Special-Purpose Address Registry (RFC 6890 and its updates).
 */
const NOT_PUBLIC_4 = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  NOT_PUBLIC_4.addSubnet(net, bits, 'ipv4')

/** Of IPv6 only this part is given out to the world; mapped, translated and local addresses all lie outside. */
const GIVEN_OUT_6 = new BlockList()
GIVEN_OUT_6.addSubnet('2000::', 3, 'ipv6')

/**
 * What in it is special all the same: Teredo and 6to4 carry IPv4 addresses within, the others are for writing about.
 *
 * @source IANA IPv6 Special-Purpose Address Registry.
 */
const NOT_PUBLIC_6 = new BlockList()
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const)
  NOT_PUBLIC_6.addSubnet(net, bits, 'ipv6')

const THIS_MACHINE = new BlockList()
THIS_MACHINE.addSubnet('127.0.0.0', 8, 'ipv4')
THIS_MACHINE.addAddress('::1', 'ipv6')

export const isLoopback = (address: string): boolean =>
  isIP(address) > 0 && THIS_MACHINE.check(address, familyOf(address)) && !/^::ffff:/i.test(address)

/** Whether a numeric address may be connected to. Whatever is no address may not. */
export function isPublicAddress(address: string, loopback = false): boolean {
  const family = isIP(address)
  if (!family) return false
  if (isLoopback(address)) return loopback
  if (family === 4) return !NOT_PUBLIC_4.check(address, 'ipv4')
  return GIVEN_OUT_6.check(address, 'ipv6') && !NOT_PUBLIC_6.check(address, 'ipv6')
}

/**
 * Reads an address as it will be asked, or says why it will not be. Where the name leads is looked at again when the
 * connection is made: this looks at the spelling only.
 */
export function readAddress(
  text: string,
  { hosts, privateHosts = [], loopback = false }: AllowedHosts,
): URL | AddressProblem {
  // The parser drops line breaks and tabs; nobody types them into an address for an honest reason.
  if (text.length > 2000 || /[\u0000-\u0020\u007f\\]/.test(text) || !URL.canParse(text)) return 'notAnAddress'
  const url = new URL(text)
  if (url.username || url.password) return 'hasCredentials'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const here = loopback && (host === 'localhost' || isLoopback(host))
  if (url.protocol !== 'https:' && !(here && url.protocol === 'http:')) return 'notHttps'
  if (!here) {
    // Decimal, octal and hexadecimal spellings are plain numbers by now.
    if (isIP(host) && !isPublicAddress(host) && !privateHosts.includes(host)) return 'addressNotPublic'
    const named = hosts === 'any' ? [url.hostname] : hosts.filter((allowed) => isNamed(allowed, url.hostname))
    if (!named.length) return 'hostNotAllowed'
    if (!named.some((allowed) => portOf(allowed) === (url.port || '443'))) return 'portNotAllowed'
  }
  url.hash = ''
  return url
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')
const nameOf = (allowed: string) => allowed.replace(/:\d+$/, '')
const portOf = (allowed: string) => /:(\d+)$/.exec(allowed)?.[1] ?? '443'

function isNamed(allowed: string, hostname: string): boolean {
  const name = nameOf(allowed)
  return name.startsWith('*.')
    ? hostname.endsWith(name.slice(1)) && hostname !== name.slice(2)
    : hostname === name
}

const HOST = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?(:[1-9]\d{0,4})?$/

/** Whether a line of the operator's list can name hosts: a name with a dot in small letters, no number, no bare `*`. */
export const isAllowedHost = (line: string): boolean => HOST.test(line)
