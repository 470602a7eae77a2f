import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { inRoot } from './lib/paths.mjs'

const page = inRoot('docs/security/asvs.md')
const rows = readFileSync(page, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| V'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )

test('every requirement of level 1 and 2 is told exactly once', () => {
  const standard = inRoot('../shared/conformance/owasp-asvs-5.0/asvs-5.0.0-en.flat.json')
  if (!existsSync(standard)) return console.log(`Not compared: there is no ${standard}.`)
  const { requirements } = JSON.parse(readFileSync(standard, 'utf8'))
  const wanted = requirements.filter(({ L }) => L === '1' || L === '2').map(({ req_id }) => req_id)
  expect(rows.map(([id]) => id)).toEqual(wanted)
})

test('every row has a state, and what is met has a place that exists', () => {
  expect(rows.length).toBeGreaterThan(200)
  const wrong = rows.filter(([, words, state, place]) => {
    const file = /\]\(([^)]+)\)/.exec(place)?.[1]
    if (!words || !['met', 'operator', 'not applicable', 'not yet'].includes(state)) return true
    return file ? !existsSync(join(dirname(page), file)) : state === 'met'
  })
  expect(wrong).toEqual([])
})
