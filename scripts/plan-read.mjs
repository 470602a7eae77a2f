// `npm run plan:read -- FILE`: prints what a plan in XPlanGML says. Installs and builds what is missing first.

const OLDEST_NODE = [20, 19]

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  console.error(
    `Mitsprache needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${process.versions.node}.`,
  )
  process.exit(1)
}

// The standard output belongs to the plan: somebody may write the GeoJSON into a file.
console.log = console.error

// Imported only now, so that an old Node reads the sentence above and not a syntax error.
const { install } = await import('./lib/install.mjs')
const { bin, inRoot, isThere } = await import('./lib/paths.mjs')
const { finish, run, runQuietly } = await import('./lib/processes.mjs')
const { sayError, step } = await import('./lib/say.mjs')
const { alone, hashOf, isStamped, stamp, unstamp } = await import('./lib/stamps.mjs')

const FOLDER = 'packages/xplanung'
const PROGRAM = `${FOLDER}/dist/cli.mjs`
const STAMP = `${FOLDER}/dist/.build-stamp`

/** Bundles the package unless the bundle is of these very sources. */
function build() {
  return alone(async () => {
    const hash = hashOf([`${FOLDER}/src`, `${FOLDER}/rolldown.config.mjs`, 'pnpm-lock.yaml'])
    if (isThere(PROGRAM) && isStamped(STAMP, hash)) return
    unstamp(STAMP)
    await step('Building the plan reader', () =>
      runQuietly('The build of the plan reader', bin('rolldown'), ['-c', 'rolldown.config.mjs'], {
        cwd: inRoot(FOLDER),
      }),
    )
    stamp(STAMP, hash)
  })
}

let exitCode = 1
try {
  await install()
  await build()
  // npm works in the root; a path on the command line is meant from where it was typed.
  const cwd = process.env.INIT_CWD ?? process.cwd()
  const { code } = await run(process.execPath, [inRoot(PROGRAM), ...process.argv.slice(2)], { cwd })
  exitCode = code
} catch (error) {
  sayError(error)
}
await finish(exitCode)
