import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// graphql ships an .mjs and a .js build. Loaded twice it refuses its own schema ("another module or realm").
const oneGraphql = { find: /^graphql$/, replacement: 'graphql/index.js' }

const serverGlobalSetup = 'apps/server/test/global-setup.ts'

export default defineConfig({
  test: {
    // Vitest leaves a core to others; of two that would be half of them, and most tests wait for the database.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'packages',
          root: at('.'),
          environment: 'node',
          // Some of them start programs and stop them again.
          testTimeout: 120_000,
          include: [
            'packages/*/{src,test}/**/*.test.{ts,mjs}',
            'scripts/**/*.test.mjs',
            'docker/**/*.test.mjs',
          ],
        },
      },
      {
        root: at('apps/server'),
        resolve: { alias: [oneGraphql] },
        test: {
          name: 'server',
          root: at('apps/server'),
          environment: 'node',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          globalSetup: existsSync(at(serverGlobalSetup)) ? [at(serverGlobalSetup)] : [],
          pool: 'forks',
          // The first test of a file copies its database from the template. The limits end what hangs, they measure nothing.
          hookTimeout: 180_000,
          testTimeout: 120_000,
        },
      },
      {
        // Its own configuration brings what its sources need: Vue, and the tokens of the design.
        extends: at('apps/web/vite.config.ts'),
        root: at('apps/web'),
        resolve: { alias: [oneGraphql] },
        test: {
          name: 'web',
          root: at('apps/web'),
          environment: 'happy-dom',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          css: false,
        },
      },
    ],
  },
})
