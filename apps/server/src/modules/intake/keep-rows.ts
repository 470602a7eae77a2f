import { randomBytes } from 'node:crypto'
import { newId, newReceiptNumber, type Id } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import { EventRow } from '../../platform/database/event.ts'
import type { Vault } from '../../platform/tenant-keys/index.ts'
import { ContributionRow, keepPersons, placeColumns } from '../contributions/index.ts'
import type { CheckedRow } from './check-row.rules.ts'
import type { IntakeRound } from './intake-round.ts'
import { numbersGiven, takenBefore } from './intake.queries.ts'

/** Rows of one statement: 31 columns each, and a statement carries at most 65,535 values. */
export const CHUNK = 500

export type Known = 'new' | 'alreadyThere' | 'differs'

const keyOf = ({ source, sourceId }: { source: string; sourceId: string }) =>
  JSON.stringify([source, sourceId])

/** For each row whether it was taken before, and whether with the same content. */
export async function findKnown(tx: Tx, round: IntakeRound, rows: CheckedRow[]): Promise<Known[]> {
  const before = await tx.read(
    takenBefore,
    round.tenantId,
    round.procedureId,
    rows.map((row) => row.source),
    rows.map((row) => row.sourceId),
  )
  const hashes = new Map(before.map((row) => [keyOf(row), row.bodyHash]))
  return rows.map((row) => {
    const hash = hashes.get(keyOf(row))
    if (!hash) return 'new'
    return hash.equals(row.bodyHash) ? 'alreadyThere' : 'differs'
  })
}

/** Two intakes into one procedure take turns, so that neither takes what the other is just taking. */
export const takeTurn = (tx: Tx, round: IntakeRound) =>
  tx.query('select pg_advisory_xact_lock(hashtext($1))', [`mitsprache intake ${round.procedureId}`])

/**
 * Keeps rows as contributions like any other: with a receipt number, the person sealed, an event each, and
 * settled as the procedure says. Nobody holds their secret link; the desk may hand out the number.
 */
export async function keepRows(
  tx: Tx,
  round: IntakeRound,
  rows: CheckedRow[],
  { vault, actorId, now }: { vault: Vault; actorId: Id | null; now: Date },
): Promise<void> {
  if (!rows.length) return
  const { tenantId, procedureId, roundId } = round
  const numbers = await drawNumbers(tx, round, rows.length)
  const kept = rows.map((row, at) => ({ row, id: newId(row.receivedAt.getTime()), number: numbers[at]! }))
  await tx.insert(
    ContributionRow,
    kept.map(({ row, id, number }) => {
      const { place, name: _n, email: _e, derivedId: _d, extra, ...columns } = row
      return {
        ...columns,
        ...placeColumns(place),
        tenantId,
        id,
        procedureId,
        roundId,
        number,
        extra: extra ?? null,
        bearerHash: randomBytes(32),
        idempotencyKey: newId(),
      }
    }),
  )
  await keepPersons(
    vault,
    tx,
    tenantId,
    kept.map(({ row, id }) => ({ contributionId: id, person: row })),
  )
  await tx.insert(
    EventRow,
    kept.map(({ id }) => ({
      tenantId,
      id: newId(),
      version: 1,
      type: 'ContributionTakenIn',
      subjectIds: [id, procedureId],
      actorKind: actorId ? ('person' as const) : ('system' as const),
      actorId,
      at: now,
    })),
  )
  await tx.query(
    'select count(settle_contribution($1, w.id, w.name)) from unnest($2::uuid[], $3::text[]) as w (id, name)',
    [tenantId, kept.map(({ id }) => id), kept.map(({ row }) => row.name)],
  )
}

/** Receipt numbers that nobody has: among millions a random one may be taken. */
async function drawNumbers(
  tx: Tx,
  { tenantId, receiptPrefix }: IntakeRound,
  count: number,
): Promise<string[]> {
  const free = new Set<string>()
  while (free.size < count) {
    const drawn = Array.from({ length: count - free.size }, () => newReceiptNumber(receiptPrefix))
    const given = new Set((await tx.read(numbersGiven, tenantId, drawn)).map((row) => row.number))
    for (const number of drawn) if (!given.has(number)) free.add(number)
  }
  return [...free]
}
