import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import type { Clock } from '../platform/clock.ts'
import { LOOK_EVERY_MS, type EventWatch } from '../platform/database/event-watch.ts'
import { etagOf } from '../platform/etag.ts'
import { addDays, dayOf, startOfDay } from '../platform/municipal-day.ts'
import type { Answer } from './answer.ts'

/** Nothing is kept longer, whatever the events say. */
const KEPT_AT_MOST_MS = 60_000
/** Smaller ones are not worth unpacking. */
const WORTH_PACKING_BYTES = 1_024
/** What an entry costs beside its bytes. */
const ENTRY_BYTES = 500

/** An answer that is the same for everyone, with its bytes ready. */
export type Kept = { etag: string; body: Buffer; packed: Buffer | null; endsAt: number }

type Making = { era: number; startedAt: number; kept: Promise<Kept | Answer> }

export const isKept = (answer: Kept | Answer): answer is Kept => 'etag' in answer

/**
 * Keeps answers that are the same for everyone, for as long as nothing public happened.
 *
 * One is given only while the last look at the events is no older than `LOOK_EVERY_MS`; anything that happened
 * drops them all. They end at the municipal midnight, because what can still be said depends on the day, and after
 * a minute in any case. Where the database cannot be asked, nothing kept is given.
 *
 * @param mostBytes of all answers together; those not asked for longest go first.
 */
export function keepAnswers(
  watch: EventWatch,
  clock: Clock,
  mostBytes: number,
  onFault: (cause: unknown) => void,
) {
  const answers = new LRUCache<string, Kept>({
    maxSize: Math.max(1, mostBytes),
    maxEntrySize: Math.max(1, Math.floor(mostBytes / 8)),
    sizeCalculation: ({ body, packed }, key) =>
      body.length + (packed?.length ?? 0) + 2 * key.length + ENTRY_BYTES,
  })
  const making = new Map<string, Making>()
  let era = -1

  /** At once, where the last look is recent enough. */
  function find(key: string): Kept | undefined {
    if (!watch.isUpToDate()) return undefined
    if (era !== watch.era()) {
      answers.clear()
      era = watch.era()
    }
    const kept = answers.get(key)
    return kept && clock().getTime() < kept.endsAt ? kept : undefined
  }

  async function findOrMake(key: string, make: () => Promise<Answer>): Promise<Kept | Answer> {
    if (!watch.isUpToDate())
      try {
        await watch.look()
      } catch (cause) {
        onFault(cause)
        // Without the events nothing kept can be trusted; making it says what is wrong with the database.
        return make()
      }
    const kept = find(key)
    if (kept) return kept
    const now = clock().getTime()
    const others = making.get(key)
    if (others?.era === watch.era() && now - others.startedAt <= LOOK_EVERY_MS) {
      const shared = await others.kept
      // What went wrong for somebody else names their request; everybody gets an error of their own.
      return isKept(shared) ? shared : make()
    }
    const mine: Making = { era: watch.era(), startedAt: now, kept: makeAndKeep(key, make) }
    making.set(key, mine)
    const over = () => void (making.get(key) === mine && making.delete(key))
    mine.kept.then(over, over)
    return mine.kept
  }

  async function makeAndKeep(key: string, make: () => Promise<Answer>): Promise<Kept | Answer> {
    const eraBefore = watch.era()
    const startedAt = clock()
    const answer = await make()
    if (!answer.isWhole) return answer
    const body = Buffer.from(answer.body)
    const midnight = startOfDay(addDays(dayOf(startedAt), 1)).getTime()
    const kept = {
      etag: etagOf(body),
      body,
      packed: null,
      endsAt: Math.min(startedAt.getTime() + KEPT_AT_MOST_MS, midnight),
    }
    // Something happened while it was read: good enough for who asked then, not for who asks next.
    if (eraBefore === watch.era() && eraBefore === era) answers.set(key, kept)
    return kept
  }

  return {
    find,
    findOrMake,
    /** The bytes as gzip, packed when somebody first wants them so. */
    async pack(key: string, kept: Kept): Promise<Buffer | null> {
      if (kept.body.length < WORTH_PACKING_BYTES) return null
      if (kept.packed) return kept.packed
      kept.packed = await gzipped(kept.body)
      // Counted anew, now that it weighs more.
      if (answers.peek(key) === kept) answers.set(key, kept)
      return kept.packed
    },
    get size() {
      return answers.size
    },
  }
}

export type KeptAnswers = ReturnType<typeof keepAnswers>

const gzipped = promisify(gzip)
