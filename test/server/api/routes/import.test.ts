import { expect, it } from 'vitest'
import type { OpenDatabase } from '../../../../db/connect.ts'
import { childrenOfSchool } from '../../../../db/queries/child.ts'
import { importRunsOfSchool } from '../../../../db/queries/import-run.ts'
import { openAlertsOfSchool } from '../../../../db/queries/alert.ts'
import { everySchool } from '../../../../db/queries/school.ts'
import { scopeOfSchool } from '../../../../server/access/scope.ts'
import { anApp, bringSampleIn } from '../../../support/an-app.ts'
import { describeBothDatabases } from '../../../support/databases.ts'
import { csv, sampleFile, sampleLines, sampleLists, sampleText, send } from '../../../support/import-files.ts'

const lists = (name: string) => !name.startsWith('session-marks')

const held = async ({ db }: OpenDatabase) => {
  const school = await everySchool(db).executeTakeFirst()
  if (!school) return null
  const scope = scopeOfSchool(school.id)
  return {
    revision: school.revision,
    children: await childrenOfSchool(db, scope, school.id).execute(),
    runs: await importRunsOfSchool(db, scope, school.id).execute(),
    alerts: await openAlertsOfSchool(db, scope, school.id).execute(),
  }
}

const children = csv('children.csv', ...sampleLines('children.csv', 'Nguyen'))
const leaving = csv(
  'children.csv',
  ...sampleLines('children.csv', 'Nguyen').map((line, at) => (at === 0 ? line : `${line}2026-03-12`)),
)

