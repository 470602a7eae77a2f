import type { MigrationInterface, QueryRunner } from 'typeorm'
import { runSql } from './run-sql.ts'

/** What a period by law is made of: its notice, the authority's own last day and why, and the text of the law. */
export class RoundNotice1764330000000 implements MigrationInterface {
  name = 'RoundNotice1764330000000'

  async up(runner: QueryRunner): Promise<void> {
    await runSql(
      runner,
      `
alter table consultation_round
  add column notice_on date,
  add column display_ends_on date,
  add column length_reason text,
  add column law_text text constraint consultation_round_law_text_known check (law_text in ('old', 'new'));
-- What planners typed stands as the day they want, until they choose another.
update consultation_round r set display_ends_on = r.ends_on
  from procedure p where p.tenant_id = r.tenant_id and p.id = r.procedure_id and p.kind <> 'informalDialogue';
`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runSql(
      runner,
      'alter table consultation_round drop column notice_on, drop column display_ends_on, drop column length_reason, drop column law_text;',
    )
  }
}
