import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const run = fileURLToPath(new URL('support/a-failing-run', import.meta.url))

it('a run in which a test fails ends with an error, though a server was started for it', () => {
  const { status, stderr } = spawnSync('npx', ['vitest', 'run', '-c', `${run}/vitest.config.ts`], {
    encoding: 'utf8',
  })
  expect(stderr).toContain('what it should be')
  expect(status).toBe(1)
}, 120_000)
