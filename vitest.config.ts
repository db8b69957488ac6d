import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/*.test.ts'],
    isolate: false,
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: ['test/support/cluster.ts'],
    // Wide sweeps ask for every page as every role: on a machine that has other work too they take a while. No test measures time.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
