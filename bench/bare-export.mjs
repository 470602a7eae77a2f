// The baseline of the export: a cursor and ten columns as CSV into nothing. Prints what it took as JSON.

import pg from 'pg'
import QueryStream from 'pg-query-stream'
import { forgetPeak, memoryMiB } from './lib/proc.mjs'

const [databaseUrl, procedureId] = process.argv.slice(2)

const cell = (value) => {
  const text = value instanceof Date ? value.toISOString() : String(value ?? '')
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const client = new pg.Client({ connectionString: databaseUrl })
await client.connect()
await client.query('select 1')
forgetPeak(process.pid)
const idleMiB = memoryMiB(process.pid, 'VmRSS')
const startedAt = performance.now()
const rows = client.query(
  new QueryStream(
    `select id, procedure_id, title, body, category, status, author, created_at, lng, lat from bare.contribution
     where procedure_id = $1 order by created_at, id`,
    [procedureId],
    { batchSize: 1000, highWaterMark: 1000 },
  ),
)
let firstByteMs
let bytes = 0
for await (const row of rows) {
  firstByteMs ??= performance.now() - startedAt
  bytes += Buffer.byteLength(`${Object.values(row).map(cell).join(',')}\r\n`)
}
const ms = performance.now() - startedAt
const peakMiB = memoryMiB(process.pid, 'VmHWM') - idleMiB
console.log(JSON.stringify({ ms, firstByteMs, peakMiB, bytes }))
await client.end()
