import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { countsOfVitest, lastCounts } from './counts.mjs'

const folder = mkdtempSync(join(tmpdir(), 'mitsprache-counts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// What it tells the reader of a run would only confuse the reader of this one.
vi.spyOn(console, 'log').mockImplementation(() => {})

const report = (...files) => {
  const path = join(folder, 'report.json')
  const testResults = files.map(({ status, tests }) => ({
    status,
    assertionResults: tests.map((state) => ({ status: state, fullName: state })),
  }))
  writeFileSync(path, JSON.stringify({ testResults }))
  return path
}

test('counts what passed and what failed', () => {
  const path = report({ status: 'failed', tests: ['passed', 'failed', 'passed', 'skipped'] })
  expect(countsOfVitest(path, 1)).toEqual({ passed: 2, failed: 1 })
})

test('a file that could not be loaded is a failure, though no test of it failed', () => {
  const path = report({ status: 'failed', tests: [] }, { status: 'passed', tests: ['passed'] })
  expect(countsOfVitest(path, 1)).toEqual({ passed: 1, failed: 1 })
})

test('a bad exit code is a failure even when every test passed', () => {
  expect(countsOfVitest(report({ status: 'passed', tests: ['passed'] }), 1)).toEqual({ passed: 1, failed: 1 })
})

test('no report is a failure', () => {
  expect(countsOfVitest(join(folder, 'nothing.json'), 0)).toEqual({ passed: 0, failed: 1 })
})

test('reads the last closing line of an output', () => {
  expect(lastCounts('3 passed, 1 failed\nmore\n12 passed, 0 failed\n', 0)).toEqual({ passed: 12, failed: 0 })
})

test('an output without a closing line, or with a bad exit code, is a failure', () => {
  expect(lastCounts('all is well\n', 0)).toEqual({ passed: 0, failed: 1 })
  expect(lastCounts('12 passed, 0 failed\n', 3)).toEqual({ passed: 12, failed: 1 })
})
