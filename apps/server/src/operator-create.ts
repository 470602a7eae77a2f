import { parseArgs } from 'node:util'
import { LIMITS, type LocalizedText } from '@mitsprache/terms'
import { createTenant, type NewTenant } from './modules/tenants/index.ts'
import { systemClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import type { Installation } from './platform/database/installation.ts'
import { UsageProblem } from './operator-problem.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** `tenant:create`: makes a tenant, and says how its first administrator gets in. */
export async function create({ database }: Installation, _config: Config, what: string[]): Promise<void> {
  const tenant = readTenant(what)
  if (!(await createTenant(database, systemClock, tenant)))
    throw new UsageProblem(`There is a tenant ${tenant.slug} already.`)
  say(`Made: /t/${tenant.slug}/`)
  say('Its first administrator gets in with the link that this prints:\n')
  say(
    `  npm run person:add -- --tenant ${tenant.slug} --email EMAIL --name NAME --role administrator\n\n` +
      `Host name and quotas: npm run tenant:terms -- ${tenant.slug}`,
  )
}

const NEEDED = ['de', 'prefix', 'email', 'phone', 'address', 'lon', 'lat'] as const

/** What was typed about a tenant to be made. */
function readTenant(args: string[]): NewTenant {
  const text = { type: 'string' } as const
  const options = {
    de: text,
    en: text,
    hsb: text,
    prefix: text,
    email: text,
    phone: text,
    address: text,
    lon: text,
    lat: text,
  }
  const { values, positionals } = parseArgs({ args, options, strict: true, allowPositionals: true })
  const [slug] = positionals
  if (!slug) throw new UsageProblem('Which tenant? Its short name is missing.')
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(slug))
    throw new UsageProblem('A short name is of small letters, digits and hyphens, such as quellstedt.')
  const missing = NEEDED.filter((name) => !values[name]?.trim())
  if (missing.length)
    throw new UsageProblem(`Still needed: ${missing.map((name) => `--${name}`).join(', ')}.`)
  const typed = (name: keyof typeof values) => values[name]!.trim()
  if (!/^[A-Z]{2,4}$/.test(typed('prefix')))
    throw new UsageProblem('--prefix is two to four capital letters, such as QST.')
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed('email')) || typed('email').length > LIMITS.email)
    throw new UsageProblem('--email is the address to which people write.')
  return {
    slug,
    name: namesOf(values),
    receiptPrefix: typed('prefix'),
    contactEmail: typed('email'),
    contactPhone: typed('phone'),
    contactAddress: typed('address'),
    mapLon: degrees('--lon', typed('lon'), 180),
    mapLat: degrees('--lat', typed('lat'), 85),
  }
}

function namesOf(values: { de?: string; en?: string; hsb?: string }): LocalizedText {
  const name: LocalizedText = { de: values.de!.trim() }
  for (const language of ['en', 'hsb'] as const) {
    const called = values[language]?.trim()
    if (called) name[language] = called
  }
  return name
}

function degrees(name: string, typed: string, most: number): number {
  const value = /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : NaN
  if (!(Math.abs(value) <= most)) throw new UsageProblem(`${name} is in degrees, such as 12.92.`)
  return value
}
