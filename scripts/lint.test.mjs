import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { beforeAll, expect, test } from 'vitest'
import { ROOT } from './lib/paths.mjs'

/** Our configuration without the rules that read types: those need files that exist. */
let eslint
beforeAll(() => {
  eslint = new ESLint({
    cwd: ROOT,
    overrideConfig: [{ ...tseslint.configs.disableTypeChecked, files: ['**/*'] }],
  })
})

async function complaints(filePath, code) {
  const [result] = await eslint.lintText(code, { filePath })
  return result.messages.map((message) => message.ruleId ?? message.message)
}

const inServer = 'apps/server/src/modules/plans/show-plan.ts'
const inWeb = 'apps/web/src/features/plans/PlanPage.vue'
const page = (template, script = '') =>
  `<script setup lang="ts">\n${script}\n</script>\n\n<template>\n${template}\n</template>\n`

test.each([
  ['save()', 'await repository.save(row)', 'no-restricted-syntax'],
  ['a computed order', 'query.orderBy(wanted)', 'no-restricted-syntax'],
  ['a computed further order', 'query.addOrderBy(`p.${wanted}`)', 'no-restricted-syntax'],
  ['the console', "console.log('here')", 'no-console'],
  [
    'the other app',
    "import '../../../../web/src/main.ts'\nimport '@mitsprache/web'",
    'no-restricted-imports',
  ],
])('the server may not use %s', async (_what, code, rule) => {
  expect(await complaints(inServer, `${code}\n`)).toContain(rule)
})

test('a literal order is fine', async () => {
  expect(await complaints(inServer, "query.orderBy('plan.id')\n")).not.toContain('no-restricted-syntax')
})

test('the platform may not import a module', async () => {
  const code = "import { plan } from '../modules/plans/index.ts'\nplan()\n"
  expect(await complaints('apps/server/src/platform/files.ts', code)).toContain('no-restricted-imports')
})

test('a canvas may be saved where the base map is drawn', async () => {
  expect(await complaints('apps/server/src/platform/base-map/draw.ts', 'canvas.save()\n')).toEqual([])
})

test('only the map knows Leaflet', async () => {
  const code = "import { map } from 'leaflet'\nmap('x')\n"
  expect(await complaints('apps/web/src/features/plans/use-map.ts', code)).toContain('no-restricted-imports')
  expect(await complaints('apps/web/src/map/map.ts', code)).toEqual([])
})

test.each([
  ['a label without a control', '<label>Name</label>', 'vuejs-accessibility/label-has-for'],
  ['a control without a label', '<input type="text" />', 'vuejs-accessibility/form-control-has-label'],
  ['a picture without words', '<img src="a.png" />', 'vuejs-accessibility/alt-text'],
  ['text as HTML', '<p v-html="text" />', 'vue/no-v-html'],
])('a page may not have %s', async (_what, template, rule) => {
  expect(await complaints(inWeb, page(`  ${template}`, 'const text = 1'))).toContain(rule)
})

test.each([
  ['around its control', '<label>Name <input type="text" /></label>'],
  ['that names its control', '<label for="name">Name</label>'],
])('a label %s is fine', async (_what, template) => {
  expect(await complaints(inWeb, page(`  ${template}`))).not.toContain('vuejs-accessibility/label-has-for')
})

test('programs for the command line may talk', async () => {
  expect(await complaints('scripts/hello.mjs', "console.log('hello')\n")).toEqual([])
})
