import type { MigrationInterface, QueryRunner } from 'typeorm'
import { runSql } from './run-sql.ts'

/** Invitations to work on single procedures. */
export class ScopedRoles1764260000000 implements MigrationInterface {
  name = 'ScopedRoles1764260000000'

  async up(runner: QueryRunner): Promise<void> {
    await runSql(
      runner,
      `
alter table invitation add column limited boolean not null default false;

create table invitation_procedure (
  tenant_id uuid not null,
  invitation_id uuid not null,
  procedure_id uuid not null,
  constraint invitation_procedure_pk primary key (tenant_id, invitation_id, procedure_id),
  constraint invitation_procedure_invitation_fk foreign key (tenant_id, invitation_id)
    references invitation (tenant_id, id) on delete cascade,
  constraint invitation_procedure_procedure_fk foreign key (tenant_id, procedure_id)
    references procedure (tenant_id, id)
);
create index invitation_procedure_procedure on invitation_procedure (tenant_id, procedure_id);

grant select, insert, delete on invitation_procedure to {identity};

alter table invitation_procedure enable row level security;
create policy invitation_procedure_identity on invitation_procedure to {identity} using (true) with check (true);
`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runSql(runner, 'drop table invitation_procedure; alter table invitation drop column limited;')
  }
}
