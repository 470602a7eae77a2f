import type { MigrationInterface, QueryRunner } from 'typeorm'
import { runSql } from './run-sql.ts'

/**
 * Whose pages may show procedures of the tenant in a frame. It stands in a header that everybody gets, so the form is
 * demanded here, too: nothing but origins can ever be in it.
 */
export class EmbedHosts1764290000000 implements MigrationInterface {
  name = 'EmbedHosts1764290000000'

  async up(runner: QueryRunner): Promise<void> {
    await runSql(
      runner,
      `
alter table tenant add column embed_hosts text[] not null default '{}'
  constraint tenant_embed_hosts_form check (
    coalesce(array_length(embed_hosts, 1), 0) <= 20
    and array_to_string(embed_hosts, ' ', '?') ~
      '^((https://([*][.])?|http://)[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?( |$))*$');
grant update (embed_hosts) on tenant to {staff};
`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runSql(runner, 'alter table tenant drop column embed_hosts;')
  }
}
