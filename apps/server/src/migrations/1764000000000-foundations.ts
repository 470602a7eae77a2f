import type { MigrationInterface, QueryRunner } from 'typeorm'
import { FOUNDATIONS } from './foundations.sql.ts'
import { runSql } from './run-sql.ts'

export class Foundations1764000000000 implements MigrationInterface {
  name = 'Foundations1764000000000'

  up = (runner: QueryRunner): Promise<void> => runSql(runner, FOUNDATIONS)

  async down(): Promise<void> {
    throw new Error('The first migration has no way back: restore a backup, or begin with an empty database.')
  }
}
