import { expect, it } from 'vitest'
import { postgresServer } from '../databases.ts'

it('fails beside a running server', async () => {
  await postgresServer()
  expect('what it is').toBe('what it should be')
})
