// The import-arrow check: node packages/presets/src/check-arrows.mjs [root]
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { objectionTo } from './arrows.mjs'
import { findImports } from './find-imports.mjs'

/**
 * Looks at every import of a repository.
 *
 * @param {string} root
 * @returns {{ looked: number, complaints: { place: string, name: string, arrow: string, why: string }[] }}
 */
export function checkArrows(root) {
  const imports = findImports(root)
  const complaints = imports.flatMap((found) => {
    const objection = objectionTo(found)
    return objection ? [{ place: `${found.from}:${found.line}`, name: found.name, ...objection }] : []
  })
  return { looked: imports.length, complaints }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { looked, complaints } = checkArrows(resolve(process.argv[2] ?? '.'))
  for (const { place, name, arrow, why } of complaints) {
    console.error(`${place} imports '${name}'\n  ${arrow} points the wrong way.\n  ${why}\n`)
  }
  if (looked === 0) console.error('No import was found: this is not the root of the repository.')
  else console.log(`${looked} imports looked at, ${complaints.length} point the wrong way.`)
  process.exitCode = complaints.length > 0 || looked === 0 ? 1 : 0
}
