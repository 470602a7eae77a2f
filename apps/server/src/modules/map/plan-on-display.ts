import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { isPlanStyle, styleOf, type Id } from '@mitsprache/terms'
import type { PublicDoor } from '../../platform/public-door.ts'
import { publishedPlan, type PlanPartView } from '../procedures/index.ts'

const gzipped = promisify(gzip)

/** What a revision shows of its plan; made once, because a plan of a thousand parts takes a while to write. */
export type PlanOnDisplay = {
  revision: number
  parts: PlanPartView[]
  /** GeoJSON as text, and the same gzipped */
  json: string
  zipped: Buffer
}

const plans = new Map<Id, PlanOnDisplay>()
const PLANS_KEPT = 30

/**
 * The plan of a published procedure in one statement; its parts are asked for only when this process first
 * meets their revision.
 *
 * @returns null where no such procedure is published
 */
export async function planOnDisplay(database: PublicDoor, procedureId: Id): Promise<PlanOnDisplay | null> {
  const known = plans.get(procedureId)
  const [row] = await database.read(publishedPlan, procedureId, known?.revision ?? null)
  if (!row) return null
  if (known && !row.planParts) return known
  const parts = row.planParts ?? []
  const json = JSON.stringify({ type: 'FeatureCollection', features: parts.map(featureOf) })
  const plan = { revision: row.revision, parts, json, zipped: await gzipped(json) }
  if (plans.size >= PLANS_KEPT && !known) plans.delete(plans.keys().next().value!)
  plans.set(procedureId, plan)
  return plan
}

/** Names in every language: what a part is called is searched in the browser. */
function featureOf({ id, geometry, fill, style, class: name, ...words }: PlanPartView) {
  return {
    type: 'Feature',
    id,
    properties: { ...words, class: name, style: isPlanStyle(style) ? style : styleOf({ class: name, fill }) },
    geometry: rounded(geometry),
  }
}

/** Seven decimals are a centimetre, and half the bytes of what a computation leaves. */
function rounded(geometry: object): object {
  const round = (_key: string, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1e7) / 1e7 : value
  return JSON.parse(JSON.stringify(geometry, round)) as object
}
