export const SIGN_ON = /* sql */ `
-- ---------- providers of a tenant, and who they say somebody is ----------

create table sign_on_provider (
  tenant_id uuid not null constraint sign_on_provider_tenant_fk references tenant (id),
  id uuid not null,
  version integer not null,
  label text not null,
  issuer text not null,
  client_id text not null,
  client_secret_sealed bytea,
  scope text not null,
  for_staff boolean not null,
  for_residents boolean not null,
  shows_factor boolean not null,
  group_claim text not null,
  group_roles jsonb not null,
  acr_levels jsonb not null,
  changed_at timestamptz not null,
  constraint sign_on_provider_pk primary key (tenant_id, id),
  constraint sign_on_provider_once unique (tenant_id, issuer, client_id)
);
create unique index sign_on_provider_id on sign_on_provider (id);

-- In a tenant: what the provider of one says opens nothing of another, also where both name the same issuer.
create table sign_on_identity (
  tenant_id uuid not null constraint sign_on_identity_tenant_fk references tenant (id),
  issuer text not null,
  subject text not null,
  person_id uuid not null constraint sign_on_identity_person_fk references person (id) on delete cascade,
  claimed_email text,
  created_at timestamptz not null,
  constraint sign_on_identity_pk primary key (tenant_id, issuer, subject)
);
create unique index sign_on_identity_person on sign_on_identity (person_id);

alter table person alter column email drop not null;

alter table session
  drop constraint session_signed_in_by_known,
  add constraint session_signed_in_by_known check (signed_in_by in ('password', 'passkey', 'sample', 'signOn'));

create table sign_on_session (
  tenant_id uuid not null,
  session_id uuid not null
    constraint sign_on_session_session_fk references session (id) on delete cascade,
  provider_id uuid not null,
  subject text not null,
  sid text,
  refresh_sealed bytea,
  -- When the provider last said that they still belong here, and when we last asked.
  checked_at timestamptz not null,
  asked_at timestamptz not null,
  constraint sign_on_session_pk primary key (tenant_id, session_id),
  constraint sign_on_session_provider_fk foreign key (tenant_id, provider_id) references sign_on_provider (tenant_id, id)
);
create unique index sign_on_session_session on sign_on_session (session_id);
create index sign_on_session_provider on sign_on_session (tenant_id, provider_id, subject);

-- ---------- accounts of residents ----------

create table resident_account (
  tenant_id uuid not null constraint resident_account_tenant_fk references tenant (id),
  id uuid not null,
  -- Keyed hashes: to find the account by what somebody shows, not to read who it is.
  email_hash bytea,
  identity_hash bytea,
  email_sealed bytea,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  constraint resident_account_pk primary key (tenant_id, id),
  constraint resident_account_email_once unique (tenant_id, email_hash),
  constraint resident_account_identity_once unique (tenant_id, identity_hash),
  constraint resident_account_of_somebody check (email_hash is not null or identity_hash is not null)
);
create index resident_account_seen on resident_account (seen_at);

create table resident_link (
  tenant_id uuid not null constraint resident_link_tenant_fk references tenant (id),
  id uuid not null,
  secret_hash bytea not null,
  email_hash bytea not null,
  email_sealed bytea not null,
  language text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint resident_link_pk primary key (tenant_id, id)
);
create unique index resident_link_secret on resident_link (secret_hash);
create index resident_link_expiry on resident_link (expires_at);

create table resident_session (
  tenant_id uuid not null,
  id_hash bytea not null,
  account_id uuid not null,
  trust_level text not null
    constraint resident_session_trust_level_known check (trust_level in ('none', 'basic', 'substantial', 'high')),
  provider_id uuid,
  sid_hash bytea,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  constraint resident_session_pk primary key (tenant_id, id_hash),
  constraint resident_session_account_fk foreign key (tenant_id, account_id)
    references resident_account (tenant_id, id) on delete cascade,
  constraint resident_session_provider_fk foreign key (tenant_id, provider_id)
    references sign_on_provider (tenant_id, id)
);
create unique index resident_session_id on resident_session (id_hash);
create index resident_session_account on resident_session (tenant_id, account_id);
create index resident_session_provider on resident_session (tenant_id, provider_id) where provider_id is not null;
create index resident_session_expiry on resident_session (expires_at);

-- What somebody keeps together in their account. Nobody else reads it: not even staff learn what belongs together.
create table resident_contribution (
  tenant_id uuid not null,
  account_id uuid not null,
  contribution_id uuid not null,
  added_at timestamptz not null,
  constraint resident_contribution_pk primary key (tenant_id, account_id, contribution_id),
  constraint resident_contribution_account_fk foreign key (tenant_id, account_id)
    references resident_account (tenant_id, id) on delete cascade,
  constraint resident_contribution_contribution_fk foreign key (tenant_id, contribution_id)
    references contribution (tenant_id, id) on delete cascade
);
create index resident_contribution_contribution on resident_contribution (tenant_id, contribution_id);

-- How surely it was known who handed in; no row: not at all.
create table contribution_trust (
  tenant_id uuid not null,
  contribution_id uuid not null,
  level text not null constraint contribution_trust_level_known check (level in ('basic', 'substantial', 'high')),
  constraint contribution_trust_pk primary key (tenant_id, contribution_id),
  constraint contribution_trust_contribution_fk foreign key (tenant_id, contribution_id)
    references contribution (tenant_id, id) on delete cascade
);
create trigger contribution_trust_immutable before update on contribution_trust for each row execute function refuse_change();

alter table procedure add column trust_level text not null default 'none'
  constraint procedure_trust_level_known check (trust_level in ('none', 'basic', 'substantial', 'high'));
alter table published_procedure add column trust_level text not null default 'none';

-- ---------- who may ----------

create function app_resident() returns uuid language sql stable as
  $$ select nullif(current_setting('app.resident', true), '')::uuid $$;

do $$
declare t text;
begin
  foreach t in array array['sign_on_provider', 'sign_on_identity', 'sign_on_session', 'resident_account', 'resident_link',
    'resident_session', 'resident_contribution', 'contribution_trust'] loop
    execute format('alter table %I enable row level security', t);
  end loop;
  foreach t in array array['sign_on_provider', 'sign_on_identity', 'sign_on_session', 'resident_account', 'resident_link',
    'resident_session'] loop
    execute format('create policy %I on %I to {identity} using (true) with check (true)', t || '_identity', t);
    execute format('grant select, insert, update, delete on %I to {identity}', t);
  end loop;
end $$;

create policy resident_contribution_bearer on resident_contribution to {bearer}
  using (tenant_id = (select app_tenant()) and account_id = (select app_resident()));
grant select, delete on resident_contribution to {bearer};

-- Whoever signed in opens what they put into their account, as its secret would.
create policy contribution_resident on contribution for select to {bearer}
  using (exists (select from resident_contribution r
    where r.tenant_id = contribution.tenant_id and r.contribution_id = contribution.id));

create policy contribution_trust_staff on contribution_trust for select to {staff}
  using (tenant_id = (select app_tenant()));
grant select on contribution_trust to {staff};

/* Puts a contribution into the account of who is signed in; only by who holds the contribution's secret. */
create function keep_in_account(the_tenant uuid, the_account uuid, the_contribution uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if the_tenant is distinct from app_tenant() or the_account is distinct from app_resident() or not exists (
    select from contribution c
     where c.tenant_id = the_tenant and c.id = the_contribution and c.bearer_hash = app_bearer())
  then return false; end if;
  insert into resident_contribution (tenant_id, account_id, contribution_id, added_at)
    select the_tenant, the_account, the_contribution, at
     where exists (select from resident_account a where a.tenant_id = the_tenant and a.id = the_account)
    on conflict do nothing;
  return true;
end $$;

/* Writes down with a contribution, as it is handed in, how surely it is known who does. */
create function attest_contribution(the_tenant uuid, the_contribution uuid, the_level text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if the_tenant is distinct from app_tenant() or not exists (
    select from contribution c
     where c.tenant_id = the_tenant and c.id = the_contribution and c.bearer_hash = app_bearer())
  then raise exception 'no such contribution' using errcode = 'no_data_found'; end if;
  insert into contribution_trust (tenant_id, contribution_id, level) values (the_tenant, the_contribution, the_level);
end $$;

revoke all on function app_resident(), keep_in_account(uuid, uuid, uuid, timestamptz), attest_contribution(uuid, uuid, text)
  from public;
grant execute on function app_resident(), keep_in_account(uuid, uuid, uuid, timestamptz), attest_contribution(uuid, uuid, text)
  to {bearer};
`
