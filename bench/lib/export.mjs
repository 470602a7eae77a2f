import { execFile } from 'node:child_process'
import { request } from 'node:http'
import { promisify } from 'node:util'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { Trouble } from '../../scripts/lib/say.mjs'
import { forgetPeak, memoryMiB } from './proc.mjs'
import { askGraphql, TENANT } from './world.mjs'

/** A whole export as a planner downloads it: time, first byte, size, and what memory it took above idle. */
export async function measureExport({ port, pid }, planner, procedureId, format) {
  const { data } = await askGraphql(port, 'requestExport', { tenant: TENANT, procedureId, format }, planner)
  const { url, rows } = data.requestExport
  forgetPeak(pid)
  const idleMiB = memoryMiB(pid, 'VmRSS')
  const download = await take(port, url, planner, format === 'csv' ? countRecords() : countFeatures())
  if (download.rows !== rows) throw new Trouble(`${format}: ${download.rows} rows instead of ${rows}.`)
  return { ...download, peakMiB: memoryMiB(pid, 'VmHWM') - idleMiB }
}

function take(port, path, cookie, counter) {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now()
    let firstByteMs
    let bytes = 0
    const sent = request({ port, path, headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) return reject(new Trouble(`${path}: ${response.statusCode}`))
      response.on('data', (piece) => {
        firstByteMs ??= performance.now() - startedAt
        bytes += piece.length
        counter.look(piece)
      })
      response.on('error', reject)
      response.on('end', () =>
        resolve({ ms: performance.now() - startedAt, firstByteMs, bytes, rows: counter.rows() }),
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** Line ends outside quotes, without the heading. */
function countRecords() {
  let isQuoted = false
  let lines = 0
  return {
    look(piece) {
      for (const byte of piece)
        if (byte === 0x22) isQuoted = !isQuoted
        else if (byte === 0x0a && !isQuoted) lines++
    },
    rows: () => lines - 1,
  }
}

/** Lines that begin with a brace: one for each feature. */
function countFeatures() {
  let isLineStart = false
  let features = 0
  return {
    look(piece) {
      for (const byte of piece) {
        if (isLineStart && byte === 0x7b) features++
        isLineStart = byte === 0x0a
      }
    },
    rows: () => features,
  }
}

/** The cursor script beside it, as a process of its own. */
export async function measureBareExport(databaseUrl, procedureId) {
  const { stdout } = await promisify(execFile)(process.execPath, [
    inRoot('bench/bare-export.mjs'),
    databaseUrl,
    procedureId,
  ])
  return JSON.parse(stdout)
}
