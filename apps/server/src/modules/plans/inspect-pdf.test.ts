import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { inspectPdf } from './inspect-pdf.ts'
import { makePdf, makePdfBomb } from './pdf.testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'mitsprache-pdf-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let n = 0
function onDisk(content: Buffer | string): string {
  const path = join(folder, `${n++} mit Leerzeichen %20 #ä`)
  writeFileSync(path, content)
  return path
}

it('opens a PDF and counts its pages', async () => {
  expect(await inspectPdf(onDisk(makePdf({ pages: 12, fillBytes: 50_000 })))).toEqual({ pages: 12 })
})

it.each([
  ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]), 'application/x-msdownload'],
  ['an archive', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(500)]), 'application/zip'],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'unknown'],
  [
    'a page with a PDF behind it',
    Buffer.concat([Buffer.from('<script>alert(1)</script>'), makePdf()]),
    'unknown',
  ],
  ['nothing', Buffer.alloc(0), 'unknown'],
])('refuses %s that calls itself a PDF, and says what it is', async (_what, content, detected) => {
  expect(await inspectPdf(onDisk(content))).toEqual({
    code: 'NotAPdf',
    facts: [{ name: 'detected', value: detected }],
  })
})

it('refuses a PDF that asks for a password', async () => {
  expect(await inspectPdf(onDisk(makePdf({ encrypted: true })))).toEqual({ code: 'PdfEncrypted', facts: [] })
})

it.each([
  ['whose end is missing', makePdf({ fillBytes: 4000 }).subarray(0, 3000)],
  ['with nonsense between beginning and end', Buffer.from('%PDF-1.7\nnonsense\n%%EOF\n')],
  ['without a page', makePdf({ pages: 0 })],
])('refuses a PDF %s', async (_what, content) => {
  expect(await inspectPdf(onDisk(content))).toEqual({ code: 'PdfDamaged', facts: [] })
})

it('gives up on a PDF that unfolds without end, and goes on working', async () => {
  const bomb = onDisk(makePdfBomb(150_000_000))
  const before = process.memoryUsage.rss()
  expect(await inspectPdf(bomb, { timeMs: 10_000, memoryBytes: 200_000_000 })).toEqual({
    code: 'PdfTooComplex',
    facts: [],
  })
  expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000)
  expect(await inspectPdf(onDisk(makePdf()))).toEqual({ pages: 1 })
})

it('gives up on a PDF that takes too long', async () => {
  expect(await inspectPdf(onDisk(makePdf()), { timeMs: 1, memoryBytes: 1e9 })).toEqual({
    code: 'PdfTooComplex',
    facts: [],
  })
})
