import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Viewer } from './context.ts'
import { personOfSession } from './identity.queries.ts'
import { SessionRow } from './person.entity.ts'
import {
  SESSION_IDLE_MS,
  SESSION_SEEN_EVERY_MS,
  SIGN_ON_CHECK_EVERY_MS,
  sessionIdHash,
} from './session.rules.ts'

/**
 * Who is asking, from the session cookie; null without a session that is still good, and null while a second factor
 * is still to come: to every use case that asks for a viewer, whoever has shown only a password is nobody.
 *
 * Read afresh for every request, so that a disabled person or a withdrawn role ends with the next one.
 *
 * @param recheck asks the provider of a session of single sign-on, once it is time; without it such a session is over
 * then.
 */
export async function viewerOf(
  database: Database,
  clock: Clock,
  cookieSecret: string | null | undefined,
  recheck: (idHash: Buffer, now: Date) => Promise<boolean> = async () => false,
): Promise<Viewer | null> {
  const idHash = sessionIdHash(cookieSecret)
  if (!idHash) return null
  const now = clock()
  const find = () => database.read(personOfSession, idHash, now, new Date(now.getTime() - SESSION_IDLE_MS))
  let [session] = await find()
  if (session?.askedAt && now.getTime() - session.askedAt.getTime() >= SIGN_ON_CHECK_EVERY_MS)
    // Their groups may have become others with it.
    session = (await recheck(idHash, now)) ? (await find())[0] : undefined
  if (!session) return null
  const { seenAt, askedAt: _, ...viewer } = session
  if (now.getTime() - seenAt.getTime() >= SESSION_SEEN_EVERY_MS)
    await database.transaction('identity', {}, (tx) => tx.update(SessionRow, { idHash }, { seenAt: now }))
  return viewer
}
