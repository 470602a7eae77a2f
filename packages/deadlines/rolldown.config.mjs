import { fileURLToPath } from 'node:url'
import { defineConfig } from 'rolldown'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  input: { index: here('src/index.ts') },
  platform: 'neutral',
  tsconfig: here('tsconfig.json'),
  // It depends on nothing.
  output: {
    dir: here('dist'),
    format: 'esm',
    sourcemap: true,
    entryFileNames: '[name].mjs',
    chunkFileNames: 'chunks/[name]-[hash].mjs',
    cleanDir: true,
  },
})
