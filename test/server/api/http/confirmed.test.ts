import { Hono } from 'hono'
import { beforeAll, expect, it } from 'vitest'
import { openDatabase, type OpenDatabase } from '../../../../db/connect.ts'
import { migrate } from '../../../../db/migrate.ts'
import { aCookie, anAccount } from '../../../support/accounts.ts'
import { anApp, bringSampleIn } from '../../../support/an-app.ts'

let database: OpenDatabase

beforeAll(async () => {
  database = await openDatabase({ kind: 'sqlite', file: ':memory:' })
  await migrate(database)
  await bringSampleIn(database, (name) => /school\.json|children\.csv/.test(name))
})

/** Takes the cohort away as a file, some minutes after the last factor was shown; the clock says 09:30. */
async function takeAway(shownAt: string, given: Parameters<typeof anApp>[2] = {}) {
  const { accountId } = await anAccount(database.db, ['designated-teacher'])
  const cookie = await aCookie(database.db, accountId, `2026-03-13T${shownAt}:00.000Z`)
  const { ask } = anApp(database, '2026-03-13', { ...given, as: { cookie } })
  const { status, json } = await ask('POST', '/api/cohort/export', {})
  return [status, json?.code]
}

it.each([
  ['five minutes ago', '09:25', [200, undefined]],
  ['six minutes ago', '09:24', [403, 'confirm']],
  ['after a clock was put back', '09:31', [403, 'confirm']],
])('a file is taken away only by who showed a factor lately: %s', async (_, shownAt, expected) => {
  expect(await takeAway(shownAt)).toEqual(expected)
})

it('people of a demonstration, who have no factor, are not asked for one', async () => {
  const demonstration = { people: [], routes: () => new Hono() }
  expect(await takeAway('09:20', { demonstration })).toEqual([200, undefined])
})
