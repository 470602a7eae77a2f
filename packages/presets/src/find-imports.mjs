import { readFileSync, readdirSync } from 'node:fs'
import { dirname, extname, join, posix, relative, sep } from 'node:path'
import ts from 'typescript'

const SOURCE = /\.(ts|mts|mjs|js|vue)$/
const NOT_OURS = new Set(['node_modules', 'dist', 'generated', 'gql', 'coverage', 'var', '.git', 'fixtures'])

/** @typedef {{ from: string, line: number, name: string, to: string | null }} Import */

/** Every source file below `root`, as paths from there with forward slashes. */
function sourceFiles(root, folder) {
  let entries
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true })
  } catch {
    return [] // a repository without that folder has nothing in it to check
  }
  return entries.flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return []
    const path = posix.join(folder, entry.name)
    if (entry.isDirectory()) return sourceFiles(root, path)
    return SOURCE.test(entry.name) ? [path] : []
  })
}

/** The scripts of a component, everything else blanked out so that line numbers stay. */
function scriptsOf(component) {
  const blank = (text) => text.replace(/[^\n]/g, ' ')
  let result = ''
  let end = 0
  for (const match of component.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)) {
    const start = match.index + match[0].indexOf('>') + 1
    result += blank(component.slice(end, start)) + match[1]
    end = start + match[1].length
  }
  return result + blank(component.slice(end))
}

/** Where an import leads: a path from the root, or null when it is a package of the registry. */
function targetOf(root, file, name) {
  if (name.startsWith('.')) {
    return relative(root, join(root, dirname(file), name))
      .split(sep)
      .join('/')
  }
  // The web app may shorten its own paths.
  if (/^[@~]\//.test(name) && file.startsWith('apps/web/')) return posix.join('apps/web/src', name.slice(2))
  const workspace = /^@mitsprache\/([^/]+)(\/.*)?$/.exec(name)
  if (!workspace) return null
  const [, packageName, rest = ''] = workspace
  return (
    (packageName === 'server' || packageName === 'web' ? `apps/${packageName}` : `packages/${packageName}`) +
    rest
  )
}

/**
 * Every import of every source file: static, dynamic, type-only, and re-exports.
 *
 * @param {string} root
 * @returns {Import[]}
 */
export function findImports(root) {
  return ['apps', 'packages'].flatMap((top) =>
    sourceFiles(root, top).flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8')
      const code = extname(file) === '.vue' ? scriptsOf(text) : text
      return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName, pos }) => ({
        from: file,
        line: code.slice(0, pos).split('\n').length,
        name: fileName,
        to: targetOf(root, file, fileName),
      }))
    }),
  )
}
