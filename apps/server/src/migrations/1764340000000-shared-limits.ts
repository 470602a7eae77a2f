import type { MigrationInterface, QueryRunner } from 'typeorm'
import { runSql } from './run-sql.ts'

/**
 * How often an act was done, for all servers. Each key has one moment: the one at which its next act would be due if they
 * came evenly (generic cell rate algorithm). Unlogged: after a crash everybody begins anew, and no act waits for a disk.
 */
export class SharedLimits1764340000000 implements MigrationInterface {
  name = 'SharedLimits1764340000000'

  async up(runner: QueryRunner): Promise<void> {
    await runSql(
      runner,
      /* sql */ `
create unlogged table rate_limit (
  key_hash bytea not null constraint rate_limit_pk primary key,
  at timestamptz not null
);
create index rate_limit_at on rate_limit (at);
grant select, delete on rate_limit to {identity};

create function take_rate(the_keys bytea[], the_steps_ms float8[], the_window_ms float8, the_cost integer)
returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one record;
  due timestamptz;
  -- Of the database: servers need not agree on the time.
  now constant timestamptz := clock_timestamp();
  latest constant timestamptz := now + the_window_ms * interval '1 millisecond';
  wait interval := interval '0';
begin
  -- In one order, so that two who share two keys never wait for each other.
  for one in select key, the_steps_ms[n] as step from unnest(the_keys) with ordinality as k (key, n) order by key loop
    insert into rate_limit as r (key_hash, at) values (one.key, now)
      on conflict (key_hash) do update set at = greatest(r.at, now)
      returning r.at into due;
    wait := greatest(wait, due + the_cost * one.step * interval '1 millisecond' - latest);
  end loop;
  if wait > interval '0' then
    return ceil(extract(epoch from wait))::integer;
  end if;
  update rate_limit r set at = r.at + the_cost * the_steps_ms[k.n] * interval '1 millisecond'
    from unnest(the_keys) with ordinality as k (key, n) where r.key_hash = k.key;
  return 0;
end $$;
revoke all on function take_rate from public;
grant execute on function take_rate to {identity};
`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runSql(runner, 'drop function take_rate; drop table rate_limit;')
  }
}
