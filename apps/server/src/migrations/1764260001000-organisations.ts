import type { MigrationInterface, QueryRunner } from 'typeorm'
import { runSql } from './run-sql.ts'

/** Where the people of a tenant work. */
export class Organisations1764260001000 implements MigrationInterface {
  name = 'Organisations1764260001000'

  async up(runner: QueryRunner): Promise<void> {
    await runSql(
      runner,
      `
create table organisation (
  tenant_id uuid not null constraint organisation_tenant_fk references tenant (id),
  id uuid not null,
  version integer not null,
  name text not null,
  kind text not null constraint organisation_kind_known check (kind in ('office', 'planningOffice', 'publicAgency')),
  email text not null,
  phone text not null,
  constraint organisation_pk primary key (tenant_id, id),
  constraint organisation_name_unique unique (tenant_id, name)
);

create table staff_organisation (
  tenant_id uuid not null,
  person_id uuid not null constraint staff_organisation_person_fk references person (id) on delete cascade,
  organisation_id uuid not null,
  constraint staff_organisation_pk primary key (tenant_id, person_id),
  constraint staff_organisation_organisation_fk foreign key (tenant_id, organisation_id)
    references organisation (tenant_id, id) on delete cascade
);
create index staff_organisation_organisation on staff_organisation (tenant_id, organisation_id);

alter table invitation add column organisation_id uuid;
alter table invitation add constraint invitation_organisation_fk foreign key (tenant_id, organisation_id)
  references organisation (tenant_id, id) on delete set null (organisation_id);

grant select, insert, update, delete on organisation, staff_organisation to {identity};

alter table organisation enable row level security;
create policy organisation_identity on organisation to {identity} using (true) with check (true);
alter table staff_organisation enable row level security;
create policy staff_organisation_identity on staff_organisation to {identity} using (true) with check (true);
`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runSql(
      runner,
      'alter table invitation drop column organisation_id; drop table staff_organisation; drop table organisation;',
    )
  }
}
