import { expect, test } from 'vitest'
import { main } from '../src/command.ts'
import { samplePath } from './sample.ts'

async function run(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await main(
    args,
    (line) => out.push(line),
    (line) => err.push(line),
  )
  return { code, out: out.join('\n'), err: err.join('\n') }
}

test('prints a plan as sentences, with its objects when asked', async () => {
  const plain = await run(samplePath('bp-6.0.gml'))
  expect(plain).toMatchObject({ code: 0, err: '' })
  expect(plain.out).toContain('„Alte Gärtnerei“ (12/2026) für Quellstedt')
  const { out } = await run(samplePath('bp-6.0.gml'), '--objects', '--lang', 'en')
  expect(out).toContain('WA 1: general residential, three storeys')
})

test('prints GeoJSON and nothing else on the standard output', async () => {
  const { code, out, err } = await run(samplePath('bp-6.0.gml'), '--geojson')
  expect(code).toBe(0)
  expect((JSON.parse(out) as { type: string }).type).toBe('FeatureCollection')
  expect(err).toContain('arcs-densified')
})

test('ends with 2 and the reason when refused, with 1 when asked wrongly', async () => {
  expect(await run(samplePath('nothing.gml'))).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('[not-found]') as string,
  })
  expect(await run()).toMatchObject({ code: 1, err: expect.stringContaining('Exit codes') as string })
  expect((await run(samplePath('bp-6.0.gml'), '--nonsense')).code).toBe(1)
})

test('ends with 3 and the possible answers when only a person knows', async () => {
  expect(await run(samplePath('bp-6.0.gml'), '--crs', 'EPSG:99999')).toMatchObject({
    code: 3,
    err: expect.stringContaining('--crs EPSG:25833') as string,
  })
})
