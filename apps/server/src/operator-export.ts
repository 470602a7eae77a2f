import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { authorsForTenantExport } from './modules/contributions/index.ts'
import { residentsForTenantExport } from './modules/identity/index.ts'
import { ExportProblem, exportTenant, type Opener } from './modules/tenants/index.ts'
import { UsageProblem } from './operator-problem.ts'
import { systemClock, type Clock } from './platform/clock.ts'
import type { Config, Secrets } from './platform/config.ts'
import type { Installation } from './platform/database/installation.ts'
import { DiskFull, openFilesOf } from './platform/files/index.ts'
import { StartProblem } from './platform/start-problem.ts'
import type { Vault } from './platform/tenant-keys/index.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** What opens the sealed columns of an export, each through the door that writes it down. */
export const openersOf = (parts: Vault & { adminUrl: string; clock: Clock }): Record<string, Opener> => ({
  contribution_person: {
    key: 'contribution_id',
    names: { name_sealed: 'name', email_sealed: 'email' },
    open: (...what) => authorsForTenantExport(parts, ...what),
  },
  resident_account: {
    key: 'id',
    names: { email_sealed: 'email' },
    open: (...what) => residentsForTenantExport(parts, ...what),
  },
})

/** `tenant:export`: a tenant with everything it has, as one archive; servers go on running. */
export async function exportWholeTenant(
  { database, adminUrl }: Installation,
  config: Config,
  what: string[],
  _yes: boolean,
  secrets: Secrets,
): Promise<void> {
  const { values, positionals } = parseArgs({
    args: what,
    strict: true,
    allowPositionals: true,
    options: { 'with-personal-data': { type: 'boolean' } },
  })
  const [slug, target] = positionals
  if (!slug || !target) throw new UsageProblem('It takes a tenant, and the file or folder to write to.')
  if (!adminUrl)
    throw new StartProblem('Only the owner of the database exports a tenant. Name it in DATABASE_ADMIN_URL.')
  const parts = { database, adminUrl, secrets, clock: systemClock }
  const opens = values['with-personal-data'] ?? false
  const { store } = await openFilesOf(config)
  // npm starts it in the folder of the repository, wherever it was typed.
  const { INIT_CWD: typedIn = process.cwd() } = process.env
  const stop = new AbortController()
  const interrupt = () => stop.abort(new UsageProblem('Interrupted. No export was written.'))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupt)
  try {
    const exported = await exportTenant(
      { ...parts, store, openers: opens ? openersOf(parts) : null, signal: stop.signal },
      slug,
      resolve(typedIn, target),
    )
    if (!exported) throw new UsageProblem(`There is no tenant ${slug}.`)
    const { tables, files, path } = exported
    for (const { table, rows } of tables) if (rows) say(`${String(rows).padStart(10)}  ${table}`)
    say(`${String(files.count).padStart(10)}  contents of files, ${files.sizeBytes} bytes`)
    say(`\n${path}`)
    if (!opens) say('Sealed names and addresses are not in it; --with-personal-data opens them.')
  } catch (cause) {
    throw stop.signal.aborted ? stop.signal.reason : toldBriefly(cause)
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupt)
  }
}

const OF_THE_DISK = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'EEXIST']

/** What whoever typed it can do something about, without a stack. */
function toldBriefly(cause: unknown): unknown {
  const { message, code = '' } = cause as NodeJS.ErrnoException
  const known = cause instanceof ExportProblem || cause instanceof DiskFull || OF_THE_DISK.includes(code)
  return known ? new UsageProblem(message, { cause }) : cause
}
