import { readdirSync } from 'node:fs'
import { runPackageScript } from '../lib/build.mjs'
import { install } from '../lib/install.mjs'
import { bin, inRoot, isThere } from '../lib/paths.mjs'
import { run } from '../lib/processes.mjs'
import { say } from '../lib/say.mjs'

/** Every folder with a tsconfig of its own; a workspace folder with TypeScript but without one is a mistake. */
export function typedFolders() {
  const packages = readdirSync(inRoot('packages')).map((name) => `packages/${name}`)
  return ['.', ...packages, 'apps/server', 'apps/web', 'bench', 'e2e'].filter((folder) =>
    isThere(folder, 'tsconfig.json'),
  )
}

/** Checks the types of every package; the web app's components too. */
export default async function types() {
  await install()
  await runPackageScript('apps/web', 'codegen')
  let exitCode = 0
  for (const folder of typedFolders()) {
    const checker = folder === 'apps/web' ? 'vue-tsc' : 'tsc'
    say(`${checker} ${folder}`)
    const { code } = await run(bin(checker), ['--noEmit', '-p', inRoot(folder, 'tsconfig.json')])
    if (code !== 0) exitCode = 1
  }
  say(exitCode === 0 ? 'The types fit.' : '\nThe types do not fit.')
  return exitCode
}
