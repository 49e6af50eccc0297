import { defineConfig } from 'vitest/config'

/** A run of one test that fails, with the server of all runs. */
export default defineConfig({
  root: import.meta.dirname,
  test: { globalSetup: '../postgres.ts', include: ['fails.ts'], testTimeout: 60_000 },
})
