import type { MigrationInterface, QueryRunner } from 'typeorm'
import { runSql } from './run-sql.ts'

/**
 * A row never changes its tenant. Row-level security says so where a door belongs to one tenant; the doors that
 * serve all of them, and whoever holds a secret, are told here. Costs nothing where no statement names the column.
 */
export class RowsStay1764315000000 implements MigrationInterface {
  name = 'RowsStay1764315000000'

  async up(runner: QueryRunner): Promise<void> {
    await runSql(
      runner,
      `
create function refuse_to_move() returns trigger language plpgsql as $$
begin
  raise exception 'a row of % never changes its tenant', tg_table_name using errcode = 'insufficient_privilege';
end $$;
revoke all on function refuse_to_move() from public;
do $$
declare t text;
begin
  for t in select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
           where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'tenant_id' loop
    execute format('create trigger %I before update of tenant_id on %I for each row
      when (old.tenant_id is distinct from new.tenant_id) execute function refuse_to_move()', t || '_stays', t);
  end loop;
end $$;
`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runSql(runner, 'drop function refuse_to_move() cascade;')
  }
}
