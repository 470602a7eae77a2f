import type { Id } from '@mitsprache/terms'
import type { Tx } from '../database/database.ts'
import type { QueueName } from './queues.ts'

/**
 * Leaves work for after the commit, in the transaction itself: it is there exactly when the change is.
 *
 * The door needs no right on the queue. A function of the owner puts the job in, for the transaction's own tenant
 * only, and takes nothing but ids and hashes.
 *
 * @param tenantId the transaction's tenant; null where it has none.
 */
export async function enqueue(
  tx: Tx,
  queue: QueueName,
  tenantId: Id | null,
  subjects: string[],
): Promise<void> {
  await tx.query({ name: 'enqueue-job', text: 'select enqueue_job($1, $2, $3)' }, [queue, tenantId, subjects])
}
