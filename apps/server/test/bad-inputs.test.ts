import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const PAGE = join(ROOT, 'docs/security/bad-inputs.md')
/** A list that others have, where it lies beside this project. */
const LIST = resolve(ROOT, '../shared/reference/bad-inputs.md')

const ID = /\b(?:GQL|AUT|SQL|XSS|UPL|SSR|EXP|SES|BIZ|PRI)-\d\d\b/g
const REASON = /^(not applicable|not yet|measured, not tested): \S.{15,}$/
const idsIn = (text: string) => new Set(text.match(ID))

type Row = { id: string; what: string; shownBy: string; files: string[] }

/** Every test of the project but this one, with the ids that it names. */
const tests = new Map<string, Set<string>>()
for (const folder of [
  'apps/server/src',
  'apps/server/test',
  'apps/web/src',
  'packages',
  'scripts',
  'e2e/walks',
])
  for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }))
    if (/\.test\.(ts|mjs)$/.test(name) && !name.includes('node_modules')) {
      const path = join(ROOT, folder, name)
      const ids = idsIn(readFileSync(path, 'utf8'))
      if (ids.size && path !== fileURLToPath(import.meta.url)) tests.set(path, ids)
    }

const link = (file: string) =>
  `[${basename(file).replace(/\.test\.\w+$/, '')}](${relative(dirname(PAGE), file)})`

const ROW = /^\| ([A-Z]{3}-\d\d) +\| (.+?) +\| (.+?) +\|$/gm

// With WRITE_BAD_INPUTS=1 the page names the tests that name its rows; what a row is about stays written by hand.
if (process.env.WRITE_BAD_INPUTS)
  writeFileSync(
    PAGE,
    readFileSync(PAGE, 'utf8').replaceAll(ROW, (_line, id: string, what: string, shownBy: string) => {
      const files = [...tests].flatMap(([file, ids]) => (ids.has(id) ? [file] : []))
      return `| ${id} | ${what} | ${files.toSorted().map(link).join(', ') || shownBy} |`
    }),
  )

const rows: Row[] = [...readFileSync(PAGE, 'utf8').matchAll(ROW)].map(([, id, what, shownBy]) => ({
  id: id!,
  what: what!,
  shownBy: shownBy!,
  files: [...shownBy!.matchAll(/\]\(([^)]+)\)/g)].map(([, path]) => resolve(dirname(PAGE), path!)),
}))

describe('docs/security/bad-inputs.md', () => {
  it('has each row once, and says of each what shows it or why nothing does', () => {
    expect(rows.length).toBeGreaterThan(150)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    for (const { id, shownBy, files } of rows)
      if (!files.length) expect(shownBy, `${id} wants a test, or a reason`).toMatch(REASON)
  })

  it('names tests that are there and name the row', () => {
    for (const { id, files } of rows)
      for (const file of files) {
        expect(existsSync(file), `${id}: ${relative(ROOT, file)}`).toBe(true)
        expect(tests.get(file) ?? new Set(), `${relative(ROOT, file)} says nothing of ${id}`).toContain(id)
      }
  })

  it('knows every test that names a row', () => {
    const unknown: string[] = []
    for (const [file, ids] of tests)
      for (const id of ids)
        if (!rows.find((row) => row.id === id)?.files.includes(file))
          unknown.push(`${id}: ${relative(ROOT, file)}`)
    expect(unknown).toEqual([])
  })

  it('leaves nothing out of the list that lies beside the project', () => {
    if (!existsSync(LIST))
      return void process.stdout.write('Skipped: no ../shared/reference/bad-inputs.md to compare with.\n')
    const asked = [...readFileSync(LIST, 'utf8').matchAll(/^([A-Z]{3}-\d\d) \|/gm)].map(([, id]) => id!)
    expect(asked.length).toBeGreaterThan(100)
    expect(asked.filter((id) => !rows.some((row) => row.id === id))).toEqual([])
  })
})
