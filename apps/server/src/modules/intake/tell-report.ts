import { quoted } from './file-problem.ts'
import type { IntakeReport, RefusedRow } from './take-in.ts'

/** Refused rows that a terminal shows; the report file has all of them. */
const SHOWN = 10

const number = (n: number) => n.toLocaleString('en-GB')

/** What became of the rows, in words for the person at the terminal. */
export function tellReport(
  report: IntakeReport,
  { dryRun, onlyValid }: { dryRun: boolean; onlyValid: boolean },
): string[] {
  const { rows, taken, alreadyThere, refused, derivedIds, late, outsidePlanArea } = report
  const lines = [
    `${number(rows)} rows: ${number(taken)} ${dryRun ? 'would be taken' : 'taken'}, ${number(alreadyThere)} already there, ${number(refused.length)} refused.`,
  ]
  if (late) lines.push(`${number(late)} came after the last day and are marked as late.`)
  if (outsidePlanArea) lines.push(`${number(outsidePlanArea)} lie outside the plan area and are marked.`)
  if (derivedIds)
    lines.push(
      `${number(derivedIds)} have no id in the file; theirs follows from the content, so a changed word makes another contribution.`,
    )
  for (const [reason, count] of countReasons(refused)) lines.push(`  ${number(count)} × ${reason}`)
  for (const row of refused.slice(0, SHOWN))
    lines.push(
      `  line ${row.line}${row.sourceId ? ` (${quoted(row.sourceId)})` : ''}: ${reasonsOf(row).join(', ')}`,
    )
  if (refused.length > SHOWN)
    lines.push(`  and ${number(refused.length - SHOWN)} more; --report FILE writes all of them.`)
  if (refused.length && !onlyValid)
    lines.push(
      'Nothing was taken, because some rows are wrong. Correct them, or take the others with --only valid.',
    )
  if (dryRun) lines.push('This was a dry run: nothing was written.')
  return lines
}

const reasonsOf = (row: RefusedRow) =>
  row.problems.map(
    ({ field, problem, limit, firstLine }) =>
      `${field} ${problem}${limit ? ` (${limit})` : ''}${firstLine ? ` (as in line ${firstLine})` : ''}`,
  )

function countReasons(refused: RefusedRow[]): [reason: string, count: number][] {
  const counts = new Map<string, number>()
  for (const { problems } of refused)
    for (const reason of new Set(problems.map(({ field, problem }) => `${field} ${problem}`)))
      counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}

/** 0: everything is there; 1: some rows were refused; 2: nothing was taken. */
export function exitCodeOf({ refused, taken, alreadyThere }: IntakeReport, onlyValid: boolean): 0 | 1 | 2 {
  if (!refused.length) return 0
  return onlyValid && taken + alreadyThere > 0 ? 1 : 2
}
