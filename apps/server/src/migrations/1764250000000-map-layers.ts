import type { MigrationInterface, QueryRunner } from 'typeorm'
import { runSql } from './run-sql.ts'

/** Maps of others, laid over ours: registered by a tenant, fetched by our own route. */
export class MapLayers1764250000000 implements MigrationInterface {
  name = 'MapLayers1764250000000'

  async up(runner: QueryRunner): Promise<void> {
    await runSql(
      runner,
      `
create table map_layer (
  tenant_id uuid not null constraint map_layer_tenant_fk references tenant (id),
  id uuid not null,
  kind text not null constraint map_layer_kind_known check (kind in ('wms', 'wmts', 'xyz', 'geojson')),
  address text not null constraint map_layer_address_length check (length(address) between 1 and 2000),
  layer_name text not null,
  style_name text not null,
  format text not null,
  service jsonb not null,
  title jsonb not null,
  legend jsonb,
  attribution text not null constraint map_layer_attribution_there check (attribution <> ''),
  zoom_least smallint not null,
  zoom_most smallint not null,
  opacity real not null constraint map_layer_opacity_part check (opacity between 0.1 and 1),
  is_base boolean not null,
  is_on boolean not null,
  published boolean not null,
  position smallint not null,
  version integer not null,
  constraint map_layer_pk primary key (tenant_id, id),
  constraint map_layer_zooms check (0 <= zoom_least and zoom_least <= zoom_most and zoom_most <= 22)
);
create unique index map_layer_id on map_layer (id);

grant select, insert, update, delete on map_layer to {staff};
grant select on map_layer to {public};
grant select on map_layer to {system};

alter table map_layer enable row level security;
create policy map_layer_staff on map_layer to {staff}
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
create policy map_layer_public on map_layer for select to {public} using (published);
create policy map_layer_system on map_layer for select to {system} using (true);
`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runSql(runner, 'drop table map_layer;')
  }
}
