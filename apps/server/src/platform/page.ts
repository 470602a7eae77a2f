import { createHmac, timingSafeEqual } from 'node:crypto'
import { LIMITS } from '@mitsprache/terms'
import { badInput } from './bad-input.ts'
import type { Secrets } from './config.ts'

export type PageArgs = { first: number; after: unknown[] | null; filter: string }

/**
 * Reads `first` and `after`. A cursor is opaque, signed, and bound to the filter it was made under: one
 * from another list, or one made up, is refused rather than answered with the wrong rows.
 *
 * @throws GraphQLError BAD_USER_INPUT
 */
export function readPage(
  secrets: Secrets,
  args: { first: number; after?: string | null },
  filter: unknown[],
): PageArgs {
  if (args.first < 1 || args.first > LIMITS.pageSize)
    throw badInput(`"first" must be between 1 and ${LIMITS.pageSize}.`)
  const bound = JSON.stringify(filter)
  if (!args.after) return { first: args.first, after: null, filter: bound }
  const [payload, signature, ...rest] = args.after.split('.')
  if (!payload || !signature || rest.length || args.after.length > 1_000)
    throw badInput('"after" is not a cursor of this list.')
  const expected = sign(secrets, payload, bound)
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw badInput('"after" is not a cursor of this list.')
  return {
    first: args.first,
    after: JSON.parse(Buffer.from(payload, 'base64url').toString()) as unknown[],
    filter: bound,
  }
}

const sign = (secrets: Secrets, payload: string, filter: string) =>
  createHmac('sha256', secrets.signingKey).update(`cursor\0${filter}\0${payload}`).digest().subarray(0, 16)

/** Cuts a page of `first` from rows read with one to spare. */
export function pageOf<Row, Node>(
  secrets: Secrets,
  page: PageArgs,
  rows: Row[],
  keyOf: (row: Row) => unknown[],
  toNode: (row: Row) => Node,
): { nodes: Node[]; endCursor: string | null; hasNext: boolean } {
  const hasNext = rows.length > page.first
  const kept = hasNext ? rows.slice(0, page.first) : rows
  const last = kept.at(-1)
  if (!last || !hasNext) return { nodes: kept.map(toNode), endCursor: null, hasNext }
  const payload = Buffer.from(JSON.stringify(keyOf(last))).toString('base64url')
  return {
    nodes: kept.map(toNode),
    endCursor: `${payload}.${sign(secrets, payload, page.filter).toString('base64url')}`,
    hasNext,
  }
}
