import PgBoss from 'pg-boss'
import type { MigrationInterface, QueryRunner } from 'typeorm'
import { runSql } from './run-sql.ts'

/** The queues of this day; later ones get a migration of their own. */
const QUEUES = [
  ['end-what-is-over', { retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 900 }],
  ['sweep-files', { retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 900 }],
  ['forget-contents', { retryLimit: 8, retryDelay: 30, retryBackoff: true, expireInSeconds: 900 }],
] as const

const RIGHTS = /* sql */ `
grant usage on schema pgboss to {system};
grant select, insert, update, delete on pgboss.job, pgboss.archive to {system};
grant select on pgboss.queue, pgboss.version to {system};
grant update (maintained_on) on pgboss.version to {system};

/*
 * Puts a job in, in the transaction of whoever asks. No door but the worker's may touch the queue itself; through
 * here goes what is of the transaction's own tenant, and nothing that somebody could have typed.
 */
create function enqueue_job(the_queue text, the_tenant uuid, the_subjects text[]) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  job uuid;
begin
  if the_tenant is distinct from public.app_tenant() then
    raise exception 'a job belongs to the tenant of its transaction' using errcode = 'insufficient_privilege';
  end if;
  if exists (select from unnest(the_subjects) subject where subject is null or subject !~ '^[0-9a-f][0-9a-f-]{31,63}$') then
    raise exception 'a job carries ids and hashes' using errcode = 'check_violation';
  end if;
  -- As pg-boss itself inserts; a test compares the two.
  insert into pgboss.job (name, data, retry_limit, retry_delay, retry_backoff, expire_in, keep_until, dead_letter, policy)
    select q.name, jsonb_build_object('tenantId', the_tenant, 'subjects', to_jsonb(the_subjects)),
           coalesce(q.retry_limit, 2), coalesce(q.retry_delay, 0), coalesce(q.retry_backoff, false),
           coalesce(q.expire_seconds, 900) * interval '1 second',
           now() + coalesce(q.retention_minutes * interval '1 minute', interval '14 days'), q.dead_letter, q.policy
      from pgboss.queue q where q.name = the_queue
    returning id into job;
  if job is null then raise exception 'no such queue' using errcode = 'no_data_found'; end if;
  return job;
end $$;
revoke all on function enqueue_job(text, uuid, text[]) from public;
grant execute on function enqueue_job(text, uuid, text[]) to {staff}, {bearer}, {identity}, {system};
`

/** The tables of pg-boss, owned by the owner; the worker's door works in them and can neither make nor drop one. */
export class Jobs1764110000000 implements MigrationInterface {
  name = 'Jobs1764110000000'

  async up(runner: QueryRunner): Promise<void> {
    // Its own transaction would end ours.
    await runner.query(PgBoss.getConstructionPlans().replace(/^\s*BEGIN;|COMMIT;\s*$/g, ''))
    for (const [name, options] of QUEUES)
      await runner.query('select pgboss.create_queue($1, $2)', [name, options])
    await runSql(runner, RIGHTS)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function enqueue_job(text, uuid, text[]); drop schema pgboss cascade')
  }
}
