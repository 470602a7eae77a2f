import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// The Vue plugin belongs to the web app; the root only borrows it for its tests.
const vue = createRequire(at('apps/web/package.json'))('@vitejs/plugin-vue') as {
  default?: () => Plugin
} & (() => Plugin)
const vuePlugin = vue.default ?? vue

// graphql ships an .mjs and a .js build. Loaded twice it refuses its own schema ("another module or realm").
const oneGraphql = { find: /^graphql$/, replacement: 'graphql/index.js' }

const serverGlobalSetup = 'apps/server/test/global-setup.ts'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'packages',
          root: at('.'),
          environment: 'node',
          // Some of them start programs and stop them again.
          testTimeout: 30_000,
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
          // The first test of a file copies its database from the template.
          hookTimeout: 60_000,
          testTimeout: 20_000,
        },
      },
      {
        root: at('apps/web'),
        plugins: [vuePlugin()],
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
