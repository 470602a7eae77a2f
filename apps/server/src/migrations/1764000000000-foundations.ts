import type { MigrationInterface, QueryRunner } from 'typeorm'
import { DOORS } from '../platform/database/doors.ts'
import { FOUNDATIONS } from './foundations.sql.ts'

export class Foundations1764000000000 implements MigrationInterface {
  name = 'Foundations1764000000000'

  async up(runner: QueryRunner): Promise<void> {
    const [{ stem }] = (await runner.query(`select current_setting('mitsprache.stem') as stem`)) as [
      { stem: string },
    ]
    let sql = FOUNDATIONS
    for (const door of DOORS) sql = sql.replaceAll(`{${door}}`, `"${stem.replaceAll('"', '""')}_${door}"`)
    await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('The first migration has no way back: restore a backup, or begin with an empty database.')
  }
}
