import type { MigrationInterface, QueryRunner } from 'typeorm'
import { ONE_STATEMENT } from './one-statement.sql.ts'
import { runSql } from './run-sql.ts'

export class OneStatement1764159000000 implements MigrationInterface {
  name = 'OneStatement1764159000000'

  up = (runner: QueryRunner): Promise<void> => runSql(runner, ONE_STATEMENT)

  async down(): Promise<void> {
    throw new Error('Functions and rights were replaced here: restore a backup to go back.')
  }
}
