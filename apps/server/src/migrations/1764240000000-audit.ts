import type { MigrationInterface, QueryRunner } from 'typeorm'
import { AUDIT, WITHOUT_AUDIT } from './audit.sql.ts'
import { runSql } from './run-sql.ts'

/**
 * Personal data sealed with a key of the tenant, every reading of it written down, and the events chained.
 *
 * What was sealed before stays readable with the installation's key until `keys:rotate` seals it anew.
 */
export class Audit1764240000000 implements MigrationInterface {
  name = 'Audit1764240000000'

  async up(runner: QueryRunner): Promise<void> {
    const chaining = { retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 900 }
    await runner.query('select pgboss.create_queue($1, $2)', ['chain-events', chaining])
    await runSql(runner, AUDIT)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runSql(runner, WITHOUT_AUDIT)
    await runner.query('select pgboss.delete_queue($1)', ['chain-events'])
  }
}
