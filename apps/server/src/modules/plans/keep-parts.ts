import { newId, type Id } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import type { NewPart } from './plan-data/index.ts'
import type { ImportManner } from './plan-import.entity.ts'

/** Rows of one statement; a plan of a thousand objects takes three. */
const ROWS_AT_ONCE = 500

/**
 * Writes parts of a plan. A part that comes again under its key stays the one it was, with its id: what people
 * said about it stays said about it.
 *
 * @param manner `replace` takes out of the plan what does not come again, `add` leaves it.
 */
export async function keepParts(
  tx: Tx,
  { tenantId, procedureId }: { tenantId: Id; procedureId: Id },
  parts: NewPart[],
  manner: ImportManner,
  now: Date,
): Promise<void> {
  if (manner === 'replace')
    await takeOut(
      tx,
      { tenantId, procedureId },
      parts.map(({ key }) => key),
      now,
    )
  const first = manner === 'replace' ? 0 : await nextPosition(tx, tenantId, procedureId)
  for (let at = 0; at < parts.length; at += ROWS_AT_ONCE) {
    const rows = parts
      .slice(at, at + ROWS_AT_ONCE)
      .map((part, index) => ({ ...part, id: newId(), fill: part.style, position: first + at + index }))
    await tx.query(
      `insert into plan_part as a (tenant_id, id, procedure_id, key, name, designation, storeys, fill, geometry, position, class, style, level, details)
       select $1, r.id, $2, r.key, r.name, r.designation, r.storeys, r.fill, r.geometry, r.position, r.class, r.style, r.level, r.details
       from jsonb_to_recordset($3) r(id uuid, key text, name jsonb, designation text, storeys smallint, fill text, geometry jsonb,
         position smallint, class text, style text, level smallint, details jsonb)
       on conflict on constraint plan_part_key_unique do update set name = excluded.name, designation = excluded.designation,
         storeys = excluded.storeys, fill = excluded.fill, geometry = excluded.geometry, class = excluded.class, style = excluded.style,
         level = excluded.level, details = excluded.details, removed_at = null,
         position = case when $4 or a.removed_at is not null then excluded.position else a.position end`,
      [tenantId, procedureId, JSON.stringify(rows), manner === 'replace'],
    )
  }
}

async function nextPosition(tx: Tx, tenantId: Id, procedureId: Id): Promise<number> {
  const [row] = await tx.query<{ next: number }>(
    `select coalesce(max(position) + 1, 0)::integer as next from plan_part where tenant_id = $1 and procedure_id = $2 and removed_at is null`,
    [tenantId, procedureId],
  )
  return row!.next
}

/**
 * Takes parts out of the plan, all but those named. What is on display or was written about is only marked:
 * a contribution keeps what it is about, and somebody may be writing this moment.
 */
export async function takeOut(
  tx: Tx,
  { tenantId, procedureId }: { tenantId: Id; procedureId: Id },
  stay: string[],
  now: Date,
): Promise<void> {
  await tx.query(
    `delete from plan_part a where a.tenant_id = $1 and a.procedure_id = $2 and not a.key = any($3)
       and not exists (select from contribution c where c.tenant_id = a.tenant_id and c.plan_part_id = a.id)
       and a.id not in (select (e ->> 'id')::uuid from published_procedure p, jsonb_array_elements(p.plan_parts) e where p.id = $2)`,
    [tenantId, procedureId, stay],
  )
  await tx.query(
    `update plan_part set removed_at = $4 where tenant_id = $1 and procedure_id = $2 and not key = any($3) and removed_at is null`,
    [tenantId, procedureId, stay, now],
  )
}
