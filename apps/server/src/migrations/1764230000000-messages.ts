import type { MigrationInterface, QueryRunner } from 'typeorm'
import { MESSAGES, WITHOUT_MESSAGES } from './messages.sql.ts'
import { runSql } from './run-sql.ts'

/**
 * The outbox: which message follows from which event, to whom, and what became of it, in ids only.
 *
 * What happened before this day is not written about: the consumer begins here.
 */
export class Messages1764230000000 implements MigrationInterface {
  name = 'Messages1764230000000'

  async up(runner: QueryRunner): Promise<void> {
    const sending = { retryLimit: 14, retryDelay: 30, retryBackoff: true, expireInSeconds: 120 }
    const sweeping = { retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 900 }
    await runner.query('select pgboss.create_queue($1, $2)', ['send-message', sending])
    await runner.query('select pgboss.create_queue($1, $2)', ['sweep-messages', sweeping])
    await runSql(runner, MESSAGES)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runSql(runner, WITHOUT_MESSAGES)
    for (const queue of ['sweep-messages', 'send-message'])
      await runner.query('select pgboss.delete_queue($1)', [queue])
  }
}
