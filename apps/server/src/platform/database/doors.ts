import { createHmac } from 'node:crypto'

/**
 * The five ways into the database, each a login role of its own with just the rights it needs.
 *
 * - `public` sees what is published, of every tenant, and nothing else.
 * - `staff` sees its tenant, set for each transaction.
 * - `bearer` sees the one item whose secret it holds.
 * - `identity` sees people and sessions before a tenant is known.
 * - `system` relays events and keeps house.
 */
export const DOORS = ['public', 'staff', 'bearer', 'identity', 'system'] as const
export type Door = (typeof DOORS)[number]

/** Role name of a door; the stem comes from the user of DATABASE_URL so that installations can share a server. */
export const doorRole = (stemUrl: string, door: Door) =>
  `${decodeURIComponent(new URL(stemUrl).username)}_${door}`

/** Each door's password follows from the stem's: one secret to configure, and none opens two doors. */
export const doorPassword = (stemUrl: string, door: Door) =>
  createHmac('sha256', decodeURIComponent(new URL(stemUrl).password))
    .update(`mitsprache door ${door}`)
    .digest('hex')

export function doorUrl(stemUrl: string, door: Door): string {
  const url = new URL(stemUrl)
  url.username = encodeURIComponent(doorRole(stemUrl, door))
  url.password = doorPassword(stemUrl, door)
  return url.href
}
