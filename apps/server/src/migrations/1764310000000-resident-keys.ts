import type { MigrationInterface, QueryRunner } from 'typeorm'
import { runSql } from './run-sql.ts'

const TABLES = ['resident_account', 'resident_link']

/** The doors through which residents' addresses are sealed anew; nobody reads more by them than before. */
const doorsOf = (table: string) => `
create function ${table}_sealed_otherwise(the_tenant uuid, the_head bytea, after uuid, page integer)
  returns table (id uuid, email_sealed bytea)
language sql security definer set search_path = public, pg_temp as $$
  select s.id, s.email_sealed from ${table} s
   where s.tenant_id = the_tenant and s.id > after and substring(s.email_sealed from 1 for length(the_head)) <> the_head
   order by s.id limit page for update
$$;
create function reseal_${table}(the_tenant uuid, the_ids uuid[], the_emails bytea[]) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  changed integer;
begin
  update ${table} s set email_sealed = n.email_sealed
    from unnest(the_ids, the_emails) n (id, email_sealed)
   where s.tenant_id = the_tenant and s.id = n.id and s.email_sealed is not null;
  get diagnostics changed = row_count;
  return changed;
end $$;
revoke all on function ${table}_sealed_otherwise(uuid, bytea, uuid, integer), reseal_${table}(uuid, uuid[], bytea[]) from public;
grant execute on function ${table}_sealed_otherwise(uuid, bytea, uuid, integer), reseal_${table}(uuid, uuid[], bytea[]) to {system};
`

const withoutDoorsOf = (table: string) => `
drop function reseal_${table}(uuid, uuid[], bytea[]);
drop function ${table}_sealed_otherwise(uuid, bytea, uuid, integer);
`

/** Residents' addresses are sealed with their tenant's key, too. What is older opens as before until `keys:rotate`. */
export class ResidentKeys1764310000000 implements MigrationInterface {
  name = 'ResidentKeys1764310000000'

  async up(runner: QueryRunner): Promise<void> {
    await runSql(runner, TABLES.map(doorsOf).join(''))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runSql(runner, TABLES.map(withoutDoorsOf).join(''))
  }
}
