import { beforeAll, expect, it } from 'vitest'
import { openDatabase, type OpenDatabase } from '../../../../db/connect.ts'
import { migrate } from '../../../../db/migrate.ts'
import { anApp, type Ask } from '../../../support/an-app.ts'
import { twoSchools } from '../../../support/two-schools.ts'

let database: OpenDatabase
let id: string
let teacher: Ask
let governor: Ask

beforeAll(async () => {
  database = await openDatabase({ kind: 'sqlite', file: ':memory:' })
  await migrate(database)
  const { own } = await twoSchools(database)
  id = own.report.published
  teacher = anApp(database).ask
  governor = anApp(database, undefined, { as: 'governor' }).ask
}, 60_000)

const report = () =>
  database.db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const warningsOf = async (words: string) => {
  const { status, json } = await teacher('POST', `/api/reports/${id}/warnings`, { words })
  expect(status).toBe(200)
  return json.warnings as string[]
}
async function note(minute: string) {
  const { version } = await report()
  const seen = { 'if-match': `"${version}"` }
  return teacher('POST', `/api/reports/${id}/minute`, { on: '2026-03-13', minute }, seen)
}

it('what a minute would give away is told before governors read it, and nothing is kept of it', async () => {
  const before = await report()
  expect(await warningsOf('Received with thanks; the board asked for a report on reading.')).toEqual([])
  expect(await warningsOf('The board asked after Ikram.')).toEqual([
    expect.stringMatching(/^“Ikram” is the name of a child here\./),
  ])
  expect(await warningsOf('The board heard of a boy in Year 9 who was suspended.')).not.toEqual([])
  expect(await report()).toEqual(before)
})

it('counts are too few to be told up to the threshold of the report', async () => {
  const words = 'The board heard that seven of our looked-after children were absent.'
  expect(await warningsOf(words)).toEqual([])
  await database.db.updateTable('report').set({ threshold: 9 }).where('id', '=', id).execute()
  expect(await warningsOf(words)).toHaveLength(1)
  await database.db.updateTable('report').set({ threshold: 5 }).where('id', '=', id).execute()
})

it('a minute that names a child is noted all the same, and is warned of until it is changed', async () => {
  const mine = async () => (await teacher('GET', `/api/reports/${id}`)).json.mine.minuteWarnings as string[]
  expect(await mine()).toEqual([])
  expect((await note('The board asked after Ikram.')).status).toBe(200)
  expect(await mine()).toEqual([expect.stringContaining('“Ikram” is the name of a child here.')])
  expect((await note('The board asked for a report on reading.')).status).toBe(200)
  expect(await mine()).toEqual([])
})

it('a governor is told of no warning, and cannot try which words are names', async () => {
  await note('The board asked after Ikram.')
  const page = await governor('GET', `/api/reports/${id}`)
  expect([page.status, page.json.mine]).toEqual([200, null])
  const asked = await governor('POST', `/api/reports/${id}/warnings`, { words: 'Ikram Nguyen' })
  expect(asked.status).toBe(403)
  expect(asked.text).not.toContain('Ikram')
})
