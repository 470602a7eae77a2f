import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** @typedef {{ what: string, problem: string | null }} Result */

/** README.md and every page below docs/ and docker/, as paths from the root. */
function pagesOf(root) {
  const below = (folder) =>
    !existsSync(join(root, folder))
      ? []
      : readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
          .map((entry) => relative(root, join(entry.parentPath, entry.name)))
  const single = ['README.md', 'CHANGELOG.md'].filter((page) => existsSync(join(root, page)))
  return [...single, ...below('docs'), ...below('docker'), ...below('.changes')]
}

/**
 * Everything a page claims that can be looked up in the repository.
 *
 * @param {string} root
 * @returns {Result[]}
 */
export function checkDocuments(root) {
  const pages = pagesOf(root).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  return [
    ...pages.flatMap((page) => checkLinks(root, page)),
    ...pages.flatMap((page) => checkCommands(root, page)),
    ...checkSettings(root, pages),
  ]
}

const withoutCode = (text) => text.replace(/^```[\s\S]*?^```/gm, '')

/** Headings as GitHub and its kin turn them into anchors. */
const anchorsOf = (text) =>
  [...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )

/** Links and pictures lead to files that are there; a link into a page leads to a heading of it. */
function checkLinks(root, { path, text }) {
  const links = [...withoutCode(text).matchAll(/(!?)\[([^\]]*)\]\(([^)\s]+)\)/g)]
  return links
    .filter(([, , , target]) => !/^(https?|mailto):/.test(target))
    .map(([, isPicture, words, target]) => {
      const what = `${path}: ${target}`
      if (isPicture && !words.trim()) return { what, problem: 'A picture without words.' }
      const [file, anchor] = target.split('#')
      const full = file ? join(root, dirname(path), file) : join(root, path)
      if (!existsSync(full)) return { what, problem: 'There is no such file.' }
      if (anchor && !anchorsOf(readFileSync(full, 'utf8')).includes(anchor)) {
        return { what, problem: `There is no heading for #${anchor}.` }
      }
      return { what, problem: null }
    })
}

/**
 * Blocks of shell commands say whether they are checked: "sh check", or "sh elsewhere" for what is typed on
 * another machine. A block without either is a mistake, so that none is forgotten.
 */
function checkCommands(root, { path, text }) {
  const { scripts = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return [...text.matchAll(/^```(sh|bash|shell|console)([^\n]*)\n([\s\S]*?)^```/gm)].flatMap(
    ([, , mark, block]) => {
      if (mark.trim() === 'elsewhere') return []
      if (mark.trim() !== 'check') {
        return [{ what: `${path}: a block of commands`, problem: 'Mark it with "check" or "elsewhere".' }]
      }
      return block
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line && !line.startsWith('#'))
        .map((line) => ({ what: `${path}: ${line}`, problem: problemOfCommand(root, scripts, line) }))
    },
  )
}

function problemOfCommand(root, scripts, line) {
  const npm = /^npm (?:run )?(\S+)/.exec(line)
  if (npm) {
    const script = scripts[npm[1]]
    if (!script) return `package.json has no script "${npm[1]}".`
    const ours = /scripts\/run\.mjs (\S+)/.exec(script)
    if (ours && !existsSync(join(root, 'scripts/commands', `${ours[1]}.mjs`))) {
      return `There is no scripts/commands/${ours[1]}.mjs.`
    }
    return null
  }
  const file = line.split(' ').find((word) => /^\.?[\w-]+\/[\w./-]+$/.test(word))
  if (file) return existsSync(join(root, file)) ? null : `There is no ${file}.`
  return 'This check cannot tell whether the command exists.'
}

/** Settings in tables are read by the server, and what the server reads stands in a table. */
function checkSettings(root, pages) {
  const folder = join(root, 'apps/server/src')
  const code = !existsSync(folder)
    ? ''
    : readdirSync(folder, { recursive: true })
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .join('\n')
  const read = new Set([...code.matchAll(/\benv\.([A-Z][A-Z0-9_]+)\b/g)].map(([, name]) => name))
  const named = new Map(
    pages.flatMap(({ path, text }) =>
      [...text.matchAll(/^\| *`([A-Z][A-Z0-9_]+)` *\|/gm)].map(([, name]) => [name, path]),
    ),
  )
  return [
    ...[...named].map(([name, path]) => ({
      what: `${path}: ${name}`,
      problem: read.has(name) ? null : 'The server reads no such variable.',
    })),
    ...[...read]
      .filter((name) => !named.has(name))
      .map((name) => ({ what: name, problem: 'The server reads it; docs/settings.md does not tell.' })),
    ...(named.size === 0 ? [{ what: 'settings', problem: 'No page has a table of settings.' }] : []),
  ]
}
