import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CATALOGUE, RETENTION } from '../apps/server/src/platform/database/catalogue.ts'
import { inRoot } from './lib/paths.mjs'

const record = readFileSync(inRoot('docs/compliance/verzeichnis.md'), 'utf8')
const cells = (line) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('`', ''))

/** The rows of the table under a heading of the second level. */
const rowsUnder = (heading) =>
  record
    .split(`\n## ${heading}\n`)[1]
    .split('\n## ')[0]
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map(cells)

test('the record of processing names every table, whether it is about people, and how it ends', () => {
  const told = rowsUnder('Tabellen').map(([table, , person, retention]) => [table, person, retention])
  const kept = Object.entries(CATALOGUE).map(([table, { otherwise, columns, retention }]) => {
    const classes = [otherwise, ...Object.values(columns ?? {})]
    return [table, classes.includes('personal') || classes.includes('sealed') ? 'ja' : 'nein', retention]
  })
  expect(told.toSorted()).toEqual(kept.toSorted())
})

test('the record of processing explains every way in which a row ends', () => {
  const told = rowsUnder('Fristen').flatMap(([keys]) => keys.split(', '))
  expect(told.toSorted()).toEqual(Object.keys(RETENTION).toSorted())
})
