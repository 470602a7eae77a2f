import type { MigrationInterface, QueryRunner } from 'typeorm'
import { runSql } from './run-sql.ts'

/** Plans read from files: what the model knows of each part, and how the plan stood before each import. */
export class PlanImports1764130000000 implements MigrationInterface {
  name = 'PlanImports1764130000000'

  async up(runner: QueryRunner): Promise<void> {
    await runSql(
      runner,
      `
alter table plan_part
  add column class text,
  add column style text,
  add column level smallint not null default 0,
  add column details jsonb not null default '[]',
  add column removed_at timestamptz;
create index plan_part_procedure on plan_part (tenant_id, procedure_id, position) where removed_at is null;
create index contribution_plan_part on contribution (tenant_id, plan_part_id) where plan_part_id is not null;

create table plan_import (
  tenant_id uuid not null,
  id uuid not null,
  procedure_id uuid not null,
  file_id uuid not null,
  format text not null constraint plan_import_format_known check (format in ('XPlanGML', 'GeoJSON', 'Shapefile', 'GeoPackage')),
  took_territory boolean not null,
  took_objects boolean not null,
  manner text not null constraint plan_import_manner_known check (manner in ('replace', 'add')),
  object_count integer not null,
  territory_before jsonb,
  parts_before jsonb not null,
  imported_at timestamptz not null,
  imported_by uuid,
  undone_at timestamptz,
  constraint plan_import_pk primary key (tenant_id, id),
  constraint plan_import_procedure_fk foreign key (tenant_id, procedure_id) references procedure (tenant_id, id),
  constraint plan_import_file_fk foreign key (tenant_id, file_id) references file (tenant_id, id)
);
create index plan_import_procedure on plan_import (tenant_id, procedure_id, imported_at);
create index plan_import_file on plan_import (tenant_id, file_id);

grant select, insert, update on plan_import to {staff};
alter table plan_import enable row level security;
create policy plan_import_staff on plan_import to {staff}
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runSql(
      runner,
      `
drop table plan_import;
drop index contribution_plan_part;
drop index plan_part_procedure;
alter table plan_part drop column class, drop column style, drop column level, drop column details, drop column removed_at;
`,
    )
  }
}