describeBothDatabases('the import through the application', (open) => {
  it('an empty installation is told that it needs its school first', async () => {
    const database = await open()
    const { app } = anApp(database)
    expect((await send(app, 'preview', [children])).code).toBe('no-school')
    expect((await send(app, 'run', [children])).code).toBe('no-school')
    expect(await held(database)).toBeNull()
  })

  it('a preview says what the files are and would do, and writes nothing, not even the school', async () => {
    const database = await open()
    const { app } = anApp(database)
    const { view } = await send(app, 'preview', sampleLists())
    expect(view).toMatchObject({ result: 'done', canRun: true, revision: 0, school: { isNew: true } })
    expect(view.counts.find(({ source }) => source === 'children')).toMatchObject({ added: 40 })
    expect(view.children).toEqual({ named: 40, matched: 40 })
    const file = view.files.find(({ name }) => name === 'children.csv')!
    expect(file).toMatchObject({ encoding: 'UTF-8', rows: 40, dateFormat: 'yyyy-mm-dd' })
    expect(await held(database)).toBeNull()
  })

  it('a run brings in what the preview showed, and works the alerts out', async () => {
    const database = await open()
    const { app, ask } = anApp(database)
    const before = (await send(app, 'preview', sampleLists())).view
    const { view } = await send(app, 'run', sampleLists(), { previewedAt: before.revision })
    expect(view.result).toBe('done')
    expect(view.counts).toEqual(before.counts)
    const now = (await held(database))!
    expect(now.children).toHaveLength(40)
    expect(now.alerts.length).toBeGreaterThan(0)
    const { json } = await ask('GET', '/api/import')
    expect(json.runs).toHaveLength(1)
    expect(json.runs[0].files.map(({ name }: { name: string }) => name)).toContain('children.csv')
    expect((await send(app, 'preview', sampleLists())).view).toMatchObject({
      result: 'nothing',
      canRun: false,
    })
  })

  it('a preview tells which duties would open, change or close, as the run then finds them', async () => {
    const database = await open()
    await bringSampleIn(database, lists)
    const { app } = anApp(database)
    const chidi = sampleText('children.csv')
      .split('\n')
      .find((line) => line.includes('Chidi'))!
      .slice(0, 13)
    const meeting = csv(
      'pep.csv',
      sampleLines('pep-meetings.csv', 'nobody')[0]!,
      `${chidi},2026-03-10,2026-03-12,green,social-worker;designated-teacher;carer,yes`,
    )
    const { view } = await send(app, 'preview', [meeting])
    expect(view.meaning?.on).toBe('2026-03-13')
    expect(view.meaning?.children.map(({ name }) => name)).toEqual(['Chidi Taylor'])
    const items = view.meaning!.children[0]!.items
    expect(items.filter(({ turn }) => turn === 'closes').map(({ ruleId }) => ruleId)).toContain(
      'termly-pep-missing',
    )
    for (const { turn, after, before } of items) {
      expect(after).not.toBe('')
      expect(before === null).toBe(turn === 'opens')
    }
    const other = await send(app, 'preview', [meeting], undefined, { query: '?on=2026-03-27' })
    expect(other.view.meaning?.on).toBe('2026-03-27')
    const strange = await send(app, 'preview', [meeting], undefined, { query: '?on=soon' })
    expect([strange.status, strange.code]).toEqual([400, 'bad-query'])
  })

  it('a preview shows which marks would be replaced, by what, with the words of their codes', async () => {
    const database = await open()
    await bringSampleIn(database)
    const { app } = anApp(database)
    const line = sampleText('session-marks.csv')
      .split('\n')
      .find((each) => each.includes('2026-03-12,PM,\\'))!
    const upn = line.slice(0, 13)
    const marks = csv(
      'marks.csv',
      'upn,date,session,mark',
      `${upn},2026-03-12,PM,O`,
      `${upn},2026-03-13,PM,I`,
    )
    const { view } = await send(app, 'preview', [marks])
    expect(view.markChanges).toMatchObject([
      {
        on: '2026-03-12',
        session: 'PM',
        before: '\\ present in the afternoon',
        after: 'O absent without authorisation',
      },
      { on: '2026-03-13' },
    ])
    expect(view.files[0]?.marks?.byCode.map(({ code }) => code).toSorted()).toEqual(['I', 'O'])
  })

  it('a change of somebody else since the preview stops the run', async () => {
    const database = await open()
    await bringSampleIn(database, lists)
    const { app } = anApp(database)
    const { view } = await send(app, 'preview', [leaving])
    await send(app, 'run', [leaving])
    const before = await held(database)
    const late = await send(app, 'run', [leaving], { previewedAt: view.revision })
    expect(late.code).toBe('stale')
    expect(await held(database)).toEqual(before)
  })

  it('an older file is asked about, and goes in when it is meant', async () => {
    const database = await open()
    await bringSampleIn(database, lists)
    const { app } = anApp(database)
    await send(app, 'run', [leaving])
    const asked = await send(app, 'run', [sampleFile('children.csv')])
    expect(asked.view).toMatchObject({ result: 'refused', canRun: false, questions: [{ kind: 'older' }] })
    const decisions = { conflicts: {}, meant: ['older'] }
    expect((await send(app, 'run', [sampleFile('children.csv')], { decisions })).view.result).toBe('done')
  })

  it('what a file’s own columns mean is said once and remembered', async () => {
    const database = await open()
    await bringSampleIn(database, lists)
    const { app } = anApp(database)
    const own = (leftOn: string) => {
      const [, row] = sampleLines('children.csv', 'Nguyen')
      return csv('ours.csv', 'Number,Family,Given,Born,Group,Came,Went', `${row}${leftOn}`)
    }
    const unknown = (await send(app, 'preview', [own('2026-03-11')])).view
    expect(unknown.files[0]).toMatchObject({ status: 'unknown' })
    const mapping = {
      Number: 'upn',
      Family: 'surname',
      Given: 'forename',
      Born: 'date_of_birth',
      Group: 'year_group',
      Came: 'admitted_on',
      Went: 'left_on',
    }
    const mappings = [{ source: 'children', header: unknown.files[0]!.shape, mapping }]
    expect((await send(app, 'preview', [own('2026-03-11')], { mappings })).view.result).toBe('done')
    expect((await send(app, 'preview', [own('2026-03-11')])).view.files[0]?.status).toBe('unknown')
    expect((await send(app, 'run', [own('2026-03-11')], { mappings })).view.result).toBe('done')
    const next = (await send(app, 'preview', [own('2026-03-12')])).view
    expect(next.files[0]).toMatchObject({ status: 'ready', source: 'children', remembered: true })
  })

  it('a school that is not ours is refused whatever is said of it', async () => {
    const database = await open()
    await bringSampleIn(database, lists)
    const { app } = anApp(database)
    const other = csv('school.json', sampleText('school.json').replace('999001', '999002'))
    const decisions = { conflicts: {}, meant: ['other-school', 'older'] }
    const { view } = await send(app, 'run', [other, leaving], { decisions })
    expect(view.result).toBe('refused')
    expect(view.problems).toMatchObject([{ code: 'other-school' }])
    expect(view.meaning).toBeNull()
  })

  it('somebody who goes away while files are written leaves nothing behind', async () => {
    const database = await open()
    await bringSampleIn(database, (name) => name === 'school.json' || name === 'term-dates.csv')
    const before = await held(database)
    let looks = 0
    const { app } = anApp(database, '2026-03-13', {
      clock: {
        today: () => '2026-03-13' as never,
        now: () => '2026-03-13T07:00:00.000Z',
        elapsed: () => (looks += 1000),
      },
    })
    const body = new FormData()
    for (const file of sampleLists()) body.append('files', file, file.name)
    const answer = await app.request('/api/import/run', { method: 'POST', body })
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
    let seen = ''
    while (!seen.includes('"writing"')) seen += (await reader.read()).value ?? ''
    await reader.cancel()
    // A write of ours waits for the run's to end, whichever way.
    await database.db.transaction().execute(async () => undefined)
    expect(await held(database)).toEqual(before)
  })
})

