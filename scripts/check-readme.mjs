// Keeps README.md and docs/ honest: node scripts/check-readme.mjs
// Commands are there, the first one really starts, settings are read, links lead somewhere.
import { finish } from './lib/processes.mjs'
import { checkDocuments } from './lib/documents.mjs'
import { ROOT } from './lib/paths.mjs'
import { say, sayError } from './lib/say.mjs'
import { startAsReadmeSays } from './lib/start-as-readme-says.mjs'

let passed = 0
let failed = 0
const note = (what, problem) => {
  if (problem) say(`  ${what}\n    ${problem}`)
  if (problem) failed++
  else passed++
}

for (const { what, problem } of checkDocuments(ROOT)) note(what, problem)
try {
  await startAsReadmeSays()
  note('npm start', null)
} catch (error) {
  sayError(error)
  note('npm start', 'does not do what README.md says')
}

say(`\n${passed} passed, ${failed} failed`)
await finish(failed === 0 ? 0 : 1)
