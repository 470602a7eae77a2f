import type { MigrationInterface, QueryRunner } from 'typeorm'
import { runSql } from './run-sql.ts'

/** A plan that came as a PDF or a picture, laid on the map by control points. */
export class PlanDrawings1764140000000 implements MigrationInterface {
  name = 'PlanDrawings1764140000000'

  async up(runner: QueryRunner): Promise<void> {
    await runSql(
      runner,
      `
create table plan_drawing (
  tenant_id uuid not null,
  id uuid not null,
  procedure_id uuid not null,
  file_id uuid not null,
  page integer not null constraint plan_drawing_page_counts check (page >= 1),
  width_px integer not null constraint plan_drawing_width_counts check (width_px >= 1),
  height_px integer not null constraint plan_drawing_height_counts check (height_px >= 1),
  title jsonb not null,
  points jsonb not null,
  placement jsonb not null,
  zone smallint constraint plan_drawing_zone_known check (zone between 31 and 33),
  transform jsonb constraint plan_drawing_transform_form check (jsonb_array_length(transform) = 6),
  bounds jsonb constraint plan_drawing_bounds_form check (jsonb_array_length(bounds) = 4),
  opacity real not null constraint plan_drawing_opacity_part check (opacity between 0 and 1),
  position smallint not null,
  version integer not null,
  constraint plan_drawing_pk primary key (tenant_id, id),
  constraint plan_drawing_procedure_fk foreign key (tenant_id, procedure_id) references procedure (tenant_id, id),
  constraint plan_drawing_file_fk foreign key (tenant_id, file_id) references file (tenant_id, id),
  constraint plan_drawing_placed_whole check ((zone is null) = (transform is null) and (zone is null) = (bounds is null))
);
create index plan_drawing_procedure on plan_drawing (tenant_id, procedure_id, position);

create table published_drawing (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  procedure_id uuid not null,
  sha256 bytea not null,
  media_type text not null,
  page integer not null,
  width_px integer not null,
  height_px integer not null,
  zone smallint not null,
  transform jsonb not null,
  bounds jsonb not null,
  constraint published_drawing_pk primary key (tenant_id, id, version)
);
create unique index published_drawing_id on published_drawing (id, version);

alter table published_procedure add column drawings jsonb not null default '[]';

grant select, insert, update, delete on plan_drawing to {staff};
grant select, insert on published_drawing to {staff};
grant select on published_drawing to {public};

alter table plan_drawing enable row level security;
create policy plan_drawing_staff on plan_drawing to {staff}
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
alter table published_drawing enable row level security;
create policy published_drawing_staff on published_drawing to {staff}
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
create policy published_drawing_public on published_drawing for select to {public} using (true);
`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runSql(
      runner,
      `
alter table published_procedure drop column drawings;
drop table published_drawing;
drop table plan_drawing;
`,
    )
  }
}
