-- Fills one procedure on display with contributions, as the owner and set by set: what 100,000 people would have
-- handed in and moderators decided, in seconds. Read by the benchmark and by the test of the query plans.
--
-- Every value follows from its row's number, so that two runs fill the same. Lengths are those of real
-- platforms (median 362 characters, a tenth above 909, none above 1,500), places lie in clusters over a town of
-- some 30 km, 93 % are published.
--
-- Settings: seed.tenant, seed.procedure, seed.n, seed.lon, seed.lat, seed.now.

-- A number in [0, 1) that follows from a row and a purpose.
create or replace function pg_temp.chance(row_number bigint, purpose bigint) returns double precision language sql immutable
  as $$ select (hashint8extended(row_number, purpose) & 9007199254740991) / 9007199254740992.0 $$;
-- A normally distributed one.
create or replace function pg_temp.normal(row_number bigint, purpose bigint) returns double precision language sql immutable
  as $$ select sqrt(-2 * ln(1 - pg_temp.chance(row_number, purpose))) * cos(2 * pi() * pg_temp.chance(row_number, purpose + 1)) $$;
create or replace function pg_temp.made_id(at timestamptz, row_number bigint, procedure uuid) returns uuid language sql immutable
  as $$ select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(h, 1, 3) || '8' || substr(h, 4, 15))::uuid
        from (select md5(procedure || ' ' || row_number) as h) as made $$;

create temporary table seed_text on commit drop as
with sentence (words) as (select array[
  'Die Querung an der Schule ist für Kinder zu gefährlich.',
  'Hier fehlt ein sicherer Radweg, besonders morgens.',
  'Bitte erhalten Sie die alten Linden entlang der Straße.',
  'Der Lärm in der Nacht ist für uns Anwohnerinnen und Anwohner kaum noch auszuhalten.',
  'Ein Zebrastreifen würde schon viel helfen.',
  'Auf dem Platz gibt es im Sommer keinen einzigen Schatten.',
  'Wir wünschen uns mehr Bänke, auf denen man auch ohne Mühe wieder aufstehen kann.',
  'Das Parken auf dem Gehweg zwingt Menschen mit Rollstuhl auf die Fahrbahn.',
  'Im Entwurf ist die Zufahrt zur Tiefgarage genau gegenüber der Kita eingezeichnet.',
  'Nach meiner Kenntnis brüten in der Hecke seit Jahren Nachtigallen.',
  'Die vorgesehene Höhe von vier Geschossen passt nicht zur Umgebung.',
  'Könnte man die Ampel so schalten, dass man in einem Zug hinüberkommt?',
  'Bei Starkregen steht das Wasser regelmäßig in unserem Keller.',
  'Ich begrüße ausdrücklich, dass die Fläche nicht weiter versiegelt werden soll.',
  'Der Bus hält zu weit weg, gerade für ältere Leute mit Einkäufen.',
  'Zwischen Bahnhof und Rathaus fehlt eine Verbindung, die auch bei Dunkelheit sicher wirkt.',
  'Warum wurde die Variante 2 aus der ersten Auslegung nicht weiterverfolgt?',
  'Außerdem sollte geprüft werden, ob Tempo 30 auf dem ganzen Abschnitt möglich ist.',
  'Mehr Bäume, weniger Asphalt!',
  'Die Gewerbetreibenden brauchen weiterhin eine Lieferzone.'] as all_of_them)
select i, trim(left((
    select string_agg(words[1 + floor(20 * pg_temp.chance(i * 100 + k, 3))::integer], ' ' order by k)
    from sentence, generate_series(1, 40) as k), wanted)) as text
from (select i, greatest(40, least(1500, exp(ln(362) + 0.7186 * pg_temp.normal(i, 1))))::integer as wanted
      from generate_series(0, 1999) as i) as pool;
create unique index on seed_text (i);

