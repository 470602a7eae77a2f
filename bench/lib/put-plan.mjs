import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { rolldown } from 'rolldown'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { Trouble } from '../../scripts/lib/say.mjs'

/** Our packages are TypeScript; a program beside them reads them bundled. */
async function bundled(name, folder) {
  const bundle = await rolldown({ input: inRoot(`packages/${name}/src/index.ts`), platform: 'node' })
  const file = join(folder, `${name}.mjs`)
  await bundle.write({ file, format: 'esm', codeSplitting: false })
  await bundle.close()
  return import(pathToFileURL(file).href)
}

/** The parts of a plan as an import would make them. */
function partsOf(plan, styleOf) {
  return plan.objects
    .filter(({ kind, geometry }) => kind === 'content' && geometry)
    .map(({ id, class: name, designation, sign, attributes, geometry }) => {
      const style = styleOf({ class: name, attributes })
      const storeys = Number(attributes.Z ?? attributes.Zzwingend) || null
      return {
        id: randomUUID(),
        key: id,
        name: designation,
        designation: sign,
        storeys,
        fill: style,
        class: name,
        style,
        geometry,
      }
    })
}

/**
 * Shows the plan of a file in place of the one that a procedure has on display.
 *
 * @param folder somewhere to write bundles to
 * @returns how many parts it has
 */
export async function putPlan(databaseUrl, slug, file, folder) {
  const { readPlanFile } = await bundled('xplanung', folder)
  const { styleOf } = await bundled('terms', folder)
  const reading = await readPlanFile(file)
  if (!reading.ok) throw new Trouble(`${file}: ${reading.message.en}`)
  const [plan] = reading.plans
  const parts = partsOf(plan, styleOf)
  const [lon, lat] = plan.territory.coordinates.flat(Infinity)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rowCount } = await client.query(
    `update published_procedure set plan_parts = $2, territory = $3, center_lon = $4, center_lat = $5, revision = revision + 1
     where slug = $1`,
    [slug, JSON.stringify(parts), JSON.stringify(plan.territory), lon, lat],
  )
  await client.end()
  if (rowCount !== 1) throw new Trouble(`There is no procedure ${slug}.`)
  return parts.length
}