const upn = sampleLines('children.csv', 'Nguyen')[1]!.slice(0, 13)
const childHeader = sampleLines('children.csv', 'Nguyen')[0]!
const good = sampleLines('children.csv', 'Nguyen')[1]!
const wrongLetter = `${upn.startsWith('A') ? 'B' : 'A'}${upn.slice(1)}`

const badFiles: [what: string, file: File, problem: object][] = [
  ['an empty file', new File([''], 'children.csv'), {}],
  ['a header alone', csv('children.csv', childHeader), { code: 'no-rows' }],
  [
    'a needed column that is missing',
    csv('children.csv', 'upn,surname,forename', `${upn},A,B`),
    { code: 'missing-columns' },
  ],
  [
    'a column named twice',
    csv('children.csv', `${childHeader},UPN`, `${good},x`),
    { code: 'repeated-column' },
  ],
  ['bytes of no text', new File([Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0])], 'children.csv'), {}],
  ['a quotation mark that never ends', csv('children.csv', childHeader, `"${good}`), {}],
  ['a NUL', csv('children.csv', childHeader, good.replace('Nguyen', 'Ngu\u0000yen')), {}],
  [
    'a day that the calendar does not have',
    csv('children.csv', childHeader, `${good}2026-02-31`),
    { line: 2, column: 'left_on' },
  ],
  [
    'a year of two digits',
    csv('children.csv', childHeader, `${good}03/04/05`),
    { line: 2, column: 'left_on' },
  ],
  [
    'a day as a spreadsheet’s number',
    csv('children.csv', childHeader, `${good}45987`),
    { line: 2, column: 'left_on' },
  ],
  [
    'a pupil number with the wrong check letter',
    csv('children.csv', childHeader, good.replace(upn, wrongLetter)),
    { line: 2, column: 'upn' },
  ],
  [
    'a pupil number as a spreadsheet spoils it',
    csv('children.csv', childHeader, good.replace(upn, '1.23E+12')),
    { line: 2, column: 'upn' },
  ],
  ['the same child twice', csv('children.csv', childHeader, good, good), { line: 3, code: 'repeated-row' }],
  [
    'a mark with no such code',
    csv('marks.csv', 'upn,date,session,mark', `${upn},2026-03-12,PM,95%`),
    { line: 2, column: 'mark' },
  ],
  [
    'a mark on a Sunday',
    csv('marks.csv', 'upn,date,session,mark', `${upn},2026-03-08,PM,/`),
    { line: 2, code: 'weekend' },
  ],
  [
    'a code that was retired',
    csv('marks.csv', 'upn,date,session,mark', `${upn},2026-03-12,PM,J`),
    { line: 2, code: 'code-not-in-use' },
  ],
  [
    'columns that would set what no file may set',
    csv('x.csv', '__proto__,constructor,id,school_id,role', 'a,b,c,d,e'),
    { code: 'unknown-file' },
  ],
]

