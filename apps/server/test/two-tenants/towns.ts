import { newId, type Id } from '@mitsprache/terms'
import type { TestServer } from '../server.ts'
import {
  PROCEDURE_STATES,
  CONTRIBUTION_STATES,
  type Act,
  type State,
  type Thing,
} from '../permissions/act.ts'
import { ROOMS } from '../permissions/acts/index.ts'
import type { Asker } from '../permissions/people.ts'
import { askedBy, cookieOf, makeThing, makeTown, restore, type Town } from '../permissions/town.ts'

/** Two authorities with everything in them that can be asked about; staff of the first attack the second. */
export type Towns = { ours: Town; theirs: Town; things: Record<string, Thing> }

export const ACTS: Record<string, Act> = Object.assign({}, ...ROOMS.map(({ acts }) => acts))

/** The state in which most acts go through. */
export const usualState = ({ states }: Act): State | undefined =>
  states?.includes('open') ? 'open' : states?.[0]

/** What an act is asked with where everything is in order: by its own staff, about something of their own. */
export async function orderly(town: Town, operation: string, asker: Asker, thing?: Thing) {
  const act = ACTS[operation]!
  const state = usualState(act)
  if (act.own) await restore(town, asker)
  const cookie = await cookieOf(town, asker, act.waiting)
  const about = thing ?? (await makeThing(town, state))
  const variables = (await act.ask(askedBy(town, about, state, asker, cookie))) as Record<string, unknown>
  return { cookie, variables }
}

/** Some acts take away what others are about. */
async function fillUp({ server, here }: Town): Promise<void> {
  await server.owner.query(
    `insert into map_layer (tenant_id, id, kind, address, layer_name, style_name, format, service, title, attribution,
       zoom_least, zoom_most, opacity, is_base, is_on, published, position, version)
     select $1, $2, 'xyz', 'https://geo.example/{z}/{x}/{y}.png', '', '', '', '{}', '{"de": "Luftbild"}', 'Amt',
       0, 19, 1, true, false, false, 0, 1
     where not exists (select from map_layer where tenant_id = $1)`,
    [here.id, newId()],
  )
}

/** What an act would be asked with by their own administrator; they have something of everything afterwards. */
export async function theirOwn({ theirs }: Towns, operation: string, thing?: Thing) {
  const { variables } = await orderly(theirs, operation, askerOf(theirs, 'administrator'), thing)
  await fillUp(theirs)
  return variables
}

export const askerOf = ({ askers }: Town, who: Asker['who']) => askers.find((asker) => asker.who === who)!

/** Both, and in the second one everything that any act is about. */
export async function makeTowns(server: TestServer, mapService: string): Promise<Towns> {
  const ours = await makeTown(server, mapService)
  const theirs = await makeTown(server, mapService)
  const things: Towns['things'] = {}
  const towns = { ours, theirs, things }
  for (const state of [...PROCEDURE_STATES, ...CONTRIBUTION_STATES])
    things[state] = await makeThing(theirs, state)
  for (const [operation, act] of Object.entries(ACTS)) {
    const thing = things[usualState(act) ?? 'open']!
    const { procedureId } = thing
    const { rows } = await server.owner.query<{ version: number }>(
      'select version from procedure where id = $1',
      [procedureId],
    )
    await theirOwn(towns, operation, { ...thing, version: rows[0]!.version })
  }
  await server.owner.query(
    `insert into export (tenant_id, id, procedure_id, format, requested_by, requested_at)
     values ($1, $2, $3, 'csv', $4, now())`,
    [theirs.here.id, newId(), things.open!.procedureId, askerOf(theirs, 'administrator').personId],
  )
  return towns
}

/** One hash over every row that is theirs: of their tables, their people and their jobs. */
export async function fingerprint({ owner }: TestServer, tenantId: Id): Promise<Record<string, string>> {
  const { rows: named } = await owner.query<{ name: string }>(
    `select table_name::text as name from information_schema.columns
     where table_schema = 'public' and column_name = 'tenant_id' order by 1`,
  )
  const staff = 'select person_id from membership where tenant_id = $1'
  const conditions: [string, string][] = [
    ...named.map(({ name }): [string, string] => [name, 'tenant_id = $1']),
    ['tenant', 'id = $1'],
    ['person', `id in (${staff})`],
    ...['session', 'passkey', 'authenticator_app', 'recovery_code'].map((name): [string, string] => [
      name,
      `person_id in (${staff})`,
    ]),
    ['pgboss.job', `data->>'tenantId' = $1::text`],
  ]
  const parts = conditions.map(
    ([name, where]) =>
      `select '${name}' as name, md5(coalesce(string_agg(x::text, ';' order by x::text), '')) as hash from ${name} x where ${where}`,
  )
  const { rows } = await owner.query<{ name: string; hash: string }>(parts.join(' union all '), [tenantId])
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
}
