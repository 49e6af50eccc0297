import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type OpenDatabase } from '../../../db/connect.ts'
import { migrate } from '../../../db/migrate.ts'
import { everySchool } from '../../../db/queries/school.ts'
import { roles } from '../../../server/access/permissions.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { demoDay, fillDemonstration } from '../../../server/demo/fill.ts'
import { inhabitDemonstration } from '../../../server/demo/inhabit.ts'
import type { DemoAccount } from '../../../server/demo/people.ts'
import { demonstrationOf } from '../../../server/demo/sign-in.ts'
import { aClock } from '../../support/a-clock.ts'
import { anApp, type Asked } from '../../support/an-app.ts'
import { describeBothDatabases } from '../../support/databases.ts'

const day = '2026-03-13'

describeBothDatabases('the people of the demonstration', (open) => {
  let database: OpenDatabase
  let people: readonly DemoAccount[]
  const demonstration = () => demonstrationOf(people)
  const cookieOf = (answer: Asked) => (answer.headers.get('set-cookie') ?? '').split(';')[0]!

  beforeAll(async () => {
    database = await open()
    await fillDemonstration(database, isoDate(day), aClock(day))
    people = await inhabitDemonstration(database, isoDate(day), aClock(day))
  })

  it('are one for each role, at invented addresses', () => {
    expect(people.map(({ role }) => role).toSorted()).toEqual([...roles].toSorted())
    for (const { email } of people) expect(email).toMatch(/\.example$/)
  })

  it('teach, or look after, children who are there', () => {
    expect(people.find(({ role }) => role === 'class-staff')?.childIds).toHaveLength(5)
    expect(people.find(({ role }) => role === 'education-adviser')?.childIds).toHaveLength(5)
  })

  it('have looked at children over the last school weeks, and not since', async () => {
    const events = await database.db
      .selectFrom('auditEvent')
      .selectAll()
      .where('accountId', 'is not', null)
      .orderBy('seq')
      .execute()
    expect(events.length).toBeGreaterThan(60)
    expect(events.length).toBeLessThan(250)
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted())
    expect(events.at(-1)!.at < day).toBe(true)
    expect(events.filter(({ action, childSet }) => action === 'view' && childSet === null)).toEqual([])
  })

  it('are signed in by one click, each at once in the role', async () => {
    for (const { accountId, role, name } of people) {
      const nobody = anApp(database, day, { as: 'nobody', demonstration: demonstration() })
      const answer = await nobody.ask('POST', '/api/demonstration/sign-in', { accountId })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('set-cookie')).toMatch(/^__Host-.*HttpOnly.*Secure/)
      const one = anApp(database, day, { as: { cookie: cookieOf(answer) } })
      expect((await one.ask('GET', '/api/rules')).status, name).toBe(200)
      const today = await one.ask('GET', '/api/today')
      const opens = !['class-staff', 'governor', 'administrator', 'data-protection-officer'].includes(role)
      expect(today.status, role).toBe(opens ? 200 : 403)
    }
  })

  it('cannot be made by a click: an account that is none of theirs is not found', async () => {
    const { ask } = anApp(database, day, { as: 'nobody', demonstration: demonstration() })
    for (const accountId of ['', 'x', crypto.randomUUID()])
      expect((await ask('POST', '/api/demonstration/sign-in', { accountId })).status).toBe(404)
  })

  it('are nobody’s to sign in as where there is no demonstration', async () => {
    const { ask } = anApp(database, day, { as: 'nobody' })
    const { accountId } = people[0]!
    expect((await ask('POST', '/api/demonstration/sign-in', { accountId })).status).toBe(404)
  })

  it('belong to the one school', async () => {
    expect(await everySchool(database.db).execute()).toHaveLength(1)
  })
})

describe('the demonstration', () => {
  it.each(['2025-09-01', '2026-01-05', '2026-08-12', '2026-11-20'])('is inhabited on %s too', async (on) => {
    const database = await openDatabase({ kind: 'sqlite', file: ':memory:' })
    await migrate(database)
    const day = demoDay(isoDate(on))
    await fillDemonstration(database, day, aClock(on))
    expect(await inhabitDemonstration(database, day, aClock(on))).toHaveLength(9)
    await database.close()
  })
})
