import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'rolldown'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

/** The programs this app consists of, each a file of its own in dist/. */
const programs = {
  main: 'src/main.ts',
  'tile-worker': 'src/platform/base-map/tile-worker.ts',
  'raster-worker': 'src/platform/raster/raster-worker.ts',
  'raster-program': 'src/platform/raster/raster-program.mjs',
  'plan-reader': 'src/modules/plans/plan-data/plan-reader.ts',
  intake: 'src/intake.ts',
  operator: 'src/operator.ts',
  'print-schema': 'src/print-schema.ts',
}

/**
 * Packages from the registry stay outside and are loaded from node_modules at run time.
 * Bundled are our own files, the workspace packages (they are TypeScript source) and the small
 * helpers that the compiler itself inserts (without them the output cannot start).
 */
function isExternal(id) {
  const isBare = /^[^./\0]/.test(id)
  return isBare && !id.startsWith('@mitsprache/') && !id.startsWith('@oxc-project/')
}

export default defineConfig({
  input: Object.fromEntries(
    Object.entries(programs)
      .filter(([, path]) => existsSync(here(path)))
      .map(([name, path]) => [name, here(path)]),
  ),
  platform: 'node',
  tsconfig: here('tsconfig.json'),
  external: isExternal,
  output: {
    dir: here('dist'),
    format: 'esm',
    sourcemap: true,
    entryFileNames: '[name].mjs',
    chunkFileNames: 'chunks/[name]-[hash].mjs',
    cleanDir: true,
  },
})
