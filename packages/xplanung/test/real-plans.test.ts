import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { isRefusal, readPlanFile, toGeoJSON } from '../src/index.ts'

/** Real plans lie beside the project, not in it: they belong to others. */
const BESIDE = fileURLToPath(new URL('../../../../shared/data/xplanung/', import.meta.url))

const PLANS = [
  { name: 'v4_0_BP2070.gml', version: '4.0', features: 314, objects: 312, place: [8.7, 53.14] },
  { name: 'v5_0_1_BP2070.gml', version: '5.0', features: 314, objects: 312, place: [8.7, 53.14] },
  { name: 'v5_0_1_LA22.gml', version: '5.0', features: 1349, objects: 1347, place: [10.0, 53.67] },
  { name: 'BPlan005_6-0.zip', version: '6.0', features: 63, objects: 52, place: [10.01, 53.58] },
] as const

const there = PLANS.filter(({ name }) => existsSync(BESIDE + name))
if (there.length < PLANS.length) {
  const missing = PLANS.filter((plan) => !there.includes(plan)).map(({ name }) => name)
  process.stderr.write(`Real plans were not read, for they are not there: ${missing.join(', ')}\n`)
}

describe.skipIf(there.length === 0)('real plans', () => {
  test.each(there)(
    '$name is read to its last object, in under three seconds',
    async ({ name, version, features, objects, place }) => {
      const startedAt = performance.now()
      const file = await readPlanFile(BESIDE + name)
      const tookMs = performance.now() - startedAt
      if (isRefusal(file)) throw new Error(file.message.en)
      expect(tookMs).toBeLessThan(3000)
      expect(file.version).toBe(version)
      // Counted as members of the collection: the plan, its sections, texts and objects.
      expect(file.featureCount).toBe(features)
      const [plan] = file.plans
      expect(plan!.objects).toHaveLength(objects)
      expect(1 + plan!.sections.length + plan!.texts.length + plan!.objects.length).toBe(features)
      expect(plan!.objects.filter(({ geometry }) => geometry === null)).toEqual([])
      const [west, south] = toGeoJSON(file).bbox!
      expect([west, south]).toEqual([expect.closeTo(place[0], 0.5), expect.closeTo(place[1], 0.5)])
    },
  )
})
