/**
 * The first schema. `{public}`, `{staff}`, `{bearer}`, `{identity}`, `{system}` stand for the door roles.
 *
 * Every key begins with the tenant; `person`, `session`, `sign_in_attempt`, `event_cursor` and `migration`
 * are the listed exceptions, because they are needed before a tenant is known.
 */
export const FOUNDATIONS = /* sql */ `
create extension if not exists pg_trgm;

revoke all on schema public from public;
grant usage on schema public to {public}, {staff}, {bearer}, {identity}, {system};

create function app_tenant() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.tenant', true), '')::uuid $$;
create function app_bearer() returns bytea language sql stable parallel safe
  as $$ select decode(nullif(current_setting('app.bearer', true), ''), 'hex') $$;

-- ---------- tenants, people ----------

create table tenant (
  id uuid constraint tenant_pk primary key,
  slug text not null constraint tenant_slug_unique unique constraint tenant_slug_form check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name jsonb not null,
  receipt_prefix text not null constraint tenant_receipt_prefix_form check (receipt_prefix ~ '^[A-Z]{2,4}$'),
  contact_email text not null,
  contact_phone text not null,
  contact_address text not null,
  map_lon double precision not null,
  map_lat double precision not null,
  map_zoom smallint not null,
  sample boolean not null default false,
  created_at timestamptz not null
);

create table person (
  id uuid constraint person_pk primary key,
  email text not null constraint person_email_unique unique constraint person_email_lower check (email = lower(email)),
  name text not null,
  password_hash text,
  created_at timestamptz not null,
  disabled_at timestamptz
);

create table session (
  id_hash bytea constraint session_pk primary key,
  person_id uuid not null constraint session_person_fk references person (id) on delete cascade,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_person on session (person_id);
create index session_expiry on session (expires_at);

create table sign_in_attempt (
  key_hash bytea not null,
  at timestamptz not null,
  id uuid not null,
  constraint sign_in_attempt_pk primary key (key_hash, at, id)
);

create table membership (
  tenant_id uuid not null constraint membership_tenant_fk references tenant (id),
  id uuid not null,
  person_id uuid not null constraint membership_person_fk references person (id) on delete cascade,
  role text not null constraint membership_role_known check (role in
    ('administrator', 'planner', 'moderator', 'caseworker', 'agencyCoordinator', 'agencyClerk', 'auditor')),
  procedure_id uuid,
  constraint membership_pk primary key (tenant_id, id),
  constraint membership_unique unique nulls not distinct (tenant_id, person_id, role, procedure_id)
);
create index membership_person on membership (person_id);

-- ---------- procedures ----------

create table procedure (
  tenant_id uuid not null constraint procedure_tenant_fk references tenant (id),
  id uuid not null,
  slug text not null constraint procedure_slug_form check (slug ~ '^[a-z0-9][a-z0-9-]{0,99}$'),
  version integer not null default 1,
  kind text not null constraint procedure_kind_known check (kind in
    ('urbanLandUsePlan', 'regionalPlan', 'planApproval', 'environmentalAssessment', 'informalDialogue')),
  template_key text not null,
  number text,
  title jsonb not null,
  summary jsonb not null,
  open_questions jsonb not null default '[]',
  decided jsonb not null default '[]',
  timeline jsonb not null default '[]',
  offline_ways jsonb not null default '[]',
  publication_mode text not null constraint procedure_publication_mode_known check (publication_mode in ('not', 'afterReview', 'atOnce')),
  territory jsonb,
  created_at timestamptz not null,
  created_by uuid,
  published_at timestamptz,
  constraint procedure_pk primary key (tenant_id, id),
  constraint procedure_slug_unique unique (tenant_id, slug)
);

alter table membership add constraint membership_procedure_fk
  foreign key (tenant_id, procedure_id) references procedure (tenant_id, id);

create table consultation_round (
  tenant_id uuid not null,
  id uuid not null,
  procedure_id uuid not null,
  audience text not null constraint round_audience_known check (audience in ('public', 'agencies')),
  step text not null,
  pass_number smallint not null constraint round_pass_positive check (pass_number > 0),
  starts_on date,
  ends_on date,
  constraint consultation_round_pk primary key (tenant_id, id),
  constraint consultation_round_procedure_fk foreign key (tenant_id, procedure_id) references procedure (tenant_id, id),
  constraint consultation_round_pass_unique unique (tenant_id, procedure_id, audience, step, pass_number),
  constraint consultation_round_order check (ends_on >= starts_on)
);

create table category (
  tenant_id uuid not null,
  id uuid not null,
  procedure_id uuid not null,
  key text not null,
  label jsonb not null,
  shape text not null constraint category_shape_known check (shape in ('square', 'circle', 'diamond', 'hexagon')),
  letter text not null constraint category_letter_one check (char_length(letter) = 1),
  colour text not null constraint category_colour_form check (colour ~ '^#[0-9a-f]{6}$'),
  position smallint not null,
  constraint category_pk primary key (tenant_id, id),
  constraint category_procedure_fk foreign key (tenant_id, procedure_id) references procedure (tenant_id, id),
  constraint category_key_unique unique (tenant_id, procedure_id, key)
);

create table plan_part (
  tenant_id uuid not null,
  id uuid not null,
  procedure_id uuid not null,
  key text not null,
  name jsonb not null,
  designation text,
  storeys smallint,
  fill text not null,
  geometry jsonb not null,
  position smallint not null,
  constraint plan_part_pk primary key (tenant_id, id),
  constraint plan_part_procedure_fk foreign key (tenant_id, procedure_id) references procedure (tenant_id, id),
  constraint plan_part_key_unique unique (tenant_id, procedure_id, key)
);

-- ---------- files ----------

create table file (
  tenant_id uuid not null constraint file_tenant_fk references tenant (id),
  id uuid not null,
  sha256 bytea not null constraint file_sha256_length check (octet_length(sha256) = 32),
  size_bytes bigint not null,
  media_type text not null,
  file_name text not null,
  pages integer,
  created_at timestamptz not null,
  constraint file_pk primary key (tenant_id, id)
);
create index file_sha256 on file (tenant_id, sha256);

create table upload (
  tenant_id uuid not null constraint upload_tenant_fk references tenant (id),
  id uuid not null,
  secret_hash bytea not null,
  purpose text not null constraint upload_purpose_known check (purpose in ('planDocument')),
  file_name text not null,
  size_bytes bigint not null,
  state text not null constraint upload_state_known check (state in ('receiving', 'checked', 'refused', 'used')),
  refusal text,
  file_id uuid,
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint upload_pk primary key (tenant_id, id),
  constraint upload_file_fk foreign key (tenant_id, file_id) references file (tenant_id, id)
);
create index upload_expiry on upload (expires_at);
create unique index upload_secret on upload (secret_hash);

create table plan_document (
  tenant_id uuid not null,
  id uuid not null,
  procedure_id uuid not null,
  category text not null constraint plan_document_category_known check (category in
    ('planDrawing', 'explanatoryReport', 'environmentalReport', 'expertReport', 'environmentalStatement', 'notice', 'other')),
  title jsonb not null,
  summary jsonb,
  file_id uuid not null,
  position smallint not null,
  constraint plan_document_pk primary key (tenant_id, id),
  constraint plan_document_procedure_fk foreign key (tenant_id, procedure_id) references procedure (tenant_id, id),
  constraint plan_document_file_fk foreign key (tenant_id, file_id) references file (tenant_id, id)
);
create index plan_document_procedure on plan_document (tenant_id, procedure_id, position);

create table procedure_revision (
  tenant_id uuid not null,
  id uuid not null,
  procedure_id uuid not null,
  number integer not null,
  content jsonb not null,
  published_at timestamptz not null,
  published_by uuid,
  constraint procedure_revision_pk primary key (tenant_id, id),
  constraint procedure_revision_procedure_fk foreign key (tenant_id, procedure_id) references procedure (tenant_id, id),
  constraint procedure_revision_number_unique unique (tenant_id, procedure_id, number)
);

-- ---------- contributions ----------

create table contribution (
  tenant_id uuid not null,
  id uuid not null,
  procedure_id uuid not null,
  round_id uuid not null,
  number text not null,
  bearer_hash bytea not null,
  idempotency_key uuid not null,
  body_hash bytea not null,
  channel text not null constraint contribution_channel_known check (channel in ('online', 'letter', 'email', 'record', 'otherPlatform')),
  source text,
  source_id text,
  title text,
  text text not null,
  language text not null constraint contribution_language_known check (language in ('de', 'en', 'hsb')),
  category_id uuid,
  place_kind text not null constraint contribution_place_kind_known check (place_kind in
    ('none', 'wholePlan', 'planPart', 'street', 'point', 'line', 'area')),
  place_label text,
  plan_part_id uuid,
  geometry bytea,
  lon double precision,
  lat double precision,
  west double precision,
  south double precision,
  east double precision,
  north double precision,
  audience text not null constraint contribution_audience_known check (audience in ('plannersOnly', 'publicWithoutName', 'publicWithName')),
  authored_on date,
  received_at timestamptz not null,
  late boolean not null,
  outside_plan_area_m integer,
  extra jsonb,
  constraint contribution_pk primary key (tenant_id, id),
  constraint contribution_number_unique unique (tenant_id, number),
  constraint contribution_idempotency_unique unique (tenant_id, idempotency_key),
  constraint contribution_source_unique unique (tenant_id, procedure_id, source, source_id),
  constraint contribution_procedure_fk foreign key (tenant_id, procedure_id) references procedure (tenant_id, id),
  constraint contribution_round_fk foreign key (tenant_id, round_id) references consultation_round (tenant_id, id),
  constraint contribution_category_fk foreign key (tenant_id, category_id) references category (tenant_id, id),
  constraint contribution_plan_part_fk foreign key (tenant_id, plan_part_id) references plan_part (tenant_id, id),
  constraint contribution_place_whole check ((lon is null) = (lat is null) and (geometry is null) = (lon is null)),
  constraint contribution_no_default_place check (place_kind not in ('none', 'wholePlan') or geometry is null)
);
create index contribution_procedure on contribution (tenant_id, procedure_id, received_at, id);
create index contribution_bearer on contribution (bearer_hash);

create table contribution_person (
  tenant_id uuid not null,
  contribution_id uuid not null,
  name_sealed bytea,
  email_sealed bytea,
  constraint contribution_person_pk primary key (tenant_id, contribution_id),
  constraint contribution_person_contribution_fk foreign key (tenant_id, contribution_id)
    references contribution (tenant_id, id) on delete cascade
);

create table contribution_case (
  tenant_id uuid not null,
  contribution_id uuid not null,
  procedure_id uuid not null,
  received_at timestamptz not null,
  version integer not null default 1,
  visibility text not null constraint contribution_case_visibility_known check (visibility in ('notPublic', 'inReview', 'published', 'withheld')),
  author_name text,
  decided_at timestamptz,
  constraint contribution_case_pk primary key (tenant_id, contribution_id),
  constraint contribution_case_contribution_fk foreign key (tenant_id, contribution_id)
    references contribution (tenant_id, id) on delete cascade
);
create index contribution_case_queue on contribution_case (tenant_id, visibility, received_at, contribution_id);
create index contribution_case_procedure_queue on contribution_case (tenant_id, procedure_id, visibility, received_at, contribution_id);

create table visibility_decision (
  tenant_id uuid not null,
  id uuid not null,
  contribution_id uuid not null,
  number integer not null,
  decision text not null constraint visibility_decision_known check (decision in ('publish', 'withhold')),
  reason text constraint visibility_decision_reason_known check (reason in
    ('personalData', 'insult', 'advertising', 'offTopic', 'duplicate', 'unlawful', 'other')),
  reason_text text,
  decided_by uuid,
  decided_at timestamptz not null,
  constraint visibility_decision_pk primary key (tenant_id, id),
  constraint visibility_decision_number_unique unique (tenant_id, contribution_id, number),
  constraint visibility_decision_contribution_fk foreign key (tenant_id, contribution_id)
    references contribution (tenant_id, id) on delete cascade,
  constraint visibility_decision_reasoned check (decision <> 'withhold' or reason is not null)
);

create table export (
  tenant_id uuid not null,
  id uuid not null,
  procedure_id uuid not null,
  format text not null constraint export_format_known check (format in ('csv', 'geojson')),
  requested_by uuid not null,
  requested_at timestamptz not null,
  constraint export_pk primary key (tenant_id, id),
  constraint export_procedure_fk foreign key (tenant_id, procedure_id) references procedure (tenant_id, id)
);

-- ---------- events ----------

create table event (
  tenant_id uuid not null,
  id uuid not null,
  type text not null,
  version smallint not null,
  subject_ids uuid[] not null,
  actor_kind text not null constraint event_actor_kind_known check (actor_kind in ('person', 'resident', 'system')),
  actor_id uuid,
  at timestamptz not null,
  xid xid8 not null default pg_current_xact_id(),
  constraint event_pk primary key (tenant_id, id)
);
create index event_order on event (xid, id);

create table event_cursor (
  consumer text constraint event_cursor_pk primary key,
  xid xid8 not null,
  event_id uuid not null
);

-- ---------- what the public sees: redacted, no person, no original ----------

create table published_procedure (
  tenant_id uuid not null,
  id uuid not null,
  slug text not null,
  kind text not null,
  formal boolean not null,
  number text,
  title jsonb not null,
  summary jsonb not null,
  open_questions jsonb not null,
  decided jsonb not null,
  timeline jsonb not null,
  offline_ways jsonb not null,
  plan_parts jsonb not null,
  documents jsonb not null,
  categories jsonb not null,
  publication_mode text not null,
  territory jsonb,
  center_lon double precision,
  center_lat double precision,
  round_id uuid not null,
  step text not null,
  pass_number smallint not null,
  starts_on date not null,
  ends_on date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  search_text text not null,
  revision integer not null,
  changed_at timestamptz not null,
  constraint published_procedure_pk primary key (tenant_id, id),
  constraint published_procedure_slug_unique unique (tenant_id, slug),
  constraint published_procedure_procedure_fk foreign key (tenant_id, id) references procedure (tenant_id, id)
);
create unique index published_procedure_id on published_procedure (id);
create index published_procedure_order on published_procedure (tenant_id, ends_at, id);

create table published_file (
  tenant_id uuid not null,
  id uuid not null,
  sha256 bytea not null,
  size_bytes bigint not null,
  media_type text not null,
  file_name text not null,
  constraint published_file_pk primary key (tenant_id, id)
);
create unique index published_file_id on published_file (id);

create table published_contribution (
  tenant_id uuid not null,
  id uuid not null,
  procedure_id uuid not null,
  number integer not null,
  title text not null,
  text text not null,
  language text not null,
  author_name text,
  category_id uuid,
  place_kind text not null,
  place_label text,
  geometry bytea,
  lon double precision,
  lat double precision,
  morton bigint,
  search_text text not null,
  received_on date not null,
  published_at timestamptz not null,
  constraint published_contribution_pk primary key (tenant_id, id),
  constraint published_contribution_number_unique unique (tenant_id, procedure_id, number),
  constraint published_contribution_contribution_fk foreign key (tenant_id, id) references contribution (tenant_id, id) on delete cascade
);
create unique index published_contribution_id on published_contribution (id);
create index published_contribution_newest on published_contribution (procedure_id, published_at desc, id desc);
create index published_contribution_category on published_contribution (procedure_id, category_id, published_at desc, id desc);
create index published_contribution_morton on published_contribution (procedure_id, morton) where morton is not null;
create index published_contribution_search on published_contribution using gin (search_text gin_trgm_ops);

create table published_count (
  tenant_id uuid not null,
  procedure_id uuid not null,
  category_id uuid not null,
  n integer not null,
  numbered integer not null,
  constraint published_count_pk primary key (tenant_id, procedure_id, category_id)
);
create index published_count_procedure on published_count (procedure_id);

-- Sharded: thousands hand in during the last minute and must not queue for one row.
create table received_count (
  tenant_id uuid not null,
  procedure_id uuid not null,
  received_on date not null,
  shard smallint not null,
  n integer not null,
  constraint received_count_pk primary key (tenant_id, procedure_id, received_on, shard)
);
create index received_count_procedure on received_count (procedure_id);

create table map_cell (
  tenant_id uuid not null,
  procedure_id uuid not null,
  zoom smallint not null,
  gx integer not null,
  gy integer not null,
  category_id uuid not null,
  n integer not null,
  sum_lon double precision not null,
  sum_lat double precision not null,
  constraint map_cell_pk primary key (tenant_id, procedure_id, zoom, gx, gy, category_id)
);
create index map_cell_view on map_cell (procedure_id, zoom, gx, gy);

-- ---------- functions that keep promises ----------

-- Position on the 2^24 grid of Web Mercator; a cell of zoom z is this shifted right by 22 - z (64 px cells).
create function grid_x(lon double precision) returns integer language sql immutable parallel safe
  as $$ select least(16777215, greatest(0, floor((lon + 180) / 360 * 16777216)))::integer $$;
create function grid_y(lat double precision) returns integer language sql immutable parallel safe
  as $$ select least(16777215, greatest(0, floor((1 - asinh(tan(radians(lat))) / pi()) / 2 * 16777216)))::integer $$;
create function spread_bits(v bigint) returns bigint language sql immutable parallel safe as $$
  with a as (select (v | (v << 16)) & 281470681808895 as v), b as (select (v | (v << 8)) & 71777214294589695 as v from a),
       c as (select (v | (v << 4)) & 1085102592571150095 as v from b), d as (select (v | (v << 2)) & 3689348814741910323 as v from c)
  select (v | (v << 1)) & 6148914691236517205 from d $$;
create function morton(lon double precision, lat double precision) returns bigint language sql immutable parallel safe
  as $$ select spread_bits(grid_x(lon)) | (spread_bits(grid_y(lat)) << 1) $$;

create function tell_title(title text, body text) returns text language sql immutable parallel safe
  as $$ select coalesce(nullif(title, ''), case when char_length(split_part(body, E'\\n', 1)) <= 80 then split_part(body, E'\\n', 1)
                        else regexp_replace(left(split_part(body, E'\\n', 1), 78), '\\s+\\S*$', '') || ' …' end) $$;

create function search_form(words text) returns text language sql immutable parallel safe
  as $$ select translate(replace(lower(words), 'ß', 'ss'), 'äöüáàâéèêíìîóòôúùûčćěłńřšžź', 'aouaaaeeeiiiooouuuccelnrszz') $$;

/*
 * Brings the public side of one contribution in line with its case: the list, the counts, the map cells.
 * The only way anything is published. It asks again whether the author released it and the procedure
 * publishes at all, so that no mistake elsewhere can make the planners' post public.
 */
create function project_contribution(the_tenant uuid, the_contribution uuid, at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c record;
  was record;
  shall boolean;
  next_number integer;
  step integer;
  point_lon double precision;
  point_lat double precision;
  the_category uuid;
begin
  select o.*, k.visibility, k.author_name, p.publication_mode into c
    from contribution o
    join contribution_case k on k.tenant_id = o.tenant_id and k.contribution_id = o.id
    join procedure p on p.tenant_id = o.tenant_id and p.id = o.procedure_id
   where o.tenant_id = the_tenant and o.id = the_contribution;
  if not found then raise exception 'no such contribution' using errcode = 'no_data_found'; end if;
  -- The staff door may settle its own tenant, the bearer door its own item; the owner's rights end here.
  if c.tenant_id is distinct from app_tenant() or (app_bearer() is not null and c.bearer_hash <> app_bearer()) then
    raise exception 'no such contribution' using errcode = 'no_data_found';
  end if;
  shall := c.visibility = 'published' and c.audience <> 'plannersOnly' and c.publication_mode <> 'not';
  select lon, lat, category_id into was from published_contribution where tenant_id = the_tenant and id = the_contribution;
  if found = shall then return; end if;
  the_category := coalesce(c.category_id, '00000000-0000-0000-0000-000000000000');

  if shall then
    step := 1;
    -- The row without a category counts out the public numbers; they are never given twice.
    insert into published_count as n values (the_tenant, c.procedure_id, '00000000-0000-0000-0000-000000000000', 0, 1)
      on conflict on constraint published_count_pk do update set numbered = n.numbered + 1 returning numbered into next_number;
    point_lon := c.lon; point_lat := c.lat;
    insert into published_contribution values (
      the_tenant, c.id, c.procedure_id, next_number, tell_title(c.title, c.text), c.text, c.language,
      case when c.audience = 'publicWithName' then c.author_name end,
      c.category_id, c.place_kind, c.place_label, c.geometry, c.lon, c.lat, morton(c.lon, c.lat),
      search_form(coalesce(c.title, '') || ' ' || c.text || ' ' || coalesce(c.place_label, '')),
      (c.received_at at time zone 'Europe/Berlin')::date, at);
  else
    step := -1;
    point_lon := was.lon; point_lat := was.lat;
    delete from published_contribution where tenant_id = the_tenant and id = the_contribution;
  end if;

  insert into published_count as n values (the_tenant, c.procedure_id, the_category, step, 0)
    on conflict on constraint published_count_pk do update set n = n.n + step;
  if point_lon is not null then
    -- In the order of zoom: two decisions in the same neighbourhood take their locks alike and cannot deadlock.
    insert into map_cell as m
      select the_tenant, c.procedure_id, z, grid_x(point_lon) >> (22 - z), grid_y(point_lat) >> (22 - z), the_category,
             step, step * point_lon, step * point_lat
        from generate_series(5, 17) z order by z
      on conflict on constraint map_cell_pk do update
        set n = m.n + step, sum_lon = m.sum_lon + step * point_lon, sum_lat = m.sum_lat + step * point_lat;
  end if;
end $$;

/*
 * Opens the case of a contribution that was just handed in, counts it, and publishes it where the procedure
 * publishes at once.
 */
create function settle_contribution(the_tenant uuid, the_contribution uuid, the_author_name text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c record;
  v text;
begin
  select o.procedure_id, o.received_at, o.audience, o.bearer_hash, p.publication_mode into c
    from contribution o join procedure p on p.tenant_id = o.tenant_id and p.id = o.procedure_id
   where o.tenant_id = the_tenant and o.id = the_contribution;
  if not found or the_tenant is distinct from app_tenant() or (app_bearer() is not null and c.bearer_hash <> app_bearer()) then
    raise exception 'no such contribution' using errcode = 'no_data_found';
  end if;
  v := case when c.audience = 'plannersOnly' or c.publication_mode = 'not' then 'notPublic'
            when c.publication_mode = 'atOnce' then 'published' else 'inReview' end;
  insert into contribution_case (tenant_id, contribution_id, procedure_id, received_at, visibility, author_name)
    values (the_tenant, the_contribution, c.procedure_id, c.received_at, v,
            case when c.audience = 'publicWithName' then the_author_name end);
  insert into received_count as r
    values (the_tenant, c.procedure_id, (c.received_at at time zone 'Europe/Berlin')::date, floor(random() * 8), 1)
    on conflict on constraint received_count_pk do update set n = r.n + 1;
  if v = 'published' then perform project_contribution(the_tenant, the_contribution, c.received_at); end if;
  return v;
end $$;

revoke all on all functions in schema public from public;
grant execute on function app_tenant(), app_bearer() to {public}, {staff}, {bearer}, {identity}, {system};
grant execute on function search_form(text) to {public}, {staff};
grant execute on function tell_title(text, text) to {staff};
grant execute on function project_contribution(uuid, uuid, timestamptz) to {staff};
grant execute on function settle_contribution(uuid, uuid, text) to {staff}, {bearer};

-- ---------- what each door may ----------

grant select on tenant to {public}, {staff}, {bearer}, {identity}, {system};
grant insert, update on tenant to {system};

grant select, insert, update on person to {identity};
grant select, insert, update, delete on session to {identity};
grant select, insert, delete on sign_in_attempt to {identity};
grant select, insert, update, delete on membership to {identity};
grant select (id, name) on person to {staff};
grant select on membership to {staff};

grant select, insert, update on procedure, consultation_round, upload to {staff};
grant select, insert, update, delete on category, plan_part, plan_document to {staff};
grant select, insert on file, procedure_revision, export to {staff};
grant select, insert on contribution, contribution_person, visibility_decision to {staff};
grant select on contribution_case, received_count, published_count to {staff};
grant update (version, visibility, decided_at) on contribution_case to {staff};
grant select, insert, update, delete on published_procedure, published_file to {staff};
grant select on published_contribution, map_cell to {staff};

grant select on published_procedure, published_file, published_contribution, published_count, received_count, map_cell to {public};

grant select, insert on contribution, contribution_person to {bearer};
grant select on contribution_case, visibility_decision, published_procedure, published_contribution to {bearer};
grant select, update on upload to {bearer};
grant select, insert on file to {bearer};

grant insert on event to {staff}, {bearer}, {identity};
grant select on event to {system}, {staff};
grant select, insert, update on event_cursor to {system};
grant select, delete on upload to {system};
grant select, delete on file to {system};
grant select on plan_document, published_file to {system};
grant select on migration to {system};

-- ---------- row-level security: staff see their tenant, a bearer one item ----------

do $$
declare t text;
begin
  foreach t in array array['membership', 'procedure', 'consultation_round', 'category', 'plan_part', 'file', 'upload',
    'plan_document', 'procedure_revision', 'contribution', 'contribution_person', 'contribution_case', 'visibility_decision',
    'export', 'event', 'published_procedure', 'published_file', 'published_contribution', 'published_count', 'received_count',
    'map_cell']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to {staff} using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()))', t || '_staff', t);
  end loop;
  foreach t in array array['published_procedure', 'published_file', 'published_contribution', 'published_count', 'received_count', 'map_cell']
  loop
    execute format('create policy %I on %I for select to {public} using (true)', t || '_public', t);
  end loop;
end $$;

alter table tenant enable row level security;
create policy tenant_all on tenant for select using (true);
create policy tenant_system on tenant to {system} using (true) with check (true);

alter table person enable row level security;
create policy person_identity on person to {identity} using (true) with check (true);
create policy person_staff on person for select to {staff}
  using (exists (select from membership m where m.person_id = person.id and m.tenant_id = (select app_tenant())));
create policy membership_identity on membership to {identity} using (true) with check (true);

create policy published_procedure_bearer on published_procedure for select to {bearer} using (true);
create policy published_contribution_bearer on published_contribution for select to {bearer}
  using (exists (select from contribution c where c.tenant_id = published_contribution.tenant_id and c.id = published_contribution.id));

create policy contribution_bearer on contribution to {bearer}
  using (bearer_hash = (select app_bearer()))
  with check (bearer_hash = (select app_bearer()) and tenant_id = (select app_tenant()) and channel = 'online');
create policy contribution_person_bearer on contribution_person to {bearer}
  using (exists (select from contribution c where c.tenant_id = contribution_person.tenant_id and c.id = contribution_person.contribution_id))
  with check (exists (select from contribution c where c.tenant_id = contribution_person.tenant_id and c.id = contribution_person.contribution_id));
create policy contribution_case_bearer on contribution_case for select to {bearer}
  using (exists (select from contribution c where c.tenant_id = contribution_case.tenant_id and c.id = contribution_case.contribution_id));
create policy visibility_decision_bearer on visibility_decision for select to {bearer}
  using (exists (select from contribution c where c.tenant_id = visibility_decision.tenant_id and c.id = visibility_decision.contribution_id));
create policy upload_bearer on upload to {bearer} using (secret_hash = (select app_bearer())) with check (secret_hash = (select app_bearer()));
create policy file_bearer on file to {bearer}
  using (exists (select from upload u where u.tenant_id = file.tenant_id and u.file_id = file.id))
  with check (tenant_id = (select app_tenant()) and exists (select from upload u where u.tenant_id = file.tenant_id and u.secret_hash = (select app_bearer())));

create policy event_bearer on event for insert to {bearer} with check (tenant_id = (select app_tenant()) and actor_kind = 'resident');
create policy event_identity on event for insert to {identity} with check (true);
create policy event_system on event for select to {system} using (true);
create policy upload_system on upload to {system} using (true);
create policy file_system on file to {system} using (true);
create policy published_file_system on published_file for select to {system} using (true);
create policy plan_document_system on plan_document for select to {system} using (true);

-- ---------- what may never change ----------

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger contribution_immutable before update on contribution for each row execute function refuse_change();
create trigger visibility_decision_immutable before update on visibility_decision for each row execute function refuse_change();
create trigger procedure_revision_immutable before update or delete on procedure_revision for each row execute function refuse_change();
create trigger event_immutable before update or delete on event for each row execute function refuse_change();
`
