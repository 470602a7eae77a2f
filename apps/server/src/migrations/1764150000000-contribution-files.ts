import type { MigrationInterface, QueryRunner } from 'typeorm'
import { runSql } from './run-sql.ts'

/**
 * Files handed in with a contribution, and those of them that the public sees.
 *
 * An upload belongs to a draft before it belongs to a contribution: `draft_hash` is the hash that the receipt's
 * secret will have, so whoever holds the draft's key, and nobody else, can name it when they hand in.
 */
export class ContributionFiles1764150000000 implements MigrationInterface {
  name = 'ContributionFiles1764150000000'

  up = (runner: QueryRunner): Promise<void> => runSql(runner, UP)

  async down(runner: QueryRunner): Promise<void> {
    await runSql(runner, DOWN)
  }
}

const UP = /* sql */ `
alter table upload add column draft_hash bytea;
create index upload_draft on upload (draft_hash) where draft_hash is not null;

create table contribution_file (
  tenant_id uuid not null,
  contribution_id uuid not null,
  position smallint not null constraint contribution_file_position_from_0 check (position >= 0),
  file_id uuid not null,
  alt text,
  release_wished boolean not null,
  constraint contribution_file_pk primary key (tenant_id, contribution_id, position),
  constraint contribution_file_once unique (tenant_id, file_id),
  constraint contribution_file_contribution_fk foreign key (tenant_id, contribution_id)
    references contribution (tenant_id, id) on delete cascade,
  constraint contribution_file_file_fk foreign key (tenant_id, file_id) references file (tenant_id, id)
);
create trigger contribution_file_immutable before update on contribution_file for each row execute function refuse_change();

alter table contribution_case add column with_files boolean not null default false;
alter table visibility_decision add column with_files boolean not null default false;

create table published_contribution_file (
  tenant_id uuid not null,
  id uuid not null,
  contribution_id uuid not null,
  position smallint not null,
  alt text,
  sha256 bytea not null,
  size_bytes bigint not null,
  media_type text not null,
  file_name text not null,
  constraint published_contribution_file_pk primary key (tenant_id, id),
  constraint published_contribution_file_position unique (tenant_id, contribution_id, position),
  -- Whatever takes a contribution out of the public view takes its files along.
  constraint published_contribution_file_contribution_fk foreign key (tenant_id, contribution_id)
    references published_contribution (tenant_id, id) on delete cascade
);
create unique index published_contribution_file_id on published_contribution_file (id);
-- The same again where the lists read it, so that a page of contributions stays one read.
alter table published_contribution add column files jsonb not null default '[]';

/*
 * Brings the public files of one contribution in line with its case, after project_contribution has done so with
 * its text. It asks again whether its author released them and a moderator looked at them.
 */
create function project_contribution_files(the_tenant uuid, the_contribution uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if the_tenant is distinct from app_tenant() or app_bearer() is not null then
    raise exception 'no such contribution' using errcode = 'no_data_found';
  end if;
  delete from published_contribution_file where tenant_id = the_tenant and contribution_id = the_contribution;
  insert into published_contribution_file
    select a.tenant_id, f.id, a.contribution_id, a.position, a.alt, f.sha256, f.size_bytes, f.media_type, f.file_name
      from contribution_file a
      join file f on f.tenant_id = a.tenant_id and f.id = a.file_id
      join contribution_case k on k.tenant_id = a.tenant_id and k.contribution_id = a.contribution_id
      join published_contribution p on p.tenant_id = a.tenant_id and p.id = a.contribution_id
     where a.tenant_id = the_tenant and a.contribution_id = the_contribution
       and a.release_wished and k.with_files and k.visibility = 'published';
  update published_contribution set files = coalesce((
      select jsonb_agg(jsonb_build_object('id', f.id, 'fileName', f.file_name, 'mediaType', f.media_type,
        'sizeBytes', f.size_bytes, 'alt', f.alt) order by f.position)
      from published_contribution_file f where f.tenant_id = the_tenant and f.contribution_id = the_contribution), '[]')
   where tenant_id = the_tenant and id = the_contribution;
end $$;
revoke all on function project_contribution_files(uuid, uuid) from public;
grant execute on function project_contribution_files(uuid, uuid) to {staff};

grant select, insert on contribution_file to {staff}, {bearer};
grant select on published_contribution_file to {public}, {staff};
grant update (with_files) on contribution_case to {staff};
grant insert on upload to {bearer};

alter table contribution_file enable row level security;
create policy contribution_file_staff on contribution_file to {staff}
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
create policy contribution_file_bearer on contribution_file to {bearer}
  using (exists (select from contribution c
    where c.tenant_id = contribution_file.tenant_id and c.id = contribution_file.contribution_id))
  with check (
    exists (select from contribution c
      where c.tenant_id = contribution_file.tenant_id and c.id = contribution_file.contribution_id)
    -- Nobody hands in a file of somebody else's draft.
    and exists (select from upload u
      where u.tenant_id = contribution_file.tenant_id and u.file_id = contribution_file.file_id
        and u.draft_hash = (select app_bearer())));

alter table published_contribution_file enable row level security;
create policy published_contribution_file_public on published_contribution_file for select to {public} using (true);
create policy published_contribution_file_staff on published_contribution_file for select to {staff}
  using (tenant_id = (select app_tenant()));

-- The secret of an upload opens that upload; the secret of a draft begins uploads and uses them.
drop policy upload_bearer on upload;
create policy upload_bearer_read on upload for select to {bearer}
  using (secret_hash = (select app_bearer()) or draft_hash = (select app_bearer()));
create policy upload_bearer_change on upload for update to {bearer}
  using (secret_hash = (select app_bearer()) or draft_hash = (select app_bearer()))
  with check (secret_hash = (select app_bearer()) or draft_hash = (select app_bearer()));
create policy upload_bearer_begin on upload for insert to {bearer}
  with check (tenant_id = (select app_tenant()) and draft_hash = (select app_bearer()) and purpose = 'contributionFile'
    and state = 'receiving' and file_id is null and created_by is null);
create policy file_of_contribution_bearer on file for select to {bearer}
  using (exists (select from contribution_file a where a.tenant_id = file.tenant_id and a.file_id = file.id));
`

const DOWN = /* sql */ `
drop policy file_of_contribution_bearer on file;
drop policy upload_bearer_begin on upload;
drop policy upload_bearer_change on upload;
drop policy upload_bearer_read on upload;
create policy upload_bearer on upload to {bearer}
  using (secret_hash = (select app_bearer())) with check (secret_hash = (select app_bearer()));
revoke insert on upload from {bearer};
drop function project_contribution_files(uuid, uuid);
alter table published_contribution drop column files;
drop table published_contribution_file;
drop table contribution_file;
alter table visibility_decision drop column with_files;
alter table contribution_case drop column with_files;
drop index upload_draft;
alter table upload drop column draft_hash;
`
