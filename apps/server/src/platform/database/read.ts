import type { Door } from './doors.ts'

/** Wraps a condition of the application, so that a test can take it out and see whether the door still holds. */
export type Where = (condition: string) => string

export type Read<Row, Params extends unknown[]> = {
  name: string
  door: Door
  /** One plan serves whatever it is asked with; a test holds that plan against the index it should use. */
  plannedOnce: boolean
  /** The statement as it runs. */
  text: string
  /** The same with the application's own conditions made void: for the test of the doors only. */
  unconditional: string
  /** Types only. */
  row?: Row
  params?: Params
}

const reads = new Map<string, Read<unknown, unknown[]>>()

/**
 * A named, prepared read with explicit columns. Named so that PostgreSQL plans it once, and listed so that
 * tests can run every one of them against its door.
 *
 * @param sql gets `where(condition)`: every condition that decides *who may see what* goes through it.
 */
export function defineRead<Row, Params extends unknown[] = []>(
  door: Door,
  name: string,
  sql: (where: Where) => string,
  { plannedOnce = false } = {},
): Read<Row, Params> {
  if (plannedOnce && door !== 'public') throw new Error(`${name}: only public reads are planned once.`)
  const read = {
    door,
    name,
    plannedOnce,
    text: sql((condition) => `(${condition})`),
    unconditional: sql((condition) => `((${condition}) is not null or true)`),
  }
  const known = reads.get(name)
  if (known && known.text !== read.text) throw new Error(`Two reads are called ${name}.`)
  reads.set(name, read)
  return read
}

export const allReads = () => [...reads.values()]
