import type { Id } from '@mitsprache/terms'
import type { Town } from '../permissions/town.ts'
import { nameOf, type Spot } from './spots.ts'
import type { Towns } from './towns.ts'

const STAFF = '(select person_id from membership where tenant_id = $1)'
/** Ids of a tenant of one kind, where that is not the id of a table. */
const ELSEWHERE: Record<string, string> = {
  person: `select person_id as id from membership where tenant_id = $1 order by id limit 2`,
  session: `select id from session where person_id in ${STAFF} limit 1`,
  passkey: `select id from passkey where person_id in ${STAFF} limit 1`,
  idempotencyKey: 'select idempotency_key as id from contribution where tenant_id = $1 limit 1',
}

/** What an argument of that name is the id of. */
const KINDS: Record<string, string> = {
  procedureId: 'procedure',
  procedureIds: 'procedure',
  roundId: 'consultation_round',
  categoryId: 'category',
  categoryIds: 'category',
  planPartId: 'plan_part',
  partId: 'plan_part',
  contributionId: 'contribution',
  documentId: 'plan_document',
  drawingId: 'plan_drawing',
  uploadId: 'upload',
  logoUploadId: 'upload',
  personId: 'person',
  actorId: 'person',
  organisationId: 'organisation',
  providerId: 'sign_on_provider',
  idempotencyKey: 'idempotencyKey',
  'orderMapLayers ids': 'map_layer',
  'contribution id': 'contribution',
  'moderationItem id': 'contribution',
  'procedureById id': 'procedure',
  'staffProcedure id': 'procedure',
  'publishProcedure id': 'procedure',
  'updateProcedure id': 'procedure',
  'extendPeriod id': 'procedure',
  'keptMail id': 'message',
  'sendMessageAgain id': 'message',
  'endSession id': 'session',
  'removePasskey id': 'passkey',
  'removeMapLayer id': 'map_layer',
  'testMapLayer id': 'map_layer',
  'saveMapLayer id': 'map_layer',
  'removeOrganisation id': 'organisation',
  'saveOrganisation id': 'organisation',
  'saveSignOnProvider id': 'sign_on_provider',
  'removeSignOnProvider id': 'sign_on_provider',
  'withdrawInvitation id': 'invitation',
}

export function kindOf(operation: string, spot: Spot): string {
  const name = nameOf(spot)
  const kind = KINDS[name] ?? KINDS[`${operation} ${name}`]
  if (!kind)
    throw new Error(`What is ${operation} asked with at ${spot.join('.')}? Say it in foreign-ids.ts.`)
  return kind
}

/** Some ids of theirs of a kind, in the states that differ; what nobody may see comes first. */
export async function foreignIds({ theirs, things }: Towns, kind: string): Promise<Id[]> {
  if (kind === 'procedure') return ['draft', 'open'].map((state) => things[state]!.procedureId)
  if (kind === 'contribution')
    return ['plannersOnly', 'inReview', 'withheld', 'published'].map(
      (state) => things[state]!.contribution!.id,
    )
  if (kind === 'upload') return Object.values(theirs.uploads)
  const sql = ELSEWHERE[kind] ?? `select id from ${kind} where tenant_id = $1 order by id limit 2`
  const { rows } = await theirs.server.owner.query<{ id: Id }>(sql, [theirs.here.id])
  if (!rows.length) throw new Error(`The other authority has no ${kind}: nothing would be tried.`)
  return rows.map(({ id }) => id)
}

/** Every id of a tenant, wherever in its rows, to look for in answers. */
export async function everyId({ server, here }: Town): Promise<Set<string>> {
  const { rows: tables } = await server.owner.query<{ name: string }>(
    `select table_name::text as name from information_schema.columns c
     where table_schema = 'public' and column_name = 'id' and exists (
       select from information_schema.columns t where t.table_name = c.table_name and t.column_name = 'tenant_id')`,
  )
  const all = tables.map(({ name }) => `select id::text from ${name} where tenant_id = $1`).join(' union ')
  const { rows } = await server.owner.query<{ id: string }>(all, [here.id])
  return new Set(rows.map(({ id }) => id))
}
