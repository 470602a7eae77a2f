/** What a resident's click and a moderator's click cause, as one statement each. */
export const ONE_STATEMENT = /* sql */ `
-- ---------- counters stay where they are ----------

-- A counter that finds room on its own page is updated without touching an index.
alter table received_count set (fillfactor = 50);
alter table published_count set (fillfactor = 50);
alter table map_cell set (fillfactor = 80);

-- How many wait for a moderator: kept, because counting a thousand of them cost more than to publish one.
-- In shards, as what is received: thousands hand in during the last minute and must not queue for one row.
create table review_count (
  tenant_id uuid not null,
  procedure_id uuid not null,
  shard smallint not null,
  n integer not null,
  constraint review_count_pk primary key (tenant_id, procedure_id, shard)
) with (fillfactor = 50);
alter table review_count enable row level security;
create policy review_count_staff on review_count to {staff} using (tenant_id = (select app_tenant()));
grant select on review_count to {staff};
insert into review_count
  select tenant_id, procedure_id, 0, count(*) from contribution_case where visibility = 'inReview' group by 1, 2;

-- ---------- words and places ----------

-- In the locale C, which the embedded database has, \`lower\` knows ASCII only; the common letters are replaced one
-- by one and the rare ones only where a text has any, because \`translate\` looks up every character in the list.
create or replace function search_form(words text) returns text language plpgsql immutable parallel safe as $$
declare
  plain text := lower(words);
begin
  plain := replace(replace(replace(replace(replace(replace(replace(replace(plain,
    'ä', 'a'), 'ö', 'o'), 'ü', 'u'), 'ß', 'ss'), 'Ä', 'a'), 'Ö', 'o'), 'Ü', 'u'), 'ẞ', 'ss');
  if octet_length(plain) = char_length(plain) then return plain; end if;
  return translate(plain, 'áàâéèêíìîóòôúùûčćěłńřšžźÁÀÂÉÈÊÍÌÎÓÒÔÚÙÛČĆĚŁŃŘŠŽŹ',
                          'aaaeeeiiiooouuuccelnrszzaaaeeeiiiooouuuccelnrszz');
end $$;
update published_procedure set search_text = search_form(search_text) where search_text <> search_form(search_text);
update published_contribution set search_text = search_form(search_text) where search_text <> search_form(search_text);

-- Null where there is no place: never a default one.
create or replace function morton(lon double precision, lat double precision) returns bigint
language plpgsql immutable strict parallel safe as $$
declare
  x bigint := grid_x(lon);
  y bigint := grid_y(lat);
begin
  x := (x | (x << 16)) & 281470681808895;    y := (y | (y << 16)) & 281470681808895;
  x := (x | (x << 8)) & 71777214294589695;   y := (y | (y << 8)) & 71777214294589695;
  x := (x | (x << 4)) & 1085102592571150095; y := (y | (y << 4)) & 1085102592571150095;
  x := (x | (x << 2)) & 3689348814741910323; y := (y | (y << 2)) & 3689348814741910323;
  x := (x | (x << 1)) & 6148914691236517205; y := (y | (y << 1)) & 6148914691236517205;
  return x | (y << 1);
end $$;
drop function spread_bits(bigint);
update published_contribution set morton = null where lon is null and morton is not null;

-- ---------- functions that keep promises ----------

/*
 * Brings the public side of one contribution in line with its case: the list, the counts, the map cells.
 * The only way anything is published. It asks again whether the author released it and the procedure
 * publishes at all, so that no mistake elsewhere can make the planners' post public.
 *
 * What many wait for comes last and always in the same order (cells from near to far, the category, the public
 * numbers), so that nobody holds it longer than needed and nobody can deadlock.
 */
create or replace function project_contribution(the_tenant uuid, the_contribution uuid, at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  no_category constant uuid := '00000000-0000-0000-0000-000000000000';
  c record;
  was record;
  shall boolean;
  step integer;
  next_number integer;
  the_category uuid;
  point_lon double precision;
  point_lat double precision;
  x integer;
  y integer;
begin
  select o.*, k.visibility, k.author_name, p.publication_mode into c
    from contribution o
    join contribution_case k on k.tenant_id = o.tenant_id and k.contribution_id = o.id
    join procedure p on p.tenant_id = o.tenant_id and p.id = o.procedure_id
   where o.tenant_id = the_tenant and o.id = the_contribution;
  -- The staff door may settle its own tenant, the bearer door its own item; the owner's rights end here.
  if not found or the_tenant is distinct from app_tenant() or (app_bearer() is not null and c.bearer_hash <> app_bearer()) then
    raise exception 'no such contribution' using errcode = 'no_data_found';
  end if;
  shall := c.visibility = 'published' and c.audience <> 'plannersOnly' and c.publication_mode <> 'not';
  select lon, lat into was from published_contribution where tenant_id = the_tenant and id = the_contribution;
  if found = shall then return; end if;
  the_category := coalesce(c.category_id, no_category);
  if shall then
    step := 1; point_lon := c.lon; point_lat := c.lat;
  else
    step := -1; point_lon := was.lon; point_lat := was.lat;
    delete from published_contribution where tenant_id = the_tenant and id = the_contribution;
  end if;

  if point_lon is not null then
    x := grid_x(point_lon); y := grid_y(point_lat);
    insert into map_cell as m
      select the_tenant, c.procedure_id, z, x >> (22 - z), y >> (22 - z), the_category, step, step * point_lon, step * point_lat
        from generate_series(17, 5, -1) z
      on conflict on constraint map_cell_pk do update
        set n = m.n + excluded.n, sum_lon = m.sum_lon + excluded.sum_lon, sum_lat = m.sum_lat + excluded.sum_lat;
  end if;
  if the_category <> no_category or not shall then
    insert into published_count as n values (the_tenant, c.procedure_id, the_category, step, 0)
      on conflict on constraint published_count_pk do update set n = n.n + excluded.n;
  end if;
  if not shall then return; end if;

  -- The row without a category also counts out the public numbers; they are never given twice.
  insert into published_count as n
    values (the_tenant, c.procedure_id, no_category, case when the_category = no_category then 1 else 0 end, 1)
    on conflict on constraint published_count_pk do update set n = n.n + excluded.n, numbered = n.numbered + 1
    returning numbered into next_number;
  insert into published_contribution values (
    the_tenant, c.id, c.procedure_id, next_number, tell_title(c.title, c.text), c.text, c.language,
    case when c.audience = 'publicWithName' then c.author_name end,
    c.category_id, c.place_kind, c.place_label, c.geometry, c.lon, c.lat, morton(c.lon, c.lat),
    search_form(coalesce(c.title, '') || ' ' || c.text || ' ' || coalesce(c.place_label, '')),
    (c.received_at at time zone 'Europe/Berlin')::date, at);
end $$;

/* Opens the case of a contribution, counts it, and publishes it where the procedure publishes at once. */
create function open_case(
  the_tenant uuid, the_contribution uuid, the_procedure uuid, received_at timestamptz,
  audience text, publication_mode text, author_name text
) returns text language plpgsql as $$
declare
  -- Each connection has its own shard, as far as there are enough.
  my_shard constant smallint := pg_backend_pid() % 8;
  its_visibility constant text :=
    case when audience = 'plannersOnly' or publication_mode = 'not' then 'notPublic'
         when publication_mode = 'atOnce' then 'published' else 'inReview' end;
begin
  insert into contribution_case (tenant_id, contribution_id, procedure_id, received_at, visibility, author_name)
    values (the_tenant, the_contribution, the_procedure, received_at, its_visibility,
            case when audience = 'publicWithName' then author_name end);
  insert into received_count as r
    values (the_tenant, the_procedure, (received_at at time zone 'Europe/Berlin')::date, my_shard, 1)
    on conflict on constraint received_count_pk do update set n = r.n + 1;
  if its_visibility = 'inReview' then
    insert into review_count as r values (the_tenant, the_procedure, my_shard, 1)
      on conflict on constraint review_count_pk do update set n = r.n + 1;
  elsif its_visibility = 'published' then
    perform project_contribution(the_tenant, the_contribution, received_at);
  end if;
  return its_visibility;
end $$;

/* Settles a contribution that was just inserted by the staff door: a letter, another platform's, a sample. */
create or replace function settle_contribution(the_tenant uuid, the_contribution uuid, the_author_name text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c record;
begin
  select o.procedure_id, o.received_at, o.audience, p.publication_mode into c
    from contribution o join procedure p on p.tenant_id = o.tenant_id and p.id = o.procedure_id
   where o.tenant_id = the_tenant and o.id = the_contribution;
  if not found or the_tenant is distinct from app_tenant() then
    raise exception 'no such contribution' using errcode = 'no_data_found';
  end if;
  return open_case(the_tenant, the_contribution, c.procedure_id, c.received_at, c.audience, c.publication_mode, the_author_name);
end $$;

/*
 * Takes what somebody hands in online: the contribution, its sealed person, the event, the case and the counts,
 * all or nothing. The only way in for the bearer door, and it takes nothing but that.
 *
 * What the server remembers of the procedure (its revision, the prefix of its numbers) is held against what is
 * on display now.
 *
 * Answers its visibility; or \`outdated\`, \`keyTaken\`, \`numberTaken\` and nothing is kept.
 */
create function hand_in_contribution(
  the_tenant_id uuid, the_procedure_id uuid, the_revision integer, the_receipt_prefix text, the_round_id uuid,
  the_id uuid, the_number text, the_bearer_hash bytea, the_idempotency_key uuid, the_body_hash bytea,
  the_title text, the_text text, the_language text, the_category_id uuid,
  the_place_kind text, the_place_label text, the_plan_part_id uuid, the_geometry bytea,
  the_lon double precision, the_lat double precision,
  the_west double precision, the_south double precision, the_east double precision, the_north double precision,
  the_audience text, the_received_at timestamptz, the_late boolean, the_outside_plan_area_m integer,
  the_author_name text, the_name_sealed bytea, the_email_sealed bytea, the_event_id uuid
) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  mode text;
begin
  select p.publication_mode into mode
    from published_procedure p join tenant t on t.id = p.tenant_id
   where p.tenant_id = the_tenant_id and p.id = the_procedure_id and p.revision = the_revision
     and p.round_id = the_round_id and t.receipt_prefix = the_receipt_prefix;
  if not found then return 'outdated'; end if;

  -- Waits for whoever is just handing in with the same key.
  insert into contribution (
    tenant_id, id, procedure_id, round_id, number, bearer_hash, idempotency_key, body_hash, channel, title, text, language,
    category_id, place_kind, place_label, plan_part_id, geometry, lon, lat, west, south, east, north, audience, received_at,
    late, outside_plan_area_m)
  values (
    the_tenant_id, the_id, the_procedure_id, the_round_id, the_number, the_bearer_hash, the_idempotency_key, the_body_hash,
    'online', the_title, the_text, the_language, the_category_id, the_place_kind, the_place_label, the_plan_part_id,
    the_geometry, the_lon, the_lat, the_west, the_south, the_east, the_north, the_audience, the_received_at, the_late,
    the_outside_plan_area_m)
  on conflict do nothing;
  if not found then
    return case when exists (select from contribution
                              where tenant_id = the_tenant_id and idempotency_key = the_idempotency_key)
                then 'keyTaken' else 'numberTaken' end;
  end if;

  if the_name_sealed is not null or the_email_sealed is not null then
    insert into contribution_person values (the_tenant_id, the_id, the_name_sealed, the_email_sealed);
  end if;
  insert into event (tenant_id, id, type, version, subject_ids, actor_kind, at)
    values (the_tenant_id, the_event_id, 'ContributionSubmitted', 1, array[the_id, the_procedure_id], 'resident', the_received_at);
  -- Publishing at once asks whose tenant and whose item it is.
  if mode = 'atOnce' then
    perform set_config('app.tenant', the_tenant_id::text, true), set_config('app.bearer', encode(the_bearer_hash, 'hex'), true);
  end if;
  return open_case(the_tenant_id, the_id, the_procedure_id, the_received_at, the_audience, mode, the_author_name);
end $$;

/*
 * Publishes or withholds one contribution: the case, the decision, the event, the count of what waits, and what
 * the public sees, all or nothing.
 *
 * \`the_only\` names the procedures the moderator may decide in; null for all of the tenant.
 *
 * Answers \`decided\`; or \`decidedAlready\` where another version stands, or \`refused\`, and nothing is changed.
 */
create function decide_visibility(
  the_tenant_id uuid, the_only uuid[], the_contribution_id uuid, the_version integer,
  the_decision text, the_reason text, the_reason_text text, the_with_files boolean,
  the_id uuid, the_event_id uuid, the_decided_by uuid, the_decided_at timestamptz
) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c record;
  publishes constant boolean := the_decision = 'publish';
  releases boolean;
begin
  select o.procedure_id, o.audience, p.publication_mode, k.version, k.visibility into c
    from contribution o
    join contribution_case k on k.tenant_id = o.tenant_id and k.contribution_id = o.id
    join procedure p on p.tenant_id = o.tenant_id and p.id = o.procedure_id
   where o.tenant_id = the_tenant_id and o.id = the_contribution_id and the_tenant_id = app_tenant()
     and (the_only is null or o.procedure_id = any (the_only));
  if not found or c.audience = 'plannersOnly' or c.publication_mode = 'not' then return 'refused'; end if;
  if c.version <> the_version then return 'decidedAlready'; end if;

  releases := publishes and exists (
    select from contribution_file where tenant_id = the_tenant_id and contribution_id = the_contribution_id and release_wished);

  -- Waits for whoever is just deciding about the same one, and then finds another version.
  update contribution_case
     set version = version + 1, decided_at = the_decided_at, with_files = releases and the_with_files,
         visibility = case when publishes then 'published' else 'withheld' end
   where tenant_id = the_tenant_id and contribution_id = the_contribution_id and version = the_version;
  if not found then return 'decidedAlready'; end if;

  -- Each decision raises the version by one, so the version is the number of the decision.
  insert into visibility_decision
    (tenant_id, id, contribution_id, number, decision, reason, reason_text, with_files, decided_by, decided_at)
    values (the_tenant_id, the_id, the_contribution_id, the_version, the_decision, the_reason, the_reason_text,
            releases and the_with_files, the_decided_by, the_decided_at);
  insert into event (tenant_id, id, type, version, subject_ids, actor_kind, actor_id, at)
    values (the_tenant_id, the_event_id, case when publishes then 'ContributionPublished' else 'ContributionWithheld' end,
            1, array[the_contribution_id, c.procedure_id], 'person', the_decided_by, the_decided_at);
  if c.visibility = 'inReview' then
    insert into review_count as r values (the_tenant_id, c.procedure_id, pg_backend_pid() % 8, -1)
      on conflict on constraint review_count_pk do update set n = r.n - 1;
  end if;
  perform project_contribution(the_tenant_id, the_contribution_id, the_decided_at);
  -- Taken back, files are gone with the text; published without them, they have to go by themselves.
  if releases then perform project_contribution_files(the_tenant_id, the_contribution_id); end if;
  return 'decided';
end $$;

-- ---------- what each door may: less than before ----------

revoke all on function
  open_case(uuid, uuid, uuid, timestamptz, text, text, text),
  hand_in_contribution(uuid, uuid, integer, text, uuid, uuid, text, bytea, uuid, bytea, text, text, text, uuid, text, text, uuid,
    bytea, double precision, double precision, double precision, double precision, double precision, double precision, text,
    timestamptz, boolean, integer, text, bytea, bytea, uuid),
  decide_visibility(uuid, uuid[], uuid, integer, text, text, text, boolean, uuid, uuid, uuid, timestamptz)
  from public;
grant execute on function
  hand_in_contribution(uuid, uuid, integer, text, uuid, uuid, text, bytea, uuid, bytea, text, text, text, uuid, text, text, uuid,
    bytea, double precision, double precision, double precision, double precision, double precision, double precision, text,
    timestamptz, boolean, integer, text, bytea, bytea, uuid) to {bearer};
grant execute on function decide_visibility(uuid, uuid[], uuid, integer, text, text, text, boolean, uuid, uuid, uuid, timestamptz) to {staff};

revoke execute on function settle_contribution(uuid, uuid, text) from {bearer};
revoke insert on contribution, contribution_person, event from {bearer};
drop policy event_bearer on event;
drop policy contribution_bearer on contribution;
create policy contribution_bearer on contribution for select to {bearer} using (bearer_hash = (select app_bearer()));
drop policy contribution_person_bearer on contribution_person;
create policy contribution_person_bearer on contribution_person for select to {bearer}
  using (exists (select from contribution c where c.tenant_id = contribution_person.tenant_id and c.id = contribution_person.contribution_id));

-- A case changes, and a decision is written, with the decision only.
revoke update (version, visibility, decided_at, with_files) on contribution_case from {staff};
revoke insert on visibility_decision from {staff};
`
