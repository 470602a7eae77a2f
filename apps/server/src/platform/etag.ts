import { createHash } from 'node:crypto'

/** Weak: the same content is the same, however it is compressed. */
export const etagOf = (content: string | Buffer): string =>
  `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`

const bare = (tag: string) => tag.trim().replace(/^W\//, '')

/** Whether the asker has it already, by `If-None-Match`. */
export const isKnown = (etag: string, ifNoneMatch: string | undefined): boolean =>
  Boolean(
    ifNoneMatch &&
    (ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((one) => bare(one) === bare(etag))),
  )
