import type { MigrationInterface, QueryRunner } from 'typeorm'
import { runSql } from './run-sql.ts'

/** Changes of mail addresses: asked for, confirmed at the new address, and for a while stopped from the old one. */
export class NewAddresses1764380000000 implements MigrationInterface {
  name = 'NewAddresses1764380000000'

  async up(runner: QueryRunner): Promise<void> {
    await runSql(runner, NEW_ADDRESSES)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runSql(
      runner,
      /* sql */ `
drop function merge_resident_account(uuid, uuid, uuid);
drop function reseal_resident_address_change(uuid, uuid[], bytea[], bytea[]);
drop function resident_address_change_sealed_otherwise(uuid, bytea, uuid, integer);
drop table resident_address_change;
drop table person_address_change;
`,
    )
  }
}

const NEW_ADDRESSES = /* sql */ `
create table person_address_change (
  id uuid not null constraint person_address_change_pk primary key,
  person_id uuid not null constraint person_address_change_person_fk references person (id) on delete cascade,
  old_email text not null,
  new_email text not null,
  -- Null once it was used, or another change took its place.
  confirm_hash bytea,
  stop_hash bytea not null,
  created_at timestamptz not null,
  confirmed_at timestamptz
);
create unique index person_address_change_confirm on person_address_change (confirm_hash);
create unique index person_address_change_stop on person_address_change (stop_hash);
create index person_address_change_person on person_address_change (person_id);
create index person_address_change_created on person_address_change (created_at);

create table resident_address_change (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  old_hash bytea not null,
  old_sealed bytea not null,
  new_hash bytea not null,
  new_sealed bytea not null,
  language text not null
    constraint resident_address_change_language_known check (language in ('de', 'en', 'hsb')),
  confirm_hash bytea,
  stop_hash bytea not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  constraint resident_address_change_pk primary key (tenant_id, id),
  constraint resident_address_change_account_fk foreign key (tenant_id, account_id)
    references resident_account (tenant_id, id) on delete cascade
);
create unique index resident_address_change_confirm on resident_address_change (confirm_hash);
create unique index resident_address_change_stop on resident_address_change (stop_hash);
create index resident_address_change_account on resident_address_change (tenant_id, account_id);
create index resident_address_change_created on resident_address_change (created_at);

do $$
declare t text;
begin
  foreach t in array array['person_address_change', 'resident_address_change'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to {identity} using (true) with check (true)', t || '_identity', t);
    execute format('grant select, insert, update, delete on %I to {identity}', t);
  end loop;
end $$;

create trigger resident_address_change_stays before update of tenant_id on resident_address_change for each row
  when (old.tenant_id is distinct from new.tenant_id) execute function refuse_to_move();

/* Whoever reads the mail of two accounts has one from now on. What the other kept together goes along. */
create function merge_resident_account(the_tenant uuid, the_gone uuid, the_kept uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into resident_contribution (tenant_id, account_id, contribution_id, added_at)
    select r.tenant_id, the_kept, r.contribution_id, r.added_at from resident_contribution r
     where r.tenant_id = the_tenant and r.account_id = the_gone
    on conflict do nothing;
  delete from resident_account where tenant_id = the_tenant and id = the_gone and id <> the_kept;
end $$;
revoke all on function merge_resident_account(uuid, uuid, uuid) from public;
grant execute on function merge_resident_account(uuid, uuid, uuid) to {identity};

create function resident_address_change_sealed_otherwise(the_tenant uuid, the_head bytea, after uuid, page integer)
  returns table (id uuid, old_sealed bytea, new_sealed bytea)
language sql security definer set search_path = public, pg_temp as $$
  select s.id, s.old_sealed, s.new_sealed from resident_address_change s
   where s.tenant_id = the_tenant and s.id > after
     and (substring(s.old_sealed from 1 for length(the_head)) <> the_head
       or substring(s.new_sealed from 1 for length(the_head)) <> the_head)
   order by s.id limit page for update
$$;
create function reseal_resident_address_change(the_tenant uuid, the_ids uuid[], the_olds bytea[], the_news bytea[])
  returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  changed integer;
begin
  update resident_address_change s set old_sealed = n.old_sealed, new_sealed = n.new_sealed
    from unnest(the_ids, the_olds, the_news) n (id, old_sealed, new_sealed)
   where s.tenant_id = the_tenant and s.id = n.id;
  get diagnostics changed = row_count;
  return changed;
end $$;
revoke all on function resident_address_change_sealed_otherwise(uuid, bytea, uuid, integer),
  reseal_resident_address_change(uuid, uuid[], bytea[], bytea[]) from public;
grant execute on function resident_address_change_sealed_otherwise(uuid, bytea, uuid, integer),
  reseal_resident_address_change(uuid, uuid[], bytea[], bytea[]) to {system};
`
