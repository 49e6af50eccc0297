import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

const areas = (...names: readonly string[]) => names.map((name) => `test/server/${name}/**/*.test.ts`)

/** Functions of their arguments alone: their files share a process, which saves loading the same code anew. */
const pure = areas('calendar', 'law', 'engine', 'rules')

/** Declarations, tested alike. */
const declared = areas('records/kinds')

/** It kills programs in the middle of a change to a server that the other tests share: nothing runs beside it. */
const alone = 'test/db/migrate.test.ts'

/** What must give the same answers wherever the server stands. */
const zone = (name: string, timeZone: string) => [
  {
    extends: true as const,
    test: { name, include: pure, isolate: false, env: { TZ: timeZone } },
  },
  {
    extends: true as const,
    test: { name: `${name}, with files`, include: areas('facts', 'import'), env: { TZ: timeZone } },
  },
]

export default defineConfig({
  root,
  test: {
    pool: 'forks',
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: 'test/support/postgres.ts',
    projects: [
      {
        extends: true,
        test: {
          name: 'server',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/built/**', 'test/web/**', ...pure, ...declared, alone],
          env: { TZ: 'UTC' },
        },
      },
      {
        extends: true,
        test: {
          name: 'pure',
          include: [...pure, ...declared, 'test/web/**/*.test.ts'],
          isolate: false,
          env: { TZ: 'UTC' },
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: [alone],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          env: { TZ: 'UTC' },
        },
      },
      ...zone('london', 'Europe/London'),
      ...zone('los-angeles', 'America/Los_Angeles'),
      ...zone('auckland', 'Pacific/Auckland'),
      {
        extends: true,
        test: {
          name: 'built',
          include: ['test/built/**/*.test.ts', 'test/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          env: { TZ: 'UTC' },
        },
      },
    ],
  },
})
