import { createHash } from 'node:crypto'
import type { Id } from '@mitsprache/terms'

/** An event as the chain sees it; what belongs to it is fixed for ever by `canonicalBytes`. */
export type ChainedEvent = {
  tenantId: Id
  id: Id
  type: string
  version: number
  subjectIds: Id[]
  actorKind: string
  actorId: Id | null
  /** Microseconds since 1970, as text: a `Date` would round them. */
  atMicros: string
  xid: string
}

/** Before the first event of a tenant. */
export const NO_HASH = Buffer.alloc(32)

/**
 * The bytes of an event that are hashed: a JSON array without spaces, UTF-8, in this order. Whoever checks the chain
 * with a program of their own makes the same.
 */
export const canonicalBytes = (event: ChainedEvent, position: number): Buffer =>
  Buffer.from(
    JSON.stringify([
      'mitsprache event',
      1,
      event.tenantId,
      position,
      event.id,
      event.type,
      event.version,
      event.subjectIds,
      event.actorKind,
      event.actorId,
      event.atMicros,
      event.xid,
    ]),
  )

/** The link of an event: SHA-256 over the link before it and its canonical bytes. */
export const linkOf = (before: Buffer, event: ChainedEvent, position: number): Buffer =>
  createHash('sha256').update(before).update(canonicalBytes(event, position)).digest()