describeBothDatabases('bad files through the application', (open) => {
  it('each is refused with its line and a sentence, and nothing of its run goes in', async () => {
    const database = await open()
    await bringSampleIn(database, lists)
    const { app } = anApp(database)
    const before = await held(database)
    for (const [what, file, problem] of badFiles) {
      const { status, view } = await send(app, 'run', [
        file,
        csv('care-episodes.csv', sampleText('care-episodes.csv')),
      ])
      expect([what, status, view.result]).toEqual([what, 200, 'refused'])
      expect(view.problems[0], what).toMatchObject(problem)
      expect(view.problems[0]!.message, what).toMatch(/^[^\n]{15,}\.$/)
      expect(view.problemsCsv, what).toContain(view.problems[0]!.code)
      expect(await held(database), what).toEqual(before)
    }
  })

  it('one bad row among five thousand marks keeps all of them out', async () => {
    const database = await open()
    await bringSampleIn(database, lists)
    const { app } = anApp(database)
    const before = await held(database)
    const rows = sampleText('session-marks.csv').trim().split('\n')
    const { view } = await send(app, 'run', [csv('marks.csv', ...rows, `${upn},2026-03-12,XM,/`)])
    expect(view.problems).toMatchObject([{ line: rows.length + 1, column: 'session' }])
    expect(await held(database)).toEqual(before)
  })

  it('names of every kind, markup and formulas are kept as they are written', async () => {
    const database = await open()
    await bringSampleIn(database, lists)
    const { app } = anApp(database)
    const names = ['O’Neill', 'Ngũgĩ', '李', 'Null', '=HYPERLINK("http://x.example")', '<b onclick=1>', '-5']
    for (const name of names) {
      const line = good.replace('Nguyen', `"${name.replaceAll('"', '""')}"`)
      const decisions = { conflicts: {}, meant: ['older'] }
      expect(
        (await send(app, 'run', [csv('children.csv', childHeader, line)], { decisions })).view.result,
      ).toBe('done')
      const { children: now } = (await held(database))!
      expect(now.find((child) => child.upn === upn)?.surname).toBe(name)
    }
  })

  it('the same files sent twice at once go in once', async () => {
    const database = await open()
    await bringSampleIn(database, (name) => name === 'school.json')
    const { app } = anApp(database)
    const both = await Promise.all([send(app, 'run', sampleLists()), send(app, 'run', sampleLists())])
    expect(both.map(({ view }) => view.result).toSorted()).toEqual(['done', 'nothing'])
    expect((await held(database))!.runs).toHaveLength(2)
  })
})

describeBothDatabases('what is asked of the import in a wrong way', (open) => {
  it('is refused in words before any file is read', async () => {
    const database = await open()
    await bringSampleIn(database, lists)
    const { app } = anApp(database)
    const before = await held(database)
    const json = await app.request('/api/import/run', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    })
    expect(json.status).toBe(415)
    const packed = await send(app, 'run', [leaving], undefined, { headers: { 'content-encoding': 'gzip' } })
    expect([packed.status, packed.code]).toEqual([415, 'not-files'])
    expect(await send(app, 'run', [])).toMatchObject({ status: 400, code: 'no-files' })
    expect(await send(app, 'run', [leaving], '{')).toMatchObject({ status: 400, code: 'malformed' })
    expect(
      await send(app, 'run', [leaving], { decisions: { conflicts: { x: 'burn' }, meant: [] } }),
    ).toMatchObject({
      status: 422,
    })
    expect(await send(app, 'run', [leaving], { schoolId: 'x' })).toMatchObject({ status: 422 })
    const large = await app.request('/api/import/preview', {
      method: 'POST',
      body: 'x',
      headers: {
        'content-type': 'multipart/form-data; boundary=b',
        'content-length': String(300 * 1024 * 1024),
      },
    })
    expect(large.status).toBe(413)
    const broken = await app.request('/api/import/preview', {
      method: 'POST',
      body: '--b\r\nnot whole',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    })
    expect(broken.status).toBe(400)
    expect(await held(database)).toEqual(before)
  })
})
