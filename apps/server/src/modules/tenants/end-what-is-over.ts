import type { Id } from '@mitsprache/terms'
import type { Clock } from '../../platform/clock.ts'
import { CATALOGUE, RETENTION } from '../../platform/database/catalogue.ts'
import type { Database } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/database/event.ts'
import { enqueue } from '../../platform/jobs/index.ts'

/** Rows deleted in one transaction: few enough that nobody waits for them. */
const AT_ONCE = 1_000

export type Ended = { rows: Record<string, number>; dialogues: number }

/**
 * Ends whatever has been kept as long as the catalogue and its tenant say. Safe to repeat and to run twice at once.
 *
 * A dialogue ends with everything in it; what its documents were kept in is swept afterwards.
 */
export async function endWhatIsOver(database: Database, clock: Clock): Promise<Ended> {
  const now = clock()
  const rows: Ended['rows'] = {}
  for (const [table, { retention }] of Object.entries(CATALOGUE)) {
    const end = RETENTION[retention]
    if (!end) continue
    const before = new Date(now.getTime() - end.keptMs)
    const some = `delete from ${table} where ctid = any(array(select ctid from ${table} where ${end.column} < $1 limit ${AT_ONCE}))
                  returning 1`
    let n: number
    do {
      const gone = await database.transaction(end.door, {}, (tx) => tx.query(some, [before]))
      n = gone.length
      rows[table] = (rows[table] ?? 0) + n
    } while (n === AT_ONCE)
  }
  return { rows, dialogues: await endDialogues(database, now) }
}

async function endDialogues(database: Database, at: Date): Promise<number> {
  const over = await database.transaction('system', {}, (tx) =>
    tx.query<{ tenantId: Id; procedureId: Id }>(
      'select tenant_id as "tenantId", procedure_id as "procedureId" from dialogues_over()',
    ),
  )
  let ended = 0
  for (const { tenantId, procedureId } of over)
    await database.transaction('system', { tenantId }, async (tx) => {
      const [row] = await tx.query<{ ended: boolean }>('select end_dialogue($1, $2) as ended', [
        tenantId,
        procedureId,
      ])
      if (!row!.ended) return
      ended++
      await enqueue(tx, 'sweep-files', tenantId, [procedureId])
      await recordEvent(tx, {
        tenantId,
        type: 'DialogueFileEnded',
        subjectIds: [procedureId],
        actorKind: 'system',
        at,
      })
    })
  return ended
}
