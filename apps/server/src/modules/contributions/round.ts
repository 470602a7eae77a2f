import type { Id, TrustLevel } from '@mitsprache/terms'
import type { Geometry } from 'geojson'
import { defineRead } from '../../platform/database/read.ts'
import type { PublicDoor } from '../../platform/public-door.ts'
import type { CategoryView, Territory } from '../procedures/index.ts'
import type { RoundOpen } from './contribution.rules.ts'

/** What taking a contribution needs to know of the procedure on display. */
export type OpenRound = RoundOpen & {
  tenantId: Id
  revision: number
  receiptPrefix: string
  roundId: Id
  trustLevel: TrustLevel
  territory: Territory | null
  planParts: Map<Id, { name: string; geometry: Geometry }>
  categories: Map<Id, CategoryView & { procedureId: Id }>
}

type Head = {
  tenantId: Id
  receiptPrefix: string
  roundId: Id
  trustLevel: TrustLevel
  formal: boolean
  startsAt: Date
  endsAt: Date
  revision: number
}

const roundHead = defineRead<Head, [procedureId: Id]>(
  'public',
  'round-head',
  (
    where,
  ) => `select p.tenant_id as "tenantId", t.receipt_prefix as "receiptPrefix", p.round_id as "roundId", p.trust_level as "trustLevel", p.formal,
      p.starts_at as "startsAt", p.ends_at as "endsAt", p.revision
    from published_procedure p join tenant t on t.id = p.tenant_id where ${where('p.id = $1')} and t.suspended_at is null`,
  { plannedOnce: true },
)

const roundShape = defineRead<
  {
    territory: Territory | null
    planParts: { id: Id; name: { de: string }; geometry: Geometry }[]
    categories: CategoryView[]
  },
  [procedureId: Id]
>(
  'public',
  'round-shape',
  (where) =>
    `select territory, plan_parts as "planParts", categories from published_procedure where ${where('id = $1')}`,
)

export type Shape = Pick<OpenRound, 'territory' | 'planParts' | 'categories'> & { revision: number }

/** A territory may have thousands of vertices and changes with a revision only: parsed once, not for each request. */
const shapes = new Map<Id, Shape>()
const MOST_REMEMBERED = 200

function remember<T>(memory: Map<Id, T>, procedureId: Id, what: T): void {
  memory.delete(procedureId)
  if (memory.size >= MOST_REMEMBERED) memory.delete(memory.keys().next().value!)
  memory.set(procedureId, what)
}

const rounds = new Map<Id, OpenRound>()

/** The published round of a procedure, or null where there is none. */
export async function getRound(database: PublicDoor, procedureId: Id): Promise<OpenRound | null> {
  const [head] = await database.read(roundHead, procedureId)
  const shape = head && (await getShape(database, procedureId, head.revision))
  if (!shape) return null
  const round = { ...shape, ...head }
  remember(rounds, procedureId, round)
  return round
}

/** The same as it was when last asked for: whoever acts on it has its revision compared where they act. */
export const rememberedRound = (procedureId: Id): OpenRound | undefined => rounds.get(procedureId)

/** What a revision fixes, asked of the database when this process first meets the revision. */
export async function getShape(
  database: PublicDoor,
  procedureId: Id,
  revision: number,
): Promise<Shape | null> {
  const known = shapes.get(procedureId)
  if (known?.revision === revision) return known
  const [row] = await database.read(roundShape, procedureId)
  if (!row) return null
  const shape = {
    revision,
    territory: row.territory,
    planParts: new Map(
      row.planParts.map((part) => [part.id, { name: part.name.de, geometry: part.geometry }]),
    ),
    categories: new Map(row.categories.map((category) => [category.id, { ...category, procedureId }])),
  }
  remember(shapes, procedureId, shape)
  return shape
}
