import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { checkArrows } from '../src/check-arrows.mjs'

const made = []
afterEach(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** A repository of a few files: path → text. */
function house(files) {
  const root = mkdtempSync(join(tmpdir(), 'mitsprache-arrows-'))
  made.push(root)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const arrowsOf = (files) => checkArrows(house(files)).complaints.map(({ arrow }) => arrow)

const module = (path) => `apps/server/src/modules/${path}`

test.each([
  ['a later step asks an earlier one', module('exports/build-export.ts'), '../contributions/index.ts'],
  ['a neighbour inside the module', module('plans/show-plan.ts'), './plan.queries.ts'],
  ['a module leans on the platform', module('plans/show-plan.ts'), '../../platform/clock.ts'],
  ['a listener reads through a front door', module('notifications/send.ts'), '../contributions/index.ts'],
  ['http knows every module', 'apps/server/src/http/graphql.ts', '../modules/exports/index.ts'],
  [
    'the sample town knows every module',
    'apps/server/src/sample-town/fill.ts',
    '../modules/contributions/index.ts',
  ],
  ['the start knows every module', 'apps/server/src/main.ts', './modules/audit/index.ts'],
  ['a test takes what it needs', module('plans/plan.test.ts'), '../exports/export.entity.ts'],
  ['a helper of tests is for tests', module('plans/plan.testing.ts'), '../../../test/database.ts'],
  ['both apps share the terms', 'apps/web/src/app/start.ts', '@mitsprache/terms'],
  [
    'features meet on a page',
    'apps/web/src/features/plans/PlanPage.vue',
    '../contributions/ContributionList.vue',
  ],
  ['a feature uses a button', 'apps/web/src/features/plans/PlanCard.vue', '../../ui/Button.vue'],
  ['the map knows Leaflet', 'apps/web/src/map/leaflet-map.ts', 'leaflet'],
])('%s', (_what, from, name) => {
  const code = `import { x } from '${name}'\nx()\n`
  expect(
    arrowsOf({ [from]: from.endsWith('.vue') ? `<script setup lang="ts">\n${code}</script>\n` : code }),
  ).toEqual([])
})

test.each([
  [
    'an earlier step knows a later one',
    module('contributions/submit.ts'),
    '../exports/index.ts',
    'contributions → exports',
  ],
  [
    'neighbours on one step',
    module('moderation/decide.ts'),
    '../consideration/index.ts',
    'moderation → consideration',
  ],
  [
    'past the front door',
    module('exports/build.ts'),
    '../plans/plan.entity.ts',
    'exports → plans/plan.entity.ts',
  ],
  [
    'past the front door, from http',
    'apps/server/src/http/x.ts',
    '../modules/plans/plan.entity.ts',
    'http → plans/plan.entity.ts',
  ],
  [
    'a listener is imported',
    module('moderation/decide.ts'),
    '../notifications/index.ts',
    'moderation → notifications',
  ],
  ['listeners import each other', module('audit/read.ts'), '../receipt-log/index.ts', 'audit → receipt-log'],
  ['a module without a place', module('weather/index.ts'), '../plans/index.ts', 'weather → plans'],
  [
    'the platform knows a module',
    'apps/server/src/platform/files.ts',
    '../modules/plans/index.ts',
    'platform → plans',
  ],
  ['the platform knows http', 'apps/server/src/platform/files.ts', '../http/server.ts', 'platform → http'],
  ['a module knows http', module('plans/show.ts'), '../../http/errors.ts', 'plans → http'],
  ['a module knows the start', module('plans/show.ts'), '../../entities.ts', 'plans → start-up'],
  [
    'a migration knows a module',
    'apps/server/src/migrations/1.ts',
    '../modules/plans/index.ts',
    'migrations → plans',
  ],
  [
    'the server imports the web app',
    'apps/server/src/main.ts',
    '../../web/src/main.ts',
    'apps/server → apps/web',
  ],
  ['by its package name too', 'apps/web/src/app/start.ts', '@mitsprache/server', 'apps/web → apps/server'],
  [
    'even in a test',
    'apps/web/src/app/start.test.ts',
    '../../../server/src/main.ts',
    'apps/web → apps/server',
  ],
  [
    'a package builds on an app',
    'packages/terms/src/ids.ts',
    '../../../apps/server/src/main.ts',
    'packages/terms → apps/server',
  ],
  [
    'the product needs a test helper',
    'apps/server/src/main.ts',
    '../test/database.ts',
    'apps/server/src/main.ts → apps/server/test/database.ts',
  ],
  [
    'features meet off a page',
    'apps/web/src/features/plans/PlanCard.vue',
    '../contributions/use-draft.ts',
    'features/plans → features/contributions',
  ],
  [
    'a shortened path is no way round',
    'apps/web/src/features/plans/use.ts',
    '@/features/exports/x.ts',
    'features/plans → features/exports',
  ],
  [
    'a button knows a term',
    'apps/web/src/ui/Button.vue',
    '../features/plans/plan.ts',
    'ui/ → features/plans',
  ],
  ['a button knows the session', 'apps/web/src/ui/Button.vue', '../session/session.ts', 'ui/ → session/'],
  [
    'the map knows a feature',
    'apps/web/src/map/map.ts',
    '../features/plans/plan.ts',
    'map/ → features/plans',
  ],
  [
    'a feature knows Leaflet',
    'apps/web/src/features/plans/use-map.ts',
    'leaflet',
    'features/plans → leaflet',
  ],
  ['its style sheet too', 'apps/web/src/app/start.ts', 'leaflet/dist/leaflet.css', 'app → leaflet'],
])('wrong: %s', (_what, from, name, expected) => {
  const code = `import '${name}'\n`
  expect(
    arrowsOf({ [from]: from.endsWith('.vue') ? `<script setup lang="ts">\n${code}</script>\n` : code }),
  ).toEqual([expected])
})

test.each([
  ["import type { X } from '../exports/index.ts'"],
  ["import {\n  x,\n  y,\n} from '../exports/index.ts'"],
  ["export * from '../exports/index.ts'"],
  ["export { x } from '../exports/index.ts'"],
  ["const x = await import('../exports/index.ts')"],
])('sees every kind of import: %s', (code) => {
  expect(arrowsOf({ [module('plans/show.ts')]: code })).toEqual(['plans → exports'])
})

test('a comment is no import', () => {
  expect(arrowsOf({ [module('plans/show.ts')]: "// import '../exports/index.ts'\nexport {}\n" })).toEqual([])
})

test('names the place, the arrow and the reason, and fails', () => {
  const program = fileURLToPath(new URL('../src/check-arrows.mjs', import.meta.url))
  const root = house({ [module('plans/show.ts')]: "\n\nimport '../exports/index.ts'\n" })
  const { status, stderr } = spawnSync(process.execPath, [program, root], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toContain('apps/server/src/modules/plans/show.ts:3')
  expect(stderr).toContain('plans → exports points the wrong way')
  expect(stderr).toContain('an export can change without shaking a submission')
})

test('finding nothing to check is a failure, not a success', () => {
  const program = fileURLToPath(new URL('../src/check-arrows.mjs', import.meta.url))
  expect(spawnSync(process.execPath, [program, house({})]).status).toBe(1)
})
