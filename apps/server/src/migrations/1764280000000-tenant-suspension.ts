import type { MigrationInterface, QueryRunner } from 'typeorm'
import { runSql } from './run-sql.ts'

/** Whoever runs the installation can close a tenant for now. */
export class TenantSuspension1764280000000 implements MigrationInterface {
  name = 'TenantSuspension1764280000000'

  up = (runner: QueryRunner): Promise<void> => runSql(runner, UP)

  async down(runner: QueryRunner): Promise<void> {
    await runSql(runner, DOWN)
  }
}

const PREFIX = 't.receipt_prefix = the_receipt_prefix'
const OPEN = `${PREFIX} and t.suspended_at is null`

/** The function is long, and one condition of it changes: its words are taken from the database. */
const inHandIn = (before: string, after: string) => `
do $do$
declare
  body text;
begin
  select pg_get_functiondef(oid) into strict body from pg_proc
   where proname = 'hand_in_contribution' and pronamespace = 'public'::regnamespace;
  if position('${before}' in body) = 0 then
    raise exception 'hand_in_contribution no longer asks for what this migration changes';
  end if;
  execute replace(body, '${before}', '${after}');
end $do$;
`

const UP = /* sql */ `
alter table tenant
  add column suspended_at timestamptz,
  add column suspension_reason jsonb,
  add constraint tenant_suspension_told check ((suspended_at is null) = (suspension_reason is null));
-- Nearly always empty: to ask whether a tenant is open costs next to nothing.
create index tenant_suspended on tenant (id) where suspended_at is not null;
${inHandIn(PREFIX, OPEN)}
`

const DOWN = /* sql */ `
${inHandIn(OPEN, PREFIX)}
alter table tenant drop column suspension_reason, drop column suspended_at;
`