create temporary table seed_row on commit drop as
with setting as materialized (
  select current_setting('seed.tenant')::uuid as tenant, current_setting('seed.procedure')::uuid as procedure,
         current_setting('seed.n')::bigint as n, current_setting('seed.lon')::double precision as town_lon,
         current_setting('seed.lat')::double precision as town_lat, current_setting('seed.now')::timestamptz as now
), category as materialized (
  select array_agg(c.id order by c.position) as ids from category c, setting s where c.tenant_id = s.tenant and c.procedure_id = s.procedure
), numbered as (
  select i, s.*, s.now - interval '40 days' + interval '38 days' * (i / s.n::double precision) as received_at,
         pg_temp.chance(i, 11) as fate, pg_temp.chance(i, 12) as located,
         -- A place of its own for one in seven; the others gather around 120 spots, some of them more popular.
         case when pg_temp.chance(i, 13) < 0.15 then null else floor(120 * pg_temp.chance(i, 14) ^ 2)::bigint end as spot
  from setting s, generate_series(1, s.n) as i
), placed as (
  select *,
    round((case when located < 0.92 then town_lon + case when spot is null then 0.44 * (pg_temp.chance(i, 21) - 0.5)
      else 0.36 * (pg_temp.chance(spot, 22) - 0.5) + 0.006 * pg_temp.normal(i, 23) end end)::numeric, 7)::double precision as lon,
    round((case when located < 0.92 then town_lat + case when spot is null then 0.28 * (pg_temp.chance(i, 25) - 0.5)
      else 0.22 * (pg_temp.chance(spot, 26) - 0.5) + 0.004 * pg_temp.normal(i, 27) end end)::numeric, 7)::double precision as lat
  from numbered
)
select p.tenant, p.procedure, pg_temp.made_id(p.received_at, p.i, p.procedure) as id, p.received_at, p.lon, p.lat, t.text,
  case when p.fate < 0.93 then 'published' when p.fate < 0.98 then 'inReview' when p.fate < 0.99 then 'withheld' else 'notPublic' end as visibility,
  case when pg_temp.chance(p.i, 31) < 0.9 then c.ids[1 + floor(cardinality(c.ids) * pg_temp.chance(p.i, 32))::integer] end as category_id,
  p.received_at + interval '20 hours' * pg_temp.chance(p.i, 33) as decided_at,
  (select r.id from consultation_round r where r.tenant_id = p.tenant and r.procedure_id = p.procedure limit 1) as round_id,
  p.i
from placed p cross join category c join seed_text t on t.i = floor(2000 * pg_temp.chance(p.i, 34))::bigint;

insert into contribution (tenant_id, id, procedure_id, round_id, number, bearer_hash, idempotency_key, body_hash, channel, title, text, language,
  category_id, place_kind, geometry, lon, lat, west, south, east, north, audience, received_at, late)
select tenant, id, procedure, round_id, 'SEED-' || left(procedure::text, 13) || '-' || i, sha256(id::text::bytea), id, sha256(text::bytea), 'online', null,
  text, 'de', category_id, case when lon is null then 'none' else 'point' end,
  case when lon is not null then '\x0101000000'::bytea || (
    select string_agg(substring(float8send(v) from b for 1), ''::bytea order by k, b desc)
    from unnest(array[lon, lat]) with ordinality as value (v, k), generate_series(1, 8) as b) end,
  lon, lat, lon, lat, lon, lat, case when visibility = 'notPublic' then 'plannersOnly' else 'publicWithoutName' end, received_at, false
from seed_row order by i;

insert into contribution_case (tenant_id, contribution_id, procedure_id, received_at, version, visibility, decided_at)
select tenant, id, procedure, received_at, case when visibility in ('published', 'withheld') then 2 else 1 end, visibility,
  case when visibility in ('published', 'withheld') then decided_at end
from seed_row order by i;

insert into visibility_decision (tenant_id, id, contribution_id, number, decision, reason, decided_at)
select tenant, pg_temp.made_id(decided_at, i, id), id, 1, case visibility when 'published' then 'publish' else 'withhold' end,
  case visibility when 'withheld' then 'other' end, decided_at
from seed_row where visibility in ('published', 'withheld') order by i;

insert into published_contribution
select s.tenant, s.id, s.procedure, row_number() over (order by s.decided_at, s.id), tell_title(null, s.text), s.text, 'de', null, s.category_id,
  c.place_kind, null, c.geometry, s.lon, s.lat, morton(s.lon, s.lat), search_form(' ' || s.text || ' '),
  (s.received_at at time zone 'Europe/Berlin')::date, s.decided_at
from seed_row s join contribution c on c.tenant_id = s.tenant and c.id = s.id
where s.visibility = 'published' order by s.decided_at, s.id;

-- The row without a category also counts out the public numbers.
insert into published_count as c
select tenant, procedure, category, sum(n)::integer, sum(numbered)::integer
from (select tenant, procedure, coalesce(category_id, '00000000-0000-0000-0000-000000000000') as category, 1 as n, 0 as numbered
      from seed_row where visibility = 'published'
      union all select tenant, procedure, '00000000-0000-0000-0000-000000000000', 0, 1 from seed_row where visibility = 'published') as each_one
group by tenant, procedure, category;

insert into review_count
select tenant, procedure, i % 8, count(*) from seed_row where visibility = 'inReview' group by 1, 2, 3;

insert into received_count
select tenant, procedure, (received_at at time zone 'Europe/Berlin')::date, i % 8, count(*) from seed_row group by 1, 2, 3, 4;

insert into map_cell
select tenant, procedure, z, grid_x(lon) >> (22 - z), grid_y(lat) >> (22 - z), coalesce(category_id, '00000000-0000-0000-0000-000000000000'),
  count(*), sum(lon), sum(lat)
from seed_row, generate_series(5, 17) as z where visibility = 'published' and lon is not null
group by 1, 2, 3, 4, 5, 6;
