import type pg from 'pg'
import { CATALOGUE } from './catalogue.ts'
import { doorRole } from './doors.ts'

type ForeignKey = { child: string; parent: string; columns: string[]; parentColumns: string[] }

/** Every foreign key of our own schema: they say what has to go before what. */
export async function readForeignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select conrelid::regclass::text as child, confrelid::regclass::text as parent,
            array(select attname::text from unnest(conkey) with ordinality k(n, i) join pg_attribute on attrelid = conrelid and attnum = n order by i) as columns,
            array(select attname::text from unnest(confkey) with ordinality k(n, i) join pg_attribute on attrelid = confrelid and attnum = n order by i) as "parentColumns"
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2, conname`,
  )
  return rows
}

/** The tables of the catalogue, what refers to others before what it refers to. */
export function endingOrder(keys: ForeignKey[]): string[] {
  const left = new Set(Object.keys(CATALOGUE))
  const order: string[] = []
  while (left.size) {
    const free = [...left].filter(
      (table) => !keys.some(({ child, parent }) => parent === table && child !== table && left.has(child)),
    )
    if (!free.length) throw new Error(`Tables refer to one another in a circle: ${[...left].join(', ')}.`)
    for (const table of free) left.delete(table)
    order.push(...free)
  }
  return order
}

/** `leaving` of the catalogue: the people who work for the tenant `$1` and for no other. */
export const PEOPLE_LEAVING = `
  select person_id from membership group by person_id having bool_and(tenant_id = $1)
  -- Whom the tenant's own provider named works for no other, also when they work here no more.
  union select person_id from sign_on_identity where tenant_id = $1`

/** Which rows of a table are the tenant's `$1`. */
export const rowsOfTenant = (table: string) => CATALOGUE[table]!.ofTenant ?? 'tenant_id = $1'

/**
 * Which rows of a table belong to `the_procedure` of `the_tenant`.
 *
 * @param columns of every table.
 * @returns null for tables whose rows belong to no procedure.
 * @throws Error for a table that is kept as long as a procedure's file, but where nothing tells whose.
 */
export function rowsOfProcedure(
  table: string,
  keys: ForeignKey[],
  columns: Map<string, string[]>,
): string | null {
  const { ofProcedure, retention } = CATALOGUE[table]!
  if (ofProcedure === 'whenUnused') return null
  if (ofProcedure) return ofProcedure
  const mine = 'tenant_id = the_tenant and procedure_id = the_procedure'
  if (table === 'procedure') return 'tenant_id = the_tenant and id = the_procedure'
  if (columns.get(table)?.includes('procedure_id')) return mine
  const parent = keys.find((key) => key.child === table && columns.get(key.parent)?.includes('procedure_id'))
  if (parent && retention === 'file')
    return `(${parent.columns.join(', ')}) in (select ${parent.parentColumns.join(', ')} from ${parent.parent} where ${mine})`
  if (retention === 'file') throw new Error(`${table}: nothing tells to which procedure a row belongs.`)
  return null
}

/** What is left of the rows of one person, table by table, as statements. `id` names the contribution or person. */
export function erasures(whose: 'author' | 'staff', id: string, dialogue = 'false'): string[] {
  const statements: string[] = []
  for (const [table, { erased }] of Object.entries(CATALOGUE)) {
    if (erased?.whose !== whose) continue
    const where = `${whose === 'author' ? 'tenant_id = the_tenant and ' : ''}${erased.by} = ${id}`
    const set = (values: Record<string, string> = {}) =>
      Object.entries(values).map(([column, value]) => `${column} = ${value}`)
    const always = set(erased.always)
    const inDialogues = set(erased.inDialogues)
    if (erased.row)
      statements.push(
        `delete from ${table} where ${where}${erased.row === 'always' ? '' : ` and ${dialogue}`}`,
      )
    if (always.length) statements.push(`update ${table} set ${always.join(', ')} where ${where}`)
    if (inDialogues.length)
      statements.push(`update ${table} set ${inDialogues.join(', ')} where ${where} and ${dialogue}`)
  }
  return statements
}

/**
 * Makes the functions that follow from the catalogue, as it stands in this version. They run with the owner's
 * rights because what never changes has to end some day; each may end one thing only, and asks for itself whether
 * its time has come.
 */
export async function installEndings(client: pg.ClientBase, stemUrl: string): Promise<void> {
  const keys = await readForeignKeys(client)
  const columns = new Map<string, string[]>()
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `select table_name::text as table, array_agg(column_name::text) as columns
     from information_schema.columns where table_schema = 'public' group by 1`,
  )
  for (const row of rows) columns.set(row.table, row.columns)
  const role = (door: 'staff' | 'system') => client.escapeIdentifier(doorRole(stemUrl, door))
  await client.query(endingsSql(keys, columns, { staff: role('staff'), system: role('system') }))
}

/** `app.ending` tells the guards of what never changes which tenant's rows are just ending. */
const ending = (tenant: string) => `perform set_config('app.ending', ${tenant}, true);`

function endingsSql(
  keys: ForeignKey[],
  columns: Map<string, string[]>,
  role: { staff: string; system: string },
): string {
  const lines = (statements: string[]) => statements.map((statement) => `  ${statement};`).join('\n')
  const order = endingOrder(keys)
  // What is found by way of other tables goes while they are still there.
  const first = (table: string) => (CATALOGUE[table]!.ofProcedure ? 0 : 1)
  const ofProcedure = order
    .toSorted((a, b) => first(a) - first(b) || order.indexOf(a) - order.indexOf(b))
    .flatMap((table) => {
      const where = rowsOfProcedure(table, keys, columns)
      return where ? [`delete from ${table} where ${where}`] : []
    })
  const usesOfFile = keys
    .filter(({ parent }) => parent === 'file')
    .map(
      ({ child, columns: [tenant, file] }) =>
        `${child} x where x.${tenant} = f.tenant_id and x.${file} = f.id`,
    )
  usesOfFile.push('published_file x where x.tenant_id = f.tenant_id and x.id = f.id')

  return /* sql */ `
