import type { Clock } from './clock.ts'
import type { Config, Secrets } from './config.ts'
import type { Database } from './database/database.ts'

/** Reads of what is published, and no other way in. */
export type PublicDoor = Pick<Database, 'read'>

/**
 * What a read needs that gives everyone the same answer: nothing in it tells who asks. Whatever answers from this
 * alone may be kept and given to the next one, and to other programs.
 */
export type PublicCtx = { config: Config; secrets: Secrets; clock: Clock; database: PublicDoor }

/** The database, narrowed to its public door: a read through another one is a fault, not an answer. */
export const publicDoorOf = (database: Database): PublicDoor => ({
  async read(read, ...params) {
    if (read.door !== 'public') throw new Error(`${read.name} does not go through the public door.`)
    return database.read(read, ...params)
  },
})
