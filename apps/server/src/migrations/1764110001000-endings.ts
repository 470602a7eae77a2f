import type { MigrationInterface, QueryRunner } from 'typeorm'
import { runSql } from './run-sql.ts'

/**
 * What never changes may still end: with its tenant, with the file of its procedure, with its person.
 *
 * Only the owner of the table can end it, and only rows of the tenant named in `app.ending`. No door is the owner;
 * what they may start are the owner's functions of `endings.ts`, each for one kind of ending.
 */
export class Endings1764110001000 implements MigrationInterface {
  name = 'Endings1764110001000'

  async up(runner: QueryRunner): Promise<void> {
    await runSql(
      runner,
      `
      create or replace function refuse_change() returns trigger language plpgsql as $$
      begin
        if current_setting('app.ending', true) = old.tenant_id::text
           and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then
          if tg_op = 'DELETE' then return old; end if;
          return new;
        end if;
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
      end $$;

      alter table tenant add column dialogue_kept_years smallint
        constraint tenant_dialogue_kept_years_sensible check (dialogue_kept_years between 1 and 100);
      comment on column tenant.dialogue_kept_years is
        'Years after its last day for which the file of a dialogue is kept; null: until somebody says';

      grant insert on event to {system};
      create policy event_system_insert on event for insert to {system} with check (actor_kind = 'system');`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function if exists erase_author(uuid, uuid);
      drop function if exists end_dialogue(uuid, uuid);
      drop function if exists dialogues_over();
      drop function if exists forget_unused_files(timestamptz);
      drop policy event_system_insert on event;
      alter table tenant drop column dialogue_kept_years;
      create or replace function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
      end $$;`)
  }
}
