import type { MigrationInterface, QueryRunner } from 'typeorm'
import { runSql } from './run-sql.ts'

/**
 * Second factors, what a session has proven, and invitations.
 *
 * Factors belong to the person, not to a tenant, and only the identity door reaches them. Whether a session opens
 * anything is not written anywhere: it follows from what it has proven and from the person's roles and factors of
 * this moment, so a role given or a factor added counts with the next request.
 */
export class SecondFactor1764160000000 implements MigrationInterface {
  name = 'SecondFactor1764160000000'

  up = (runner: QueryRunner): Promise<void> => runSql(runner, UP)

  async down(runner: QueryRunner): Promise<void> {
    await runSql(runner, DOWN)
  }
}

const UP = /* sql */ `
alter table person
  add column sample boolean not null default false,
  -- What passkeys know the person by (WebAuthn user handle): random, says nothing, and stays the same.
  add column passkey_handle bytea not null default
    decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');
comment on column person.sample is 'Filled in with a sample town: anybody may sign in as them with a button';
update person p set sample = true
 where exists (select from membership m where m.person_id = p.id)
   and not exists (select from membership m join tenant t on t.id = m.tenant_id
                   where m.person_id = p.id and not t.sample);

-- Who is signed in now has shown no second factor: they sign in once more.
delete from session;
alter table session
  add column id uuid not null default gen_random_uuid() constraint session_id_unique unique,
  add column signed_in_by text not null default 'password'
    constraint session_signed_in_by_known check (signed_in_by in ('password', 'passkey', 'sample')),
  add column factor_at timestamptz,
  add column proven_at timestamptz not null default now(),
  add column device text not null default '';

create table passkey (
  id uuid constraint passkey_pk primary key,
  person_id uuid not null constraint passkey_person_fk references person (id) on delete cascade,
  credential_id bytea not null constraint passkey_credential_unique unique,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null,
  name text not null,
  backed_up boolean not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkey_person on passkey (person_id);

create table authenticator_app (
  person_id uuid constraint authenticator_app_pk primary key
    constraint authenticator_app_person_fk references person (id) on delete cascade,
  secret_sealed bytea not null,
  -- The newest time step whose code was taken: none is taken twice.
  used_step bigint not null,
  created_at timestamptz not null,
  used_at timestamptz
);

create table recovery_code (
  person_id uuid not null constraint recovery_code_person_fk references person (id) on delete cascade,
  code_hash bytea not null,
  created_at timestamptz not null,
  constraint recovery_code_pk primary key (person_id, code_hash)
);

create table used_challenge (
  challenge_hash bytea constraint used_challenge_pk primary key,
  expires_at timestamptz not null
);
create index used_challenge_expiry on used_challenge (expires_at);

create table invitation (
  tenant_id uuid not null constraint invitation_tenant_fk references tenant (id),
  id uuid not null,
  secret_hash bytea not null,
  email text not null constraint invitation_email_lower check (email = lower(email)),
  name text not null,
  roles text[] not null constraint invitation_roles_known check (roles <@ array
    ['administrator', 'planner', 'moderator', 'caseworker', 'agencyCoordinator', 'agencyClerk', 'auditor']),
  starts_over boolean not null default false,
  invited_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint invitation_pk primary key (tenant_id, id),
  constraint invitation_once unique (tenant_id, email)
);
create unique index invitation_secret on invitation (secret_hash);
create index invitation_expiry on invitation (expires_at);

do $$
declare t text;
begin
  foreach t in array array['passkey', 'authenticator_app', 'recovery_code', 'used_challenge', 'invitation'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to {identity} using (true) with check (true)', t || '_identity', t);
  end loop;
end $$;

grant select, insert, update, delete on passkey, authenticator_app, recovery_code, invitation to {identity};
grant select, insert, delete on used_challenge to {identity};
`

const DOWN = /* sql */ `
drop table invitation;
drop table used_challenge;
drop table recovery_code;
drop table authenticator_app;
drop table passkey;
alter table session drop column device, drop column proven_at, drop column factor_at, drop column signed_in_by, drop column id;
alter table person drop column passkey_handle, drop column sample;
`
