import type { MigrationInterface, QueryRunner } from 'typeorm'
import { runSql } from './run-sql.ts'

/**
 * Two ways to what is sealed, for an export of the whole tenant: no door may go them, and each writes down whose data
 * was read in the same statement.
 */
export class TenantExport1764300000000 implements MigrationInterface {
  name = 'TenantExport1764300000000'

  async up(runner: QueryRunner): Promise<void> {
    await runSql(
      runner,
      /* sql */ `
/* The sealed authors of contributions. The event names the procedures, the export, and then the contributions. */
create function read_authors_for_tenant_export(
  the_tenant uuid, the_export uuid, the_contributions uuid[], the_event uuid, the_time timestamptz
) returns table (contribution_id uuid, name_sealed bytea, email_sealed bytea)
language plpgsql set search_path = public, pg_temp as $$
declare
  the_read uuid[];
  the_procedures uuid[];
begin
  select array_agg(s.contribution_id order by s.contribution_id), array_agg(distinct c.procedure_id)
    into the_read, the_procedures
    from contribution_person s join contribution c on c.tenant_id = s.tenant_id and c.id = s.contribution_id
   where s.tenant_id = the_tenant and s.contribution_id = any (the_contributions);
  if the_read is null then return; end if;
  insert into event (tenant_id, id, type, version, subject_ids, actor_kind, at)
    values (the_tenant, the_event, 'AuthorsReadForTenantExport', 1, the_procedures || the_export || the_read, 'system', the_time);
  return query
    select s.contribution_id, s.name_sealed, s.email_sealed
      from contribution_person s where s.tenant_id = the_tenant and s.contribution_id = any (the_read);
end $$;

/* The sealed addresses of residents' accounts. The event names the export and then the accounts. */
create function read_residents_for_tenant_export(
  the_tenant uuid, the_export uuid, the_accounts uuid[], the_event uuid, the_time timestamptz
) returns table (account_id uuid, email_sealed bytea)
language plpgsql set search_path = public, pg_temp as $$
declare
  the_read uuid[];
begin
  select array_agg(a.id order by a.id) into the_read from resident_account a
   where a.tenant_id = the_tenant and a.id = any (the_accounts) and a.email_sealed is not null;
  if the_read is null then return; end if;
  insert into event (tenant_id, id, type, version, subject_ids, actor_kind, at)
    values (the_tenant, the_event, 'ResidentsReadForTenantExport', 1, the_export || the_read, 'system', the_time);
  return query
    select a.id, a.email_sealed from resident_account a where a.tenant_id = the_tenant and a.id = any (the_read);
end $$;
revoke all on function read_authors_for_tenant_export(uuid, uuid, uuid[], uuid, timestamptz) from public;
revoke all on function read_residents_for_tenant_export(uuid, uuid, uuid[], uuid, timestamptz) from public;
`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runSql(
      runner,
      `drop function read_authors_for_tenant_export(uuid, uuid, uuid[], uuid, timestamptz);
       drop function read_residents_for_tenant_export(uuid, uuid, uuid[], uuid, timestamptz);`,
    )
  }
}
