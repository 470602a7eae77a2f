import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runPlanReader } from './run-plan-reader.ts'

const server = fileURLToPath(new URL('../../../../', import.meta.url))
let folder: string
let file: string

/** The program as it is delivered, beside the packages it loads. */
beforeAll(async () => {
  folder = mkdtempSync(join(server, 'node_modules', '.plan-reader-'))
  const bundle = await rolldown({
    input: { 'plan-reader': join(server, 'src/modules/plans/plan-data/plan-reader.ts') },
    // As in rolldown.config.mjs: packages from the registry stay outside.
    external: (id) =>
      /^[^./\0]/.test(id) && !id.startsWith('@mitsprache/') && !id.startsWith('@oxc-project/'),
    platform: 'node',
    tsconfig: join(server, 'tsconfig.json'),
  })
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: '[name].mjs' })
  file = join(folder, 'plan-reader.mjs')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const plan = fileURLToPath(
  new URL('../../../../../../packages/sample-town/documents/alte-gaertnerei.gml', import.meta.url),
)

describe('a plan is read apart from the server', () => {
  it('with the same result', async () => {
    const apart = await runPlanReader(plan, {}, { file })
    expect(apart).toMatchObject({ format: 'XPlanGML', plan: { number: '37' } })
    expect(apart).toEqual(await runPlanReader(plan, {}))
  })

  it.each([
    ['time', { timeMs: 5, memoryBytes: 1e9, answerBytes: 1e8 }],
    ['memory', { timeMs: 30_000, memoryBytes: 1e6, answerBytes: 1e8 }],
    ['words', { timeMs: 30_000, memoryBytes: 1e9, answerBytes: 10 }],
  ])('and stopped when it takes too much %s', async (_what, limits) => {
    expect(await runPlanReader(plan, {}, { file, limits })).toMatchObject({ refused: 'too-complex' })
  })

  it('so that a file that breaks the reader breaks nothing else', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'mitsprache-deep-')), 'deep.geojson')
    const deep = '['.repeat(3_000_000)
    writeFileSync(path, `{"type":"Polygon","coordinates":${deep}}`)
    const answer = await runPlanReader(path, {}, { file })
    expect('refused' in answer && ['not-json', 'not-geojson', 'too-complex']).toContain(
      'refused' in answer && answer.refused,
    )
  })
})
