import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const SRC = join(dirname(fileURLToPath(import.meta.url)), '..')
const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? (name === 'gql' ? [] : filesIn(path)) : [path]
  })
const all = filesIn(SRC)
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>
const german = all.filter((path) => path.endsWith('texts.de.json'))
const room = (path: string) => relative(SRC, path).split('/').at(-2)!
const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
const forms = (text: string) => text.split(' | ').length

describe.each(german)('%s', (path) => {
  const de = read(path)
  const en = read(path.replace('.de.json', '.en.json'))

  it('says the same things in German and English', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(de).sort())
  })
  it('fills the same holes and counts in as many forms', () => {
    for (const key of Object.keys(de)) {
      expect([key, holes(en[key]!)]).toEqual([key, holes(de[key]!)])
      expect([key, forms(en[key]!)]).toEqual([key, forms(de[key]!)])
    }
  })
  it('says nothing in Upper Sorbian that German does not say', () => {
    const sorbian = path.replace('.de.json', '.hsb.json')
    if (!all.includes(sorbian)) return
    for (const key of Object.keys(read(sorbian))) expect(Object.keys(de)).toContain(key)
  })
  it('speaks calmly: no exclamation mark, no three dots typed by hand', () => {
    for (const text of Object.values(de)) expect(text).not.toMatch(/!|\.\.\./)
  })
})

describe('the texts the screens ask for', () => {
  const known = new Set(
    german.flatMap((path) => Object.keys(read(path)).map((key) => `${room(path)}.${key}`)),
  )

  it('are all there', () => {
    const missing: string[] = []
    for (const path of all.filter((each) => /\.(vue|ts)$/.test(each) && !each.endsWith('.test.ts')))
      for (const [, key] of readFileSync(path, 'utf8').matchAll(/\bt\(\s*'([\w-]+\.\w+)'/g))
        if (!known.has(key!)) missing.push(`${relative(SRC, path)}: ${key}`)
    expect(missing).toEqual([])
  })
})
