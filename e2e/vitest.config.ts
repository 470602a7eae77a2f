import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['walks/**/*.test.ts'],
    // Everybody walks through the same town: one walk after the other, and every step after the one before.
    fileParallelism: false,
    pool: 'forks',
    // Patient, because two cores may have other things to do; nothing waits longer than it must.
    testTimeout: 90_000,
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 60_000,
  },
})
