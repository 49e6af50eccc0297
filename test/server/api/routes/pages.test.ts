import { gunzipSync } from 'node:zlib'
import { beforeAll, expect, it } from 'vitest'
import type { OpenDatabase } from '../../../../db/connect.ts'
import { createDesk } from '../../../../server/api/desk.ts'
import { describeBothDatabases } from '../../../support/databases.ts'
import { anApp, bringSampleIn, type Ask } from '../../../support/an-app.ts'

interface Row {
  id: string
  name: string
  pep: Record<string, { state: string; text: string; detail: string } | null>
  attendance: { absent: number; possible: number; rate: number; canStillMiss: number } | null
  suspension: { termHalfDays: number; yearHalfDays: number; yearLevel: string }
}

describeBothDatabases('the pages of the sample school', (open) => {
  let database: OpenDatabase
  let ask: Ask
  let app: ReturnType<typeof anApp>['app']
  let cookie: ReturnType<typeof anApp>['cookie']
  let rows: Row[]
  const rowOf = (name: string) => rows.find((row) => row.name === name)!

  beforeAll(async () => {
    database = await open()
    await bringSampleIn(database)
    const made = anApp(database)
    ;({ app, ask, cookie } = made)
    await createDesk(made.deps).evaluateAll()
    rows = (await ask('GET', '/api/cohort')).json.rows
  })

  it('the cohort is who is on roll and has, or had, a social worker, each in one group', async () => {
    const { json } = await ask('GET', '/api/cohort')
    expect(json.counts).toEqual({ cla: 18, 'social-worker': 8, 'previously-cla': 3, ever6: 3, kinship: 1 })
    expect(rows).toHaveLength(33)
    expect(rows.map(({ name }) => name)).not.toContain('Harry Hughes')
    expect(json.currentPep).toEqual({ term: 'spring', lastSchoolDay: '2026-03-27', schoolDaysLeft: 10 })
  })

  it('a cell of a PEP says its state, its day, and what it was like', () => {
    expect(rowOf('Chidi Taylor').pep).toMatchObject({
      autumn: { state: 'late', text: 'Late, 8 Jan', detail: 'held 15 Dec' },
      spring: { state: 'to-hold', text: 'To hold', detail: 'by 27 Mar' },
      summer: { state: 'ahead', text: 'From 6 Apr' },
    })
    expect(rowOf('Ikram Nguyen').pep['autumn']).toMatchObject({
      state: 'on-time',
      text: 'Done 8 Oct',
      detail: 'amber',
    })
    expect(rowOf('Tomasz Håkansson').pep['spring']).toMatchObject({ state: 'to-complete' })
    expect(rowOf('Aisha Begum').pep).toEqual({ autumn: null, spring: null, summer: null })
  })

  it('absence is the exact pair beside the rate, and what can still be missed', () => {
    expect(rowOf('Yusuf Smith').attendance).toMatchObject({
      absent: 23,
      possible: 230,
      rate: 10,
      canStillMiss: 14,
    })
    expect(rowOf('Chidi Taylor').attendance).toMatchObject({
      absent: 59,
      possible: 233,
      rate: 25.3,
      canStillMiss: 0,
    })
    expect(rowOf('Chloé Żółkiewski').attendance).toMatchObject({ possible: 0, rate: null })
  })

  it('suspensions are counted in half days by term and year', () => {
    expect(rowOf('Aisha Begum').suspension).toMatchObject({
      termHalfDays: 31,
      yearHalfDays: 91,
      yearLevel: 'block',
    })
    expect(rowOf('Anaïs Ramírez')).toBeUndefined()
  })

  it('the sums above the rows are those of the rows', async () => {
    const { json } = await ask('GET', '/api/cohort')
    for (const { term, counts } of json.pepByTerm) {
      const states = rows.flatMap(({ pep }) => pep[term]?.state ?? [])
      for (const [state, count] of Object.entries(counts))
        expect([term, state, count]).toEqual([term, state, states.filter((each) => each === state).length])
    }
    const terms = new Set(
      json.absenceContext.map(({ group, area }: { group: string; area: string }) => `${area} ${group}`),
    )
    expect(terms).toContain('England cla')
    expect(terms).toContain('Hertfordshire social-worker')
  })

  it('today counts what its cards show, and each open alert has one', async () => {
    const { json } = await ask('GET', '/api/today')
    for (const group of ['breach', 'due', 'watch']) {
      const cards = json.groups[group].flatMap((entry: { cards: object[] }) => entry.cards)
      expect([group, cards.length]).toEqual([group, json.counts[group]])
      for (const card of cards) expect(card).toMatchObject({ status: group, state: 'open', version: 1 })
    }
    expect(json.horizon).toBe('2026-03-27')
    expect(json.days.map(({ on }: { on: string }) => on)).toHaveLength(11)
    expect(json.before.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(
      json.counts.breach,
    )
    const together = json.groups.due.find(({ cards }: { cards: object[] }) => cards.length >= 3)
    expect(together.cards[0]).toMatchObject({ ruleId: 'termly-pep-missing', dueOn: '2026-03-27' })
  })

  it('a child’s page holds the year, whom to ring, every finding and every record', async () => {
    const { json } = await ask('GET', `/api/children/${rowOf('Chidi Taylor').id}`)
    expect(json.child).toMatchObject({
      name: 'Chidi Taylor',
      statuses: ['cla'],
      group: 'cla',
      authority: 'Barnet',
    })
    expect(json.ring.people[0].missing).toBe('No number for Barnet Virtual School: add one')
    expect(json.yearLine.suspensions.map(({ halfDays }: { halfDays: number }) => halfDays)).toEqual([8, 4])
    expect(json.yearLine.runs).toEqual([
      expect.objectContaining({ sixthDay: '2026-01-22', responsible: 'school' }),
    ])
    expect(json.sessions.days).toHaveLength(190)
    expect(json.sessions.codes.E).toEqual({ meaning: expect.any(String), class: 'AUTH' })
    expect(json.findings.map(({ area }: { area: string }) => area)).toEqual(
      expect.arrayContaining(['pep', 'attendance', 'suspension']),
    )
    const suspended = json.timeline.find(
      ({ kind, on }: { kind: string; on: string }) => kind === 'suspension' && on === '2026-01-21',
    )
    expect(suspended.duties[0]).toMatchObject({
      status: 'breach',
      ruleId: expect.stringContaining('contacted-before'),
    })
    const days = json.timeline.map(({ on }: { on: string | null }) => on ?? '')
    expect(days).toEqual(days.toSorted().toReversed())
  })

  it('a child is found by what people type, accents and case aside, those on roll first', async () => {
    const find = async (text: string) =>
      (await ask('POST', '/api/children/search', { text })).json.children.map(
        ({ name }: { name: string }) => name,
      )
    expect(await find('zolk')).toEqual(['Chloé Żółkiewski'])
    expect(await find("d'andre o")).toEqual(["D'Andre Ó Súilleabháin"])
    expect(await find('osei')).toHaveLength(3)
    expect(await find('')).toEqual([])
    expect(await find('%')).toEqual([])
  })

  it('the export is the table, in a file that no spreadsheet runs', async () => {
    const { headers, text } = await ask('POST', '/api/cohort/export', {})
    expect(headers.get('content-disposition')).toBe('attachment; filename="cohort-2026-03-13.csv"')
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const lines = text.trimEnd().split('\r\n')
    expect(lines).toHaveLength(34)
    expect(lines.find((line) => line.startsWith('Yusuf Smith'))).toContain(',230,23,10,14,')
  })

  it('every rule says its source and what it finds', async () => {
    const { json } = await ask('GET', '/api/rules')
    expect(json.rules.length).toBeGreaterThan(25)
    const termly = json.rules.find(({ id }: { id: string }) => id === 'termly-pep-missing')
    expect(termly).toMatchObject({ area: 'pep', inForce: true, source: { short: expect.any(String) } })
    expect(termly.counts.breach).toBeGreaterThan(3)
  })

  it('another day is worked out as at that day', async () => {
    const { json } = await ask('GET', '/api/cohort?on=2025-12-31')
    const chidi = json.rows.find(({ name }: Row) => name === 'Chidi Taylor')
    expect(chidi.pep).toMatchObject({ autumn: { state: 'to-complete' }, spring: { state: 'ahead' } })
    expect(json).toMatchObject({ on: '2025-12-31', evaluatesOn: '2025-12-31' })
  })

  it('the packed answer is the same answer', async () => {
    const answer = await app.request('/api/cohort', {
      headers: { 'accept-encoding': 'gzip', cookie: (await cookie()) ?? '' },
    })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    const text = gunzipSync(Buffer.from(await answer.arrayBuffer())).toString()
    expect(JSON.parse(text)).toEqual((await ask('GET', '/api/cohort')).json)
  })

  it('an answer holds until somebody writes, in whatever process', async () => {
    const other = anApp(database)
    const before = (await ask('GET', '/api/cohort')).text
    expect((await ask('GET', '/api/cohort')).text).toBe(before)
    const id = rowOf('Ikram Nguyen').id
    const fields = {
      ...(await other.ask('GET', `/api/records/child/${id}`)).json.fields,
      preferredName: 'Iki',
    }
    await other.ask('PUT', `/api/records/child/${id}`, { fields }, { 'if-match': '"1"' })
    const after = (await ask('GET', '/api/cohort')).json
    expect(after.rows.find((row: Row) => row.id === id).name).toBe('Iki Nguyen')
  })
})
