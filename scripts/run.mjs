// The one entrance to everything `npm start`, `npm test` and `npm run …` do.
// Uses Node's own modules only: it runs before anything is installed.

const OLDEST_NODE = [20, 19]

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  console.error(
    `Mitsprache needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${process.versions.node}.\n` +
      'Install a newer one (https://nodejs.org, or `nvm install` in this folder) and try again.',
  )
  process.exit(1)
}

const COMMANDS = [
  'start',
  'test',
  'dev',
  'build',
  'lint',
  'types',
  'schema',
  'bench',
  'intake',
  'operator',
  'sbom',
]

const [name, ...args] = process.argv.slice(2)
if (!COMMANDS.includes(name)) {
  console.error(
    `${name ? `There is no command "${name}".` : 'Which command?'} There are: ${COMMANDS.join(', ')}.`,
  )
  process.exit(1)
}

// Imported only now, so that an old Node reads the sentence above and not a syntax error.
const { finish } = await import('./lib/processes.mjs')
const { sayError } = await import('./lib/say.mjs')
const command = await import(`./commands/${name}.mjs`)

let exitCode = 1
try {
  exitCode = await command.default(args)
} catch (error) {
  sayError(error)
}
await finish(exitCode)
