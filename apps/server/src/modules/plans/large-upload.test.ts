import { createHash } from 'node:crypto'
import { mkdtempSync, openSync, rmSync, statSync, writeSync, closeSync, readSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LIMITS } from '@mitsprache/terms'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { inspectPdf } from './inspect-pdf.ts'
import { begin, makeDesk, put, useOffice } from './plan.testing.ts'

const test = useDatabase()
const office = useOffice(test)

/**
 * A document of the largest size there is, nearly all of it the content of one object that nothing refers to. As a
 * file with a hole it takes no room on most disks.
 */
function writeLargePdf(path: string, sizeBytes: number): void {
  const file = openSync(path, 'w')
  const write = (text: string, at: number) => writeSync(file, text, at, 'latin1')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  ]
  let head = '%PDF-1.4\n'
  const offsets = [...objects, `<</Length ${sizeBytes - 1000}>>\nstream\n`].map((object, i) => {
    const offset = head.length
    head += `${i + 1} 0 obj\n${object}\n${i < objects.length ? 'endobj\n' : ''}`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  write(head, 0)
  const ending = '\nendstream\nendobj\n'
  const endingAt = head.length + sizeBytes - 1000
  const table = `xref\n0 5\n0000000000 65535 f \n${offsets.join('')}`
  const trailer = `trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n${endingAt + ending.length}\n%%EOF\n`
  write(ending + table + trailer, endingAt)
  closeSync(file)
}

let folder: string
let path: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mitsprache-large-'))
  path = join(folder, 'large.pdf')
  writeLargePdf(path, LIMITS.documentSizeBytes)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('looks into the largest document within the memory of a small one', async () => {
  expect(statSync(path).size).toBeGreaterThan(LIMITS.documentSizeBytes - 1000)
  // Read whole it would take half a gigabyte: pdf.js asks for the parts it needs.
  expect(await inspectPdf(path, { timeMs: 30_000, memoryBytes: 300 * 1024 * 1024 })).toEqual({ pages: 1 })
})

it('takes it in parts, and the hash is that of the whole', { timeout: 120_000 }, async () => {
  const desk = await makeDesk(test, office)
  const { size } = statSync(path)
  const ticket = await begin(desk, size, 'Umweltbericht.pdf')
  const hash = createHash('sha256')
  const file = openSync(path, 'r')
  const part = Buffer.alloc(16 * 1024 * 1024)
  const before = process.memoryUsage().rss
  let most = 0
  for (let at = 0; at < size; at += part.length) {
    const bytes = readSync(file, part, 0, part.length, at)
    const content = part.subarray(0, bytes)
    hash.update(content)
    const answer = await put(office, ticket, content, {
      'content-range': `bytes ${at}-${at + bytes - 1}/${size}`,
    })
    most = Math.max(most, process.memoryUsage().rss - before)
    if (at + bytes < size) expect(answer.statusCode).toBe(204)
    else
      expect(answer.json()).toMatchObject({
        state: 'checked',
        pages: 1,
        sizeBytes: size,
        sha256: hash.digest('hex'),
      })
  }
  closeSync(file)
  // Whoever holds the whole file somewhere holds all of its bytes.
  expect(most).toBeLessThan(300 * 1024 * 1024)
})
