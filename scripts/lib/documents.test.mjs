import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { checkDocuments } from './documents.mjs'

const made = []
afterEach(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })))

const SOUND = {
  'package.json': JSON.stringify({ scripts: { start: 'node scripts/run.mjs start', lint: 'eslint .' } }),
  'scripts/commands/start.mjs': '',
  'apps/server/src/config.ts': 'export const port = env.PORT',
  'docs/page.md': '# A heading, with commas\n',
  'README.md':
    '| `PORT` | `4000` |\n\n```sh check\nnpm start\n```\n\n[page](docs/page.md#a-heading-with-commas)\n',
}

function problemsOf(changed) {
  const root = mkdtempSync(join(tmpdir(), 'mitsprache-documents-'))
  made.push(root)
  for (const [path, text] of Object.entries({ ...SOUND, ...changed })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return checkDocuments(root).flatMap(({ problem }) => problem ?? [])
}

test('has nothing to say about honest pages', () => {
  expect(problemsOf({})).toEqual([])
})

test.each([
  ['a link into nothing', '[x](docs/nothing.md)', 'There is no such file.'],
  ['a picture that is not there', '![words](docs/nothing.png)', 'There is no such file.'],
  ['a picture without words', '![](docs/page.md)', 'A picture without words.'],
  ['a heading that is not there', '[x](page.md#other)', 'There is no heading for #other.'],
  ['a script that is not there', '```sh check\nnpm run fly\n```', 'package.json has no script "fly".'],
  [
    'a file that is not there',
    '```sh check\ndocker compose -f docker/compose.yml up\n```',
    'There is no docker/compose.yml.',
  ],
  [
    'a command nobody can check',
    '```sh check\nfly\n```',
    'This check cannot tell whether the command exists.',
  ],
  ['a block without a mark', '```sh\nnpm start\n```', 'Mark it with "check" or "elsewhere".'],
  ['a setting that nobody reads', '| `COLOUR` | red |', 'The server reads no such variable.'],
])('complains about %s', (_what, text, problem) => {
  expect(problemsOf({ 'docs/more.md': `${text}\n` })).toEqual([problem])
})

test('complains about a script whose program is gone', () => {
  const scripts = { start: 'node scripts/run.mjs begin', lint: 'eslint .' }
  expect(problemsOf({ 'package.json': JSON.stringify({ scripts }) })).toEqual([
    'There is no scripts/commands/begin.mjs.',
  ])
})

test('complains about a setting that no page tells', () => {
  const code = 'export const x = [env.PORT, env.SECRET]'
  expect(problemsOf({ 'apps/server/src/config.ts': code })).toEqual([
    'The server reads it; docs/settings.md does not tell.',
  ])
})
