import type { MigrationInterface, QueryRunner } from 'typeorm'
import { runSql } from './run-sql.ts'

/**
 * Whether anything happened that others see, for servers that keep answers: numbers only, so that the public door
 * may ask without reading an event.
 */
export class EventHorizon1764100000000 implements MigrationInterface {
  name = 'EventHorizon1764100000000'

  async up(runner: QueryRunner): Promise<void> {
    await runSql(
      runner,
      `
      create function look_at_events(since xid8, quiet text[])
        returns table (horizon text, seen integer, ahead integer)
      language sql stable security definer set search_path = public, pg_temp as $$
        with here as materialized (select pg_snapshot_xmin(pg_current_snapshot()) as horizon)
        select here.horizon::text, count(e.id)::integer, (count(e.id) filter (where e.xid >= here.horizon))::integer
          from here left join event e on e.xid >= coalesce(since, here.horizon) and e.type <> all (quiet)
         group by here.horizon
      $$;
      revoke all on function look_at_events(xid8, text[]) from public;
      grant execute on function look_at_events(xid8, text[]) to {public}`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function look_at_events(xid8, text[])')
  }
}
