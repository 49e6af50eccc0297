import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What must give the same answers wherever the server stands. */
const dayDependent = ['calendar', 'law', 'facts', 'engine', 'rules', 'import'].map(
  (area) => `test/server/${area}/**/*.test.ts`,
)

const zone = (name: string, timeZone: string) => ({
  extends: true as const,
  test: { name, include: dayDependent, env: { TZ: timeZone } },
})

export default defineConfig({
  root,
  test: {
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: 'test/support/postgres.ts',
    projects: [
      {
        extends: true,
        test: {
          name: 'server',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/built/**'],
          env: { TZ: 'UTC' },
        },
      },
      zone('london', 'Europe/London'),
      zone('los-angeles', 'America/Los_Angeles'),
      zone('auckland', 'Pacific/Auckland'),
      {
        extends: true,
        test: {
          name: 'built',
          include: ['test/built/**/*.test.ts', 'test/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          env: { TZ: 'UTC' },
        },
      },
    ],
  },
})
