import { existsSync, readFileSync } from 'node:fs'
import { say } from './say.mjs'

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * Counts a Vitest run from its JSON report. A file that could not even be loaded counts as a failure, and
 * so does an exit code that no failed test explains. What was skipped is named, so that nothing is
 * skipped in silence.
 *
 * @returns {Counts}
 */
export function countsOfVitest(reportPath, exitCode) {
  if (!existsSync(reportPath)) {
    say('Vitest ended without a report.')
    return { passed: 0, failed: 1 }
  }
  const report = JSON.parse(readFileSync(reportPath, 'utf8'))
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const passed = tests.filter((test) => test.status === 'passed').length
  let failed = tests.filter((test) => test.status === 'failed').length + brokenFiles.length
  if (exitCode !== 0 && failed === 0) failed = 1
  if (exitCode === 0 && failed > 0) say('Vitest called this a success, its report does not.')

  const skipped = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed')
  if (skipped.length > 0) {
    say(`\n${skipped.length} skipped:`)
    for (const test of skipped) say(`  ${test.fullName}`)
  }
  return { passed, failed }
}

/**
 * Reads the counts from the last line "N passed, N failed" of an output.
 *
 * @returns {Counts}
 */
export function lastCounts(output, exitCode) {
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed\s*$/gm)].at(-1)
  const counts = last ? { passed: Number(last[1]), failed: Number(last[2]) } : { passed: 0, failed: 0 }
  // Silence is no success: without its closing line, or with a bad exit code, something failed.
  if ((!last || exitCode !== 0) && counts.failed === 0) counts.failed = 1
  return counts
}
