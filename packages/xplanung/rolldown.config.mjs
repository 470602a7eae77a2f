import { fileURLToPath } from 'node:url'
import { defineConfig } from 'rolldown'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  input: { index: here('src/index.ts'), cli: here('src/cli.ts') },
  platform: 'node',
  tsconfig: here('tsconfig.json'),
  // What comes from the registry is loaded from node_modules; Node's own modules always are.
  external: (id) => /^[^./\0]/.test(id) && !id.startsWith('@oxc-project/'),
  output: {
    dir: here('dist'),
    format: 'esm',
    sourcemap: true,
    entryFileNames: '[name].mjs',
    chunkFileNames: 'chunks/[name]-[hash].mjs',
    cleanDir: true,
  },
})
