import { beforeEach, expect, it } from 'vitest'
import type { OpenDatabase } from '../../../../db/connect.ts'
import { scopeOfSchool } from '../../../../server/access/scope.ts'
import { loadSchoolCalendar } from '../../../../server/alerts/load-school-calendar.ts'
import { describeBothDatabases } from '../../../support/databases.ts'
import { anApp, aSchoolSetUp, bringSampleIn, type Ask } from '../../../support/an-app.ts'

describeBothDatabases('the school', (open) => {
  let database: OpenDatabase
  let ask: Ask
  beforeEach(async () => {
    database = await open()
    ;({ ask } = anApp(database))
  })

  it('is nowhere before it is set up, and empty after', async () => {
    expect((await ask('GET', '/api/school')).json).toEqual({ setUp: false, today: '2026-03-13' })
    expect((await ask('GET', '/api/authorities')).json.authorities.length).toBeGreaterThan(150)
    await aSchoolSetUp(database)
    expect((await ask('GET', '/api/school')).json).toMatchObject({
      setUp: true,
      name: 'Invented School',
      laestab: '9994002',
      authorityCode: '302',
      demonstration: false,
      calendarKnown: false,
      terms: [],
      position: null,
      counts: { children: 0, onRoll: 0, cohort: 0 },
    })
    expect((await ask('GET', '/api/today')).json.counts).toMatchObject({ breach: 0, due: 0, watch: 0 })
  })

  it('says where a day lies in its year', async () => {
    await bringSampleIn(database, (name) => /school|term|children/.test(name))
    const { json } = await ask('GET', '/api/school')
    expect(json).toMatchObject({ isToday: true, isSchoolDay: true, year: '2025/26', calendarKnown: true })
    expect(json.position).toMatchObject({ season: 'spring', week: 9, weeks: 11, schoolDaysLeft: 10 })
    expect(json.terms.map(({ schoolDays }: { schoolDays: string[] }) => schoolDays.length)).toHaveLength(3)
    const { json: holiday } = await ask('GET', '/api/school?on=2026-04-02')
    expect(holiday).toMatchObject({
      isToday: false,
      isSchoolDay: false,
      evaluatesOn: '2026-04-02',
      position: null,
    })
  })

  it('takes local choices of rules that exist, and goes back to the usual ones', async () => {
    await bringSampleIn(database, (name) => /school|term|children|care|suspensions/.test(name))
    const choose = (options: object) => ask('PUT', '/api/school/options', { options })
    const value = async () => {
      const { json } = await ask('GET', '/api/rules')
      const rule = json.rules.find(({ id }: { id: string }) => id === 'suspension-repeated')
      const option = rule.options.find(({ name }: { name: string }) => name === 'inTerm')
      return [option.value, option.usual, rule.counts.watch]
    }
    const [usual, , watched] = await value()
    expect((await choose({ 'suspension-repeated': { inTerm: 9 } })).json.options).toEqual({
      'suspension-repeated': { inTerm: 9 },
    })
    const [chosen, still, fewer] = await value()
    expect([chosen, still]).toEqual([9, usual])
    expect(fewer).toBeLessThan(watched)
    await choose({ 'suspension-repeated': { inTerm: null } })
    expect(await value()).toEqual([usual, usual, watched])
    expect((await choose({ 'no-such-rule': { inTerm: 1 } })).status).toBe(422)
    expect((await choose({ 'suspension-repeated': { constructor: 1 } })).status).toBe(422)
    expect((await choose({ 'suspension-repeated': { inTerm: 1.5 } })).status).toBe(422)
    expect((await choose({ 'suspension-repeated': { inTerm: 1000 } })).status).toBe(200)
    expect((await choose({ 'suspension-repeated': { inTerm: 1001 } })).status).toBe(422)
    expect((await choose({ 'suspension-repeated': { inTerm: -1 } })).status).toBe(422)
  })

  it('says when its afternoon ends, and its days are counted by that', async () => {
    const school = await aSchoolSetUp(database)
    const ends = async (afternoonEnds: number | null) => {
      const { status } = await ask('PUT', '/api/school/options', {
        options: { 'education-notice-late': { afternoonEnds } },
      })
      const calendar = await loadSchoolCalendar(database.db, scopeOfSchool(school.id), school.id)
      return [status, calendar.afternoonEnds]
    }
    expect(await ends(null)).toEqual([200, '15:30'])
    expect(await ends(12 * 60 - 1)).toEqual([422, '15:30'])
    expect(await ends(12 * 60)).toEqual([200, '12:00'])
    expect(await ends(18 * 60 + 1)).toEqual([422, '12:00'])
    expect(await ends(18 * 60)).toEqual([200, '18:00'])
    expect(await ends(null)).toEqual([200, '15:30'])
  })

  it('names the authorities it has to do with: its own, and those that look after its children', async () => {
    expect((await ask('GET', '/api/authorities')).json.inUse).toEqual([])
    await bringSampleIn(database, (name) => /school.json|children|care/.test(name))
    const { inUse, authorities } = (await ask('GET', '/api/authorities')).json
    const names = (authorities as { code: string; name: string }[])
      .filter(({ code }) => inUse.includes(code))
      .map(({ name }) => name)
    expect(inUse[0]).toBe('919')
    expect(names).toEqual(['Barnet', 'Central Bedfordshire', 'Enfield', 'Essex', 'Hertfordshire', 'Luton'])
  })

  it('learns the number of a Virtual School, once for everybody', async () => {
    await aSchoolSetUp(database)
    const change = { name: 'Barnet', virtualSchoolPhone: '020 7946 0118', virtualSchoolEmail: null }
    const put = (body: object, version: string) =>
      ask('PUT', '/api/authorities/302', body, { 'if-match': version })
    expect((await put(change, '"1"')).json).toMatchObject({ ...change, code: '302', version: 2 })
    expect((await put({ ...change, virtualSchoolPhone: null }, '"1"')).json).toMatchObject({
      code: 'changed-meanwhile',
      current: { virtualSchoolPhone: '020 7946 0118' },
    })
    expect((await put({ ...change, virtualSchoolPhone: 'ring me' }, '"2"')).json.field).toBe(
      'virtualSchoolPhone',
    )
    expect((await put({ ...change, virtualSchoolEmail: 'not-an-address' }, '"2"')).json.field).toBe(
      'virtualSchoolEmail',
    )
    const { json } = await ask('GET', '/api/authorities')
    expect(json.authorities.find(({ code }: { code: string }) => code === '302')).toMatchObject(change)
  })
})
