import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import pg from 'pg'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { Trouble } from '../../scripts/lib/say.mjs'
import { OPERATIONS } from '../operations.mjs'

export const TENANT = 'quellstedt'
/** Around which the seeded places lie. */
export const TOWN = [12.92, 50.83]

/** One request the comfortable way, for everything that is not measured. */
export function ask(port, path, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const sent = request({ port, path, method, headers }, (response) => {
      const pieces = []
      response.on('data', (piece) => pieces.push(piece))
      response.on('error', reject)
      response.on('end', () => {
        const { statusCode: status, headers } = response
        const content = Buffer.concat(pieces)
        if (status < 200 || status > 299) reject(new Trouble(`${method} ${path}: ${status} ${content}`))
        else resolve({ headers, content })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** One operation; `data` of its answer. */
export async function askGraphql(port, name, variables, cookie) {
  const { content, headers } = await ask(port, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
    body: JSON.stringify({ query: OPERATIONS[name].document, variables }),
  })
  const { data, errors } = JSON.parse(content)
  if (errors) throw new Trouble(`${name}: ${JSON.stringify(errors)}`)
  return { data, headers }
}

/** Signs in as the sample town's person of a role; the cookie to send along. */
export async function signIn(port, role) {
  const { data, headers } = await askGraphql(port, 'signIn', { tenant: TENANT, role })
  const cookie = headers['set-cookie']?.[0]?.split(';')[0]
  if (!cookie) throw new Trouble(`Signing in as ${role}: ${JSON.stringify(data)}`)
  return cookie
}

/** A map dialogue on display, made the way planners make it. */
async function makeProcedure(port, planner, title) {
  const saved = (answer) => {
    if (answer.__typename === 'ProcedureSaved') return answer.procedure
    throw new Trouble(`${title}: ${JSON.stringify(answer)}`)
  }
  const tenant = TENANT
  const day = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
  const created = await askGraphql(
    port,
    'createProcedure',
    { tenant, input: { templateKey: 'mapDialogue', title: { de: title } } },
    planner,
  )
  const { id, version } = saved(created.data.createProcedure)
  const input = { id, version, summary: { de: title }, startsOn: day(-45), endsOn: day(45) }
  const updated = await askGraphql(port, 'updateProcedure', { tenant, input }, planner)
  const published = await askGraphql(
    port,
    'publishProcedure',
    { tenant, id, version: saved(updated.data.updateProcedure).version },
    planner,
  )
  const { categories } = saved(published.data.publishProcedure)
  return { id, categoryIds: categories.map((category) => category.id) }
}

const BARE_TABLES = `
  create schema bare;
  create table bare.contribution (id uuid primary key, procedure_id uuid not null, title text, body text not null, category uuid,
    status text not null, author text, created_at timestamptz not null, lng double precision, lat double precision);
  create index on bare.contribution (procedure_id, created_at desc, id desc) where status = 'published';`

/** Fills procedures of the given sizes, and the bare table with the same contributions. */
export async function seed(port, databaseUrl, sizes, say) {
  const planner = await signIn(port, 'planner')
  const owner = new pg.Client({ connectionString: databaseUrl, statement_timeout: 0 })
  await owner.connect()
  try {
    await owner.query(BARE_TABLES)
    // Building this index once is ten times cheaper than keeping it row by row.
    const { rows } = await owner.query(
      `select pg_get_indexdef('published_contribution_search'::regclass) as definition`,
    )
    await owner.query('drop index published_contribution_search')
    const procedures = []
    for (const size of sizes) {
      const startedAt = Date.now()
      const procedure = await makeProcedure(port, planner, `Kartendialog mit ${size} Beiträgen`)
      const tenantId = await fill(owner, procedure.id, size)
      procedures.push({ ...procedure, size, tenantId, ...(await facts(owner, tenantId, procedure.id)) })
      say(`  ${size} contributions in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
    }
    await owner.query(rows[0].definition)
    await owner.query('vacuum analyze')
    await compareWithTheServersOwn(owner, procedures[0])
    await owner.query('checkpoint')
    return procedures
  } finally {
    await owner.end()
  }
}

async function fill(owner, procedureId, size) {
  const { rows } = await owner.query('select tenant_id from procedure where id = $1', [procedureId])
  const tenantId = rows[0].tenant_id
  await owner.query('begin')
  for (const [name, value] of Object.entries({
    tenant: tenantId,
    procedure: procedureId,
    n: size,
    lon: TOWN[0],
    lat: TOWN[1],
    now: new Date().toISOString(),
  }))
    await owner.query('select set_config($1, $2, true)', [`seed.${name}`, String(value)])
  await owner.query('set local work_mem = 256000')
  await owner.query(readFileSync(inRoot('bench/seed.sql'), 'utf8'))
  await owner.query(
    `insert into bare.contribution
     select o.id, o.procedure_id, tell_title(o.title, o.text), o.text, o.category_id, k.visibility, null,
       coalesce(p.published_at, o.received_at), o.lon, o.lat
     from contribution o join contribution_case k on k.tenant_id = o.tenant_id and k.contribution_id = o.id
     left join published_contribution p on p.tenant_id = o.tenant_id and p.id = o.id
     where o.tenant_id = $1 and o.procedure_id = $2`,
    [tenantId, procedureId],
  )
  await owner.query('commit')
  return tenantId
}

/** What the scenarios ask for: some published ids, those that wait, the round. */
async function facts(owner, tenantId, procedureId) {
  const ids = (sql) => owner.query(sql, [tenantId, procedureId]).then(({ rows }) => rows.map((row) => row.id))
  return {
    publishedIds: await ids(
      `select id from published_contribution where tenant_id = $1 and procedure_id = $2 order by md5(id::text) limit 500`,
    ),
    waitingIds: await ids(
      `select contribution_id as id from contribution_case
       where tenant_id = $1 and procedure_id = $2 and visibility = 'inReview' order by received_at`,
    ),
    roundId: (await ids(`select id from consultation_round where tenant_id = $1 and procedure_id = $2`))[0],
  }
}

/**
 * The seed writes set by set what the server makes one by one. Here the server's own function makes it all
 * again for one procedure, and both must agree; then everything is rolled back.
 */
async function compareWithTheServersOwn(owner, { tenantId, id }) {
  const tables = {
    published_contribution: `select id, number, title, text, category_id, place_kind, geometry, lon, lat, morton, search_text, received_on, published_at
      from published_contribution where procedure_id = $1`,
    published_count: `select category_id, n, numbered from published_count where procedure_id = $1`,
    map_cell: `select zoom, gx, gy, category_id, n, round(sum_lon::numeric, 4) as lon, round(sum_lat::numeric, 4) as lat
      from map_cell where procedure_id = $1`,
  }
  await owner.query('begin')
  try {
    await owner.query(`select set_config('app.tenant', $1, true)`, [tenantId])
    for (const [table, sql] of Object.entries(tables))
      await owner.query(
        `create temporary table was_${table} on commit drop as ${sql.replace('$1', owner.escapeLiteral(id))}`,
      )
    await owner.query(
      `create temporary table in_order on commit drop as select id, published_at from was_published_contribution order by number`,
    )
    for (const table of Object.keys(tables))
      await owner.query(`delete from ${table} where procedure_id = $1`, [id])
    await owner.query(
      `do $$ declare one record; begin
         for one in select * from in_order loop perform project_contribution('${tenantId}', one.id, one.published_at); end loop;
       end $$`,
    )
    for (const [table, sql] of Object.entries(tables)) {
      const { rows } = await owner.query(
        `select count(*) as n from ((${sql} except table was_${table}) union all (table was_${table} except ${sql})) as d`,
        [id],
      )
      if (Number(rows[0].n))
        throw new Trouble(`The seed and the server disagree about ${rows[0].n} rows of ${table}.`)
    }
  } finally {
    await owner.query('rollback')
  }
}

/** After 16 moderators at once: is every contribution in exactly one cell of each zoom, and every one counted? */
export async function demandWholeSums(databaseUrl, procedureId) {
  const owner = new pg.Client({ connectionString: databaseUrl })
  await owner.connect()
  try {
    const { rows } = await owner.query(
      `select (select count(*)::integer from published_contribution where procedure_id = $1) as published,
              (select count(lon)::integer from published_contribution where procedure_id = $1) as placed,
              (select sum(n)::integer from published_count where procedure_id = $1) as counted,
              (select array_agg(distinct n) from (select sum(n)::integer as n from map_cell where procedure_id = $1 group by zoom) z) as cells,
              (select count(*)::integer from contribution_case where procedure_id = $1 and visibility = 'inReview') as waiting,
              (select sum(n)::integer from review_count where procedure_id = $1) as "waitingCounted"`,
      [procedureId],
    )
    const [{ published, placed, counted, cells, waiting, waitingCounted }] = rows
    const isWhole =
      published === counted && cells.length === 1 && cells[0] === placed && waiting === waitingCounted
    if (!isWhole) throw new Trouble(`Lost count: ${JSON.stringify(rows[0])}`)
  } finally {
    await owner.end()
  }
}
