import type { MigrationInterface, QueryRunner } from 'typeorm'
import { runSql } from './run-sql.ts'

/**
 * What a tenant says of itself, and how much it may use.
 *
 * Everything stands in `tenant`, because everything is public: a page of the tenant reads it by one key. Its staff
 * change what is theirs, column by column; address and quotas are left to whoever runs the installation.
 */
export class TenantSettings1764210000000 implements MigrationInterface {
  name = 'TenantSettings1764210000000'

  up = (runner: QueryRunner): Promise<void> => runSql(runner, UP)

  async down(runner: QueryRunner): Promise<void> {
    await runSql(runner, DOWN)
  }
}

const UP = /* sql */ `
alter table tenant
  add column version integer not null default 1,
  add column host text constraint tenant_host_unique unique
    constraint tenant_host_form check (host ~ '^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$'),
  add column languages text[] not null default '{de,en,hsb}'
    constraint tenant_languages_known check (languages <@ array['de', 'en', 'hsb'] and 'de' = any(languages)),
  add column municipality_key text
    constraint tenant_municipality_key_form check (municipality_key ~ '^[0-9]{2}([0-9]{3}([0-9]{3})?)?$'),
  add column colours jsonb,
  add column logo_file_id uuid,
  add column imprint jsonb not null default '[]',
  add column privacy jsonb not null default '[]',
  add column accessibility jsonb,
  add column storage_quota_mb integer constraint tenant_storage_quota_positive check (storage_quota_mb > 0),
  add column procedure_quota integer constraint tenant_procedure_quota_sensible check (procedure_quota >= 0);
comment on column tenant.logo_file_id is 'A published_file of the tenant';
comment on column tenant.procedure_quota is 'Procedures on display whose period is not over; null: any number';

grant update (version, name, contact_email, contact_phone, contact_address, map_lon, map_lat, map_zoom,
              dialogue_kept_years, languages, municipality_key, colours, logo_file_id, imprint, privacy, accessibility)
  on tenant to {staff};
create policy tenant_staff on tenant for update to {staff}
  using (id = (select app_tenant())) with check (id = (select app_tenant()));

alter table upload drop constraint upload_purpose_known;
alter table upload add constraint upload_purpose_known check
  (purpose in ('planDocument', 'planData', 'planPicture', 'contributionFile', 'tenantLogo'));
`

const DOWN = /* sql */ `
delete from upload where purpose = 'tenantLogo';
alter table upload drop constraint upload_purpose_known;
alter table upload add constraint upload_purpose_known check
  (purpose in ('planDocument', 'planData', 'planPicture', 'contributionFile'));
drop policy tenant_staff on tenant;
revoke update on tenant from {staff};
revoke update (version, name, contact_email, contact_phone, contact_address, map_lon, map_lat, map_zoom,
               dialogue_kept_years, languages, municipality_key, colours, logo_file_id, imprint, privacy, accessibility)
  on tenant from {staff};
alter table tenant drop column procedure_quota, drop column storage_quota_mb, drop column accessibility,
  drop column privacy, drop column imprint, drop column logo_file_id, drop column colours,
  drop column municipality_key, drop column languages, drop column host, drop column version;
`
