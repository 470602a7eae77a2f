import type { MigrationInterface, QueryRunner } from 'typeorm'
import { runSql } from './run-sql.ts'

/**
 * An announced period can be extended, with a note that everybody reads; it never ends earlier than announced, so the
 * database refuses that to whoever asks.
 */
export class PeriodExtensions1764400000000 implements MigrationInterface {
  name = 'PeriodExtensions1764400000000'

  async up(runner: QueryRunner): Promise<void> {
    await runSql(
      runner,
      `
alter table consultation_round add column extensions jsonb not null default '[]';
alter table published_procedure add column extensions jsonb not null default '[]';
create function refuse_early_end() returns trigger language plpgsql as $$
begin
  raise exception 'an announced period never ends early' using errcode = 'check_violation';
end $$;
create trigger published_procedure_never_ends_early before update of ends_at on published_procedure for each row
  when (new.round_id = old.round_id and new.ends_at < old.ends_at) execute function refuse_early_end();
`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runSql(
      runner,
      `
drop trigger published_procedure_never_ends_early on published_procedure;
drop function refuse_early_end();
alter table published_procedure drop column extensions;
alter table consultation_round drop column extensions;
`,
    )
  }
}
