import { expect, it } from 'vitest'
import { alertsOfSchool } from '../../../db/queries/alert.ts'
import { everySchool } from '../../../db/queries/school.ts'
import { scopeOfSchool } from '../../../server/access/scope.ts'
import { createDesk } from '../../../server/api/desk.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import type { Clock } from '../../../server/clock.ts'
import { anApp, bringSampleIn } from '../../support/an-app.ts'
import { describeBothDatabases, type Open } from '../../support/databases.ts'

/** The school's application on a clock that anybody may set, and its alerts. */
async function aSchoolWithAClock(open: Open) {
  const database = await open()
  await bringSampleIn(database, (name) => !name.startsWith('session-marks'))
  let now = '2026-03-16T10:00:00.000Z'
  const clock: Clock = { today: () => isoDate(now.slice(0, 10)), now: () => now, elapsed: () => 0 }
  const { ask, deps } = anApp(database, '2026-03-16', { clock })
  const { id } = await everySchool(database.db).executeTakeFirstOrThrow()
  return {
    ask,
    set: (instant: string) => void (now = instant),
    evaluate: () => createDesk(deps).evaluateIfNewDay(),
    alerts: () => alertsOfSchool(database.db, scopeOfSchool(id), id).execute(),
  }
}

describeBothDatabases('a clock put back', (open) => {
  it('by an hour leaves the steps of an alert in their order, so that an answer is taken back rightly', async () => {
    const { ask, set, evaluate, alerts } = await aSchoolWithAClock(open)
    await evaluate()
    const { id } = (await alerts())[0]!
    const step = (name: string, version: number, body: object) =>
      ask('POST', `/api/alerts/${id}/${name}`, body, { 'if-match': `"${version}"` })
    await step('postpone', 1, { askAgainOn: '2026-03-23', note: 'The carer is away.' })
    set('2026-03-16T09:00:00.000Z')
    await step('answer', 2, { answer: 'done' })
    const undone = await step('reopen', 3, { undo: true })
    expect(undone.json).toMatchObject({
      state: 'postponed',
      askAgainOn: '2026-03-23',
      note: 'The carer is away.',
    })
    const { json } = await ask('GET', `/api/alerts/${id}`)
    expect(json.events.map((event: { step: string }) => event.step)).toEqual([
      'raised',
      'postponed',
      'answered',
      'reopened',
    ])
  })

  it('by an hour lets a record be corrected, the latest change first', async () => {
    const { ask, set } = await aSchoolWithAClock(open)
    const [child] = (await ask('GET', '/api/records/child')).json.records
    const path = `/api/records/child/${child.id}`
    const rename = (forename: string, version: number) =>
      ask('PUT', path, { fields: { ...child.fields, forename } }, { 'if-match': `"${version}"` })
    expect((await rename('Ama', 1)).status).toBe(200)
    set('2026-03-16T09:00:00.000Z')
    expect((await rename('Afia', 2)).json.fields.forename).toBe('Afia')
    const { json } = await ask('GET', path)
    expect([json.fields.forename, json.history[0].after.forename]).toEqual(['Afia', 'Afia'])
  })

  it('by a day raises nothing twice, and when it is right again all stands as before', async () => {
    const { set, evaluate, alerts } = await aSchoolWithAClock(open)
    await evaluate()
    const before = await alerts()
    set('2026-03-15T10:00:00.000Z')
    await evaluate()
    const meanwhile = await alerts()
    const keys = meanwhile.map(({ childId, ruleId, about }) => `${childId} ${ruleId} ${about}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(meanwhile.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    set('2026-03-16T10:05:00.000Z')
    await evaluate()
    const standing = ({ id, status, state, dueOn }: (typeof before)[number]) => ({ id, status, state, dueOn })
    expect((await alerts()).map(standing)).toEqual(before.map(standing))
  })
})
