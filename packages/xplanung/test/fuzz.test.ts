import { describe, expect, test } from 'vitest'
import { isRefusal, readPlan, summary, toGeoJSON } from '../src/index.ts'
import { SAMPLES, sampleBytes } from './sample.ts'

/** A small generator of numbers that begins anew with every seed, so that a failure can be seen again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

type Random = (below: number) => number

const SPITE = [
  '<',
  '>',
  '&',
  '"',
  ']]>',
  '<!--',
  '<![CDATA[',
  '&#0;',
  '\u0000',
  '-',
  '1e309',
  'NaN',
  'EPSG:0',
  '#',
  'xlink:href="#Plan1"',
  '\ud800',
]

const MUTATIONS: readonly ((text: string, random: Random) => string)[] = [
  // a character replaced, a stretch cut out, a stretch doubled, the end cut off
  (text, random) => splice(text, random(text.length), 1, String.fromCharCode(random(128))),
  (text, random) => splice(text, random(text.length), random(400), ''),
  (text, random) => {
    const at = random(text.length)
    return splice(text, at, 0, text.slice(at, at + random(600)))
  },
  (text, random) => text.slice(0, random(text.length)),
  (text, random) => splice(text, random(text.length), 0, SPITE[random(SPITE.length)]!),
  // a number changed, an element renamed, a line moved, an id or a reference exchanged
  (text, random) =>
    replaceOne(
      text,
      /-?\d+(\.\d+)?/g,
      ['0', '-1', '99999999999999999999', '1e5', '', '0.0000001'][random(6)]!,
      random,
    ),
  (text, random) =>
    replaceOne(
      text,
      /<\/?[\w:]+/g,
      ['<gml:Ring', '<xplan:BP_Plan', '</gml:Polygon', '<x'][random(4)]!,
      random,
    ),
  (text, random) => {
    const lines = text.split('\n')
    const [line] = lines.splice(random(lines.length), 1)
    lines.splice(random(lines.length), 0, line ?? '')
    return lines.join('\n')
  },
  (text, random) =>
    replaceOne(text, /"#?[\w]+"/g, ['"#GGruen1"', '"Plan1"', '"#GMs"', '""'][random(4)]!, random),
  // a pair of tags taken out with what they hold
  (text, random) => replaceOne(text, /<(gml:\w+)[^<>]*>[^<>]*<\/\1>/g, '', random),
]

const splice = (text: string, at: number, length: number, insert: string) =>
  text.slice(0, at) + insert + text.slice(at + length)

function replaceOne(text: string, pattern: RegExp, to: string, random: Random): string {
  const found = [...text.matchAll(pattern)]
  const match = found[random(Math.max(1, found.length))]
  return match ? splice(text, match.index, match[0].length, to) : text
}

const CASES = 400
const CASE_TIME_MS = 2000
const TOTAL_TIME_MS = 25_000

describe('files with something wrong in them', () => {
  test('are read or refused, never a crash, never a wait', async () => {
    const startedAt = performance.now()
    const outcomes = new Map<string, number>()
    let done = 0
    for (let seed = 1; seed <= CASES && performance.now() - startedAt < TOTAL_TIME_MS; seed++) {
      const random = randomFrom(seed)
      let text = sampleBytes(SAMPLES[random(SAMPLES.length)]!).toString('latin1')
      for (let times = 1 + random(4); times > 0; times--)
        text = MUTATIONS[random(MUTATIONS.length)]!(text, random)

      const caseStartedAt = performance.now()
      const outcome = await outcomeOf(Buffer.from(text, 'latin1')).catch((error: unknown) => {
        throw new Error(`seed ${seed} crashed`, { cause: error })
      })
      const tookMs = performance.now() - caseStartedAt
      expect(tookMs, `seed ${seed} took ${Math.round(tookMs)} ms`).toBeLessThan(CASE_TIME_MS)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      done++
    }
    expect(done).toBeGreaterThan(50)
    // Both must happen: mutations that break everything, or nothing, test nothing.
    expect(outcomes.get('read') ?? 0).toBeGreaterThan(done / 10)
    expect(outcomes.get('not-well-formed') ?? 0).toBeGreaterThan(done / 10)
  }, 60_000)
})

/** Reads a file and everything made of it; the name of what came out. */
async function outcomeOf(bytes: Buffer): Promise<string> {
  const reading = await readPlan(bytes)
  if (isRefusal(reading)) {
    expect(reading.message.de).not.toBe('')
    expect(reading.message.en).not.toBe('')
    return reading.code
  }
  const text = JSON.stringify(toGeoJSON(reading))
  expect(text).not.toMatch(/\[(null|NaN)/)
  for (const { coordinates } of [...text.matchAll(/\[(-?[\d.]+),(-?[\d.]+)\]/g)].map(([, lon, lat]) => ({
    coordinates: [Number(lon), Number(lat)],
  }))) {
    expect(
      coordinates[0]! >= 3 && coordinates[0]! <= 15.6 && coordinates[1]! >= 47 && coordinates[1]! <= 56.1,
    ).toBe(true)
  }
  expect(summary(reading).length).toBeGreaterThan(2)
  return 'read'
}