create or replace function erase_author(the_tenant uuid, the_contribution uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  dialogue boolean;
begin
  select p.kind = 'informalDialogue' into dialogue
    from contribution c join procedure p on p.tenant_id = c.tenant_id and p.id = c.procedure_id
   where c.tenant_id = the_tenant and c.id = the_contribution and the_tenant = app_tenant();
  if not found then return false; end if;
  if exists (select from published_contribution where tenant_id = the_tenant and id = the_contribution) then
    raise exception 'what is public is withdrawn first' using errcode = 'object_not_in_prerequisite_state';
  end if;
  ${ending('the_tenant::text')}
${lines(erasures('author', 'the_contribution', 'dialogue'))}
  ${ending("''")}
  return true;
end $$;
revoke all on function erase_author(uuid, uuid) from public;
grant execute on function erase_author(uuid, uuid) to ${role.staff};

create or replace function dialogues_over() returns table (tenant_id uuid, procedure_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.tenant_id, p.id from procedure p join tenant t on t.id = p.tenant_id
   where p.kind = 'informalDialogue' and p.published_at is not null
     and (select max(r.ends_on) from consultation_round r where r.tenant_id = p.tenant_id and r.procedure_id = p.id)
         + make_interval(years => t.dialogue_kept_years) < (now() at time zone 'Europe/Berlin')::date
$$;
create or replace function end_dialogue(the_tenant uuid, the_procedure uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Nobody hands in while it ends; and it asks for itself, whoever called.
  perform from procedure where tenant_id = the_tenant and id = the_procedure for update;
  if not exists (select from dialogues_over() o where o.tenant_id = the_tenant and o.procedure_id = the_procedure) then
    return false;
  end if;
  ${ending('the_tenant::text')}
${lines(ofProcedure)}
  ${ending("''")}
  return true;
end $$;
revoke all on function dialogues_over(), end_dialogue(uuid, uuid) from public;
grant execute on function dialogues_over(), end_dialogue(uuid, uuid) to ${role.system};

create or replace function forget_unused_files(before timestamptz) returns bigint
language sql security definer set search_path = public, pg_temp as $$
  with gone as (
    delete from file f where created_at < before
      ${usesOfFile.map((use) => `and not exists (select from ${use})`).join('\n      ')}
    returning 1)
  select count(*) from gone
$$;
revoke all on function forget_unused_files(timestamptz) from public;
grant execute on function forget_unused_files(timestamptz) to ${role.system};
`
}
