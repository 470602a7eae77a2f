import { parseArgs } from 'node:util'
import type { LocalizedText } from '@mitsprache/terms'
import { resumeTenant, suspendTenant, tenantBySlug, whatSuspendingStops } from './modules/tenants/index.ts'
import { systemClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import type { Database } from './platform/database/database.ts'
import type { Installation } from './platform/database/installation.ts'
import { UsageProblem } from './operator-problem.ts'

/** A page that says why, not a letter. */
const REASON_LENGTH = 1_000

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** `tenant:suspend`: says whom it would hit, or closes the tenant to them for now. */
export async function suspend(
  { database }: Installation,
  _config: Config,
  what: string[],
  yes: boolean,
): Promise<void> {
  const { slug, reason } = readSuspension(what)
  const id = await idOf(database, slug)
  const { running, formal, staff } = await whatSuspendingStops(database, systemClock, id)
  say(`${String(running).padStart(6)}  procedures are running`)
  say(`${String(formal).padStart(6)}  of them are formal ones, with a period that the law asks for`)
  say(`${String(staff).padStart(6)}  people work there`)
  if (!yes) return say('\nNothing was changed. With --yes it is closed to everybody.')
  if (!(await suspendTenant(database, systemClock, id, reason)))
    throw new UsageProblem(`${slug} is suspended already, with the reason it was given then.`)
  say('\nSuspended.')
}

/** `tenant:resume`: opens it again. */
export async function resume({ database }: Installation, _config: Config, [slug]: string[]): Promise<void> {
  if (!slug) throw new UsageProblem('Which tenant? Its short name is missing.')
  if (!(await resumeTenant(database, systemClock, await idOf(database, slug))))
    throw new UsageProblem(`${slug} is not suspended.`)
  say('Open again.')
}

async function idOf(database: Database, slug: string) {
  const [tenant] = await database.read(tenantBySlug, slug)
  if (!tenant) throw new UsageProblem(`There is no tenant ${slug}.`)
  return tenant.id
}

/** What people shall be told meanwhile; German always, because every other language falls back to it. */
function readSuspension(args: string[]): { slug: string; reason: LocalizedText } {
  const text = { type: 'string' } as const
  const options = { de: text, en: text, hsb: text }
  const { values, positionals } = parseArgs({ args, options, strict: true, allowPositionals: true })
  const [slug] = positionals
  if (!slug) throw new UsageProblem('Which tenant? Its short name is missing.')
  const de = values.de?.trim()
  if (!de) throw new UsageProblem('--de is needed: what people are told.')
  const reason: LocalizedText = { de }
  for (const language of ['en', 'hsb'] as const) {
    const told = values[language]?.trim()
    if (told) reason[language] = told
  }
  for (const [language, { length }] of Object.entries(reason as Record<string, string>))
    if (length > REASON_LENGTH)
      throw new UsageProblem(`--${language} has ${length} characters; ${REASON_LENGTH} are enough.`)
  return { slug, reason }
}
