import type { QueryRunner } from 'typeorm'
import { DOORS } from '../platform/database/doors.ts'

/** Runs a migration's SQL, with `{public}`, `{staff}` and their sisters standing for the door roles. */
export async function runSql(runner: QueryRunner, template: string): Promise<void> {
  const [{ stem }] = (await runner.query(`select current_setting('mitsprache.stem') as stem`)) as [
    { stem: string },
  ]
  let sql = template
  for (const door of DOORS) sql = sql.replaceAll(`{${door}}`, `"${stem.replaceAll('"', '""')}_${door}"`)
  await runner.query(sql)
}
