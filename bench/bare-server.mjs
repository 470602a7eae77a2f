// The baseline: the least that Node and PostgreSQL need for the same answers. Node's own http and one prepared
// statement through pg on plain tables; no GraphQL, no rights, no checks, no audit, no map upkeep.

import { createServer } from 'node:http'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8, application_name: 'bare' })
pg.types.setTypeParser(20, Number)

const COLUMNS = `id, title, body, category, status, author, created_at as "createdAt", lng, lat`

const STATEMENTS = {
  page: `select ${COLUMNS} from bare.contribution where procedure_id = $1 and status = 'published'
    order by created_at desc, id desc limit $2`,
  one: `select ${COLUMNS} from bare.contribution where id = $1`,
  cells: `select sum(sum_lon) / sum(n) as lon, sum(sum_lat) / sum(n) as lat, sum(n)::integer as n from map_cell
    where procedure_id = $1 and zoom = $2 and gx between $3 and $5 and gy between $4 and $6 group by gx, gy`,
  submit: `insert into bare.contribution (id, procedure_id, title, body, category, status, created_at, lng, lat)
    values ($1, $2, $3, $4, $5, 'inReview', now(), $6, $7)`,
  approve: `update bare.contribution set status = 'published' where id = $1`,
}

const ask = (name, values) => pool.query({ name, text: STATEMENTS[name], values })

const bodyOf = async (request) => {
  const pieces = []
  for await (const piece of request) pieces.push(piece)
  return JSON.parse(Buffer.concat(pieces).toString())
}

const ROUTES = {
  page: async ([procedure, limit]) => (await ask('page', [procedure, limit])).rows,
  one: async ([id]) => (await ask('one', [id])).rows[0],
  cells: async (numbers) => (await ask('cells', numbers)).rows.map(({ lon, lat, n }) => [lon, lat, n]),
  async submit(_, request) {
    const { id, procedureId, title, text, category, lng, lat } = await bodyOf(request)
    await ask('submit', [id, procedureId, title, text, category, lng, lat])
    return { id }
  },
  async approve(_, request) {
    const { id } = await bodyOf(request)
    const { rowCount } = await ask('approve', [id])
    return { id, done: rowCount === 1 }
  },
}

const server = createServer(async (request, response) => {
  const [, name, ...args] = request.url.split('/')
  let status = 200
  let answer
  try {
    answer = await ROUTES[name](args, request)
  } catch (error) {
    status = 500
    answer = { error: error.message }
  }
  const body = JSON.stringify(answer)
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
})

process.on('SIGTERM', () => {
  server.close(() => pool.end().then(() => process.exit(0)))
  server.closeAllConnections()
})
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('The bare server is ready.'))
