import type { Id } from '@mitsprache/terms'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import type { FieldProblem } from '../../platform/refusal.graphql.ts'
import type { Vault } from '../../platform/tenant-keys/index.ts'
import { checkRow, type CheckedRow, type IntakeDefaults } from './check-row.rules.ts'
import { FileProblem } from './file-problem.ts'
import type { IntakeRound } from './intake-round.ts'
import { CHUNK, findKnown, keepRows, takeTurn, type Known } from './keep-rows.ts'
import { translatorFor, type Mapping, type Translate } from './mapping.rules.ts'
import { readRows } from './read-rows.ts'

export type IntakeOrder = {
  round: IntakeRound
  path: string
  format: 'csv' | 'json'
  mapping: Mapping | null
  defaults: IntakeDefaults
  /** Take the good rows and report the others; otherwise one wrong row refuses the file. */
  onlyValid: boolean
  dryRun: boolean
  /** Who enters it; null for the operator of the machine. */
  actorId: Id | null
}

/** A row that was not taken. `firstLine`: where its twin stands. */
export type RefusedRow = {
  line: number
  sourceId: string | null
  problems: (FieldProblem & { firstLine?: number })[]
}

export type IntakeReport = {
  rows: number
  /** Taken, or in a dry run: what would be. */
  taken: number
  alreadyThere: number
  refused: RefusedRow[]
  /** Rows without an id of their own: theirs follows from the content, so that a repetition finds them. */
  derivedIds: number
  late: number
  outsidePlanArea: number
}

type Parts = Vault & { database: Database; clock: Clock }

type Read = { line: number; sourceId: string | null; row: CheckedRow | FieldProblem[] }

/**
 * Takes in the rows of a file: first reads all of it, then, when that was well, a second time while writing.
 * A mistake in the last line is so found before the first is written, and no file is too large for the memory.
 *
 * @returns what became of the rows; the same for a dry run, which writes nothing.
 * @throws FileProblem when the file as a whole cannot be read.
 */
export async function takeIn({ database, secrets, clock }: Parts, order: IntakeOrder): Promise<IntakeReport> {
  const { round } = order
  const now = clock()
  const scope = { tenantId: round.tenantId }
  const report: IntakeReport = {
    rows: 0,
    taken: 0,
    alreadyThere: 0,
    refused: [],
    derivedIds: 0,
    late: 0,
    outsidePlanArea: 0,
  }
  for await (const chunk of checkedChunks(order, now)) {
    const known = await database.transaction('staff', scope, (tx) => knownOf(tx, round, chunk))
    for (const [at, one] of chunk.entries()) note(report, one, known[at]!)
  }
  const refusesAll = report.refused.length > 0 && !order.onlyValid
  if (refusesAll) return { ...report, taken: 0, derivedIds: 0, late: 0, outsidePlanArea: 0 }
  if (order.dryRun) return report

  const write = async (tx: Tx, chunk: Read[]) => {
    const known = await knownOf(tx, round, chunk)
    const changed = known.findIndex((one) => one === 'refused' || one === 'differs')
    if (changed >= 0 && !order.onlyValid)
      throw new FileProblem(
        'unfinished',
        chunk[changed]!.line,
        'this row was good a moment ago: file or database changed meanwhile. Try again.',
      )
    const rows = chunk.flatMap(({ row }, at) => (known[at] === 'new' ? [row as CheckedRow] : []))
    await keepRows(tx, round, rows, { vault: { database, secrets }, actorId: order.actorId, now })
    return rows.length
  }
  let written = 0
  if (order.onlyValid) {
    // A piece at a time: residents who hand in meanwhile wait for a moment, not for the whole file.
    for await (const chunk of checkedChunks(order, now))
      written += await database.transaction('staff', scope, async (tx) => {
        await takeTurn(tx, round)
        return write(tx, chunk)
      })
  } else {
    await database.transaction('staff', scope, async (tx) => {
      await tx.query(`set local idle_in_transaction_session_timeout = '60s'`)
      await takeTurn(tx, round)
      for await (const chunk of checkedChunks(order, now)) written += await write(tx, chunk)
    })
  }
  return { ...report, taken: written, alreadyThere: report.alreadyThere + report.taken - written }
}

async function knownOf(tx: Tx, round: IntakeRound, chunk: Read[]): Promise<(Known | 'refused')[]> {
  const good = chunk.flatMap(({ row }) => (Array.isArray(row) ? [] : [row]))
  const known = good.length ? await findKnown(tx, round, good) : []
  let next = 0
  return chunk.map(({ row }) => (Array.isArray(row) ? 'refused' : known[next++]!))
}

function note(report: IntakeReport, { line, sourceId, row }: Read, known: Known | 'refused'): void {
  report.rows++
  if (Array.isArray(row)) return void report.refused.push({ line, sourceId, problems: row })
  if (known === 'alreadyThere') return void report.alreadyThere++
  // What was handed in never changes; the desk decides what another content under the same id means.
  if (known === 'differs')
    return void report.refused.push({
      line,
      sourceId,
      problems: [{ field: 'sourceId', problem: 'KeyAlreadyUsed' }],
    })
  report.taken++
  if (row.derivedId) report.derivedIds++
  if (row.late) report.late++
  if (row.outsidePlanAreaM !== null) report.outsidePlanArea++
}

/** The rows of the file, read and checked, in pieces. */
async function* checkedChunks(
  { path, format, mapping, round, defaults }: IntakeOrder,
  now: Date,
): AsyncGenerator<Read[]> {
  const lineOf = new Map<string, number>()
  const translators = new Map<string, Translate>()
  const translator = (keys: string[], line: number): Translate => {
    const name = JSON.stringify(keys)
    let known = translators.get(name)
    if (!known) {
      if (translators.size > 1_000)
        throw new FileProblem('unknownColumn', line, 'the entries of this list have ever other keys.')
      translators.set(name, (known = translatorFor(keys, mapping, line)))
    }
    return known
  }
  let chunk: Read[] = []
  const checkHeadings = (keys: string[]) => void translator(keys, 1)
  for await (const { line, cells, wrongCount } of readRows(path, format, checkHeadings)) {
    const draft = translator([...cells.keys()], line)(cells)
    const typedId = draft.values.sourceId
    const sourceId = typeof typedId === 'string' || typeof typedId === 'number' ? String(typedId) : null
    let row =
      wrongCount === undefined
        ? checkRow(draft, round, defaults, now)
        : [{ field: 'row', problem: 'wrongColumnCount', limit: cells.size }]
    if (!Array.isArray(row)) {
      const key = JSON.stringify([row.source, row.sourceId])
      const firstLine = lineOf.get(key)
      if (firstLine === undefined) lineOf.set(key, line)
      else row = [{ field: 'sourceId', problem: 'duplicateInFile', firstLine } as FieldProblem]
    }
    chunk.push({ line, sourceId, row })
    if (chunk.length === CHUNK) {
      yield chunk
      chunk = []
    }
  }
  if (chunk.length) yield chunk
}
