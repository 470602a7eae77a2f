/** Data keys per tenant, readings that cannot go unlogged, and the chain over the events. */
export const AUDIT = /* sql */ `
-- ---------- a data key for each tenant, wrapped by a key that is not in the database ----------

create table tenant_key (
  tenant_id uuid not null constraint tenant_key_tenant_fk references tenant (id),
  version integer not null constraint tenant_key_version_positive check (version > 0),
  wrapped bytea not null,
  wrapped_by text not null,
  created_at timestamptz not null,
  constraint tenant_key_pk primary key (tenant_id, version)
);
comment on column tenant_key.wrapped_by is 'Name of the key encryption key, as in SECRET_KEYS';
alter table tenant_key enable row level security;
create policy tenant_key_system on tenant_key to {system} using (true) with check (true);
grant select, insert, delete, update (wrapped, wrapped_by) on tenant_key to {system};

/*
 * Authors of a tenant that are sealed with anything but the key of \`the_head\` (the first bytes of a sealed value),
 * for the change of keys: sealed as they are, and no door opens them by itself.
 */
create function authors_sealed_otherwise(the_tenant uuid, the_head bytea, after uuid, page integer)
  returns table (contribution_id uuid, name_sealed bytea, email_sealed bytea)
language sql security definer set search_path = public, pg_temp as $$
  select s.contribution_id, s.name_sealed, s.email_sealed from contribution_person s
   where s.tenant_id = the_tenant and s.contribution_id > after
     and (substring(s.name_sealed from 1 for length(the_head)) <> the_head
       or substring(s.email_sealed from 1 for length(the_head)) <> the_head)
   order by s.contribution_id limit page for update
$$;

/* Puts the newly sealed values in the place of the old ones. Who was erased meanwhile stays erased. */
create function reseal_authors(the_tenant uuid, the_ids uuid[], the_names bytea[], the_emails bytea[]) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  changed integer;
begin
  update contribution_person s set name_sealed = w.name, email_sealed = w.email
    from unnest(the_ids, the_names, the_emails) as w (id, name, email)
   where s.tenant_id = the_tenant and s.contribution_id = w.id
     and (s.name_sealed is null) = (w.name is null) and (s.email_sealed is null) = (w.email is null);
  get diagnostics changed = row_count;
  return changed;
end $$;
revoke all on function authors_sealed_otherwise(uuid, bytea, uuid, integer), reseal_authors(uuid, uuid[], bytea[], bytea[]) from public;
grant execute on function authors_sealed_otherwise(uuid, bytea, uuid, integer), reseal_authors(uuid, uuid[], bytea[], bytea[]) to {system};

-- ---------- who wrote it is read through one function, and the function writes down who read ----------

revoke select on contribution_person from {staff};
revoke select on contribution_case from {staff};
grant select (tenant_id, contribution_id, procedure_id, received_at, version, visibility, decided_at, with_files)
  on contribution_case to {staff};

/*
 * The sealed authors of contributions, and in the same statement an event that names the reader and every
 * contribution whose author was read. For a review only names that their authors want to see published.
 *
 * The event names the procedures, \`the_occasion\` (an export), and then the contributions. Where nobody stands behind
 * the ids, nothing was read.
 */
create function read_authors(
  the_tenant uuid, the_purpose text, the_occasion uuid[], the_contributions uuid[],
  the_event uuid, the_reader uuid, the_time timestamptz
) returns table (contribution_id uuid, name_sealed bytea, email_sealed bytea)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  the_read uuid[];
  the_procedures uuid[];
begin
  if the_tenant is distinct from app_tenant() or the_reader is null or the_purpose not in ('Review', 'Export', 'Answer') then
    raise exception 'authors are read by somebody of the tenant, for something' using errcode = 'insufficient_privilege';
  end if;
  select array_agg(s.contribution_id order by s.contribution_id), array_agg(distinct c.procedure_id)
    into the_read, the_procedures
    from contribution_person s join contribution c on c.tenant_id = s.tenant_id and c.id = s.contribution_id
   where s.tenant_id = the_tenant and s.contribution_id = any (the_contributions)
     and (the_purpose <> 'Review' or (c.audience = 'publicWithName' and s.name_sealed is not null));
  if the_read is null then return; end if;
  insert into event (tenant_id, id, type, version, subject_ids, actor_kind, actor_id, at)
    values (the_tenant, the_event, 'AuthorsReadFor' || the_purpose, 1, the_procedures || the_occasion || the_read, 'person', the_reader, the_time);
  return query
    select s.contribution_id, s.name_sealed, case when the_purpose <> 'Review' then s.email_sealed end
      from contribution_person s where s.tenant_id = the_tenant and s.contribution_id = any (the_read);
end $$;
revoke all on function read_authors(uuid, text, uuid[], uuid[], uuid, uuid, timestamptz) from public;
grant execute on function read_authors(uuid, text, uuid[], uuid[], uuid, uuid, timestamptz) to {staff};

-- ---------- the chain over the events of a tenant, made afterwards ----------

-- No foreign key to the event: what was removed must be found out, and its link stay.
create table event_chain (
  tenant_id uuid not null,
  position bigint not null constraint event_chain_position_positive check (position > 0),
  event_id uuid not null,
  hash bytea not null constraint event_chain_hash_length check (octet_length(hash) = 32),
  constraint event_chain_pk primary key (tenant_id, position),
  constraint event_chain_event_unique unique (tenant_id, event_id)
);
comment on column event_chain.hash is 'SHA-256 over the hash before and the canonical bytes of the event';
alter table event_chain enable row level security;
create policy event_chain_staff on event_chain for select to {staff} using (tenant_id = (select app_tenant()));
create policy event_chain_system on event_chain to {system} using (true) with check (true);
grant select on event_chain to {staff};
grant select, insert on event_chain to {system};
create trigger event_chain_immutable before update or delete on event_chain for each row execute function refuse_change();
`

export const WITHOUT_AUDIT = /* sql */ `
drop table event_chain;
drop function read_authors(uuid, text, uuid[], uuid[], uuid, uuid, timestamptz);
grant select on contribution_person, contribution_case to {staff};
drop function reseal_authors(uuid, uuid[], bytea[], bytea[]);
drop function authors_sealed_otherwise(uuid, bytea, uuid, integer);
drop table tenant_key;
`
