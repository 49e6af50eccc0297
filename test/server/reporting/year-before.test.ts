import { beforeAll, expect, it } from 'vitest'
import type { Cell, ReportDocument, ReportTable } from '../../../server/report/shapes.ts'
import { aReporting, type Reader, type Reporting } from '../../support/a-reporting.ts'
import { describeBothDatabases } from '../../support/databases.ts'

const tablesOf = ({ sections }: ReportDocument) => sections.flatMap(({ tables }) => tables)
const cellsOf = (tables: readonly ReportTable[]) =>
  tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
const isNumber = (cell: Cell): cell is Extract<Cell, { figure: string }> => 'figure' in cell
const ofLastYear = 'last-year.'

describeBothDatabases('a report of which governors have the year before', (open) => {
  let world: Reporting
  let teacher: Reader
  let before: ReportDocument

  const documentOf = async (id: string) =>
    (await teacher.get(`/reports/${id}`)).json.document as ReportDocument
  const nilOf = async () => (await teacher.get('/reports')).json.nil

  beforeAll(async () => {
    world = await aReporting(await open())
    teacher = await world.as('designated-teacher')
    const { id } = await world.published('annual', '2025-07-21')
    before = await documentOf(id)
  }, 60_000)

  it('has beside its numbers those that were printed then, whatever the records have become since', async () => {
    await world.db
      .updateTable('suspension')
      .set({ cancelledAt: '2025-06-01T09:00', cancelledReason: 'Wrongly recorded' })
      .where('startedOn', '<', '2025-07-01')
      .execute()
    await world.db.updateTable('school').set({ revision: 99_999 }).execute()
    const { report } = (await teacher.post('/reports', { kind: 'annual', on: '2026-03-13' })).json
    const tables = tablesOf(await documentOf(report.id))
    const beside = tables.find(({ id }) => id === 'suspension-years')!
    expect(beside.columns).toEqual(['What', 'To 13 March 2026', 'To 21 July 2025'])
    expect(beside.note).toContain('not of the same part of their years')
    const then = new Map(
      cellsOf(tablesOf(before)).flatMap((cell) => (isNumber(cell) ? [[cell.figure, cell.shown]] : [])),
    )
    const again = cellsOf(tables)
      .filter(isNumber)
      .filter(({ figure }) => figure.startsWith(ofLastYear))
    expect(again.length).toBeGreaterThan(3)
    for (const { figure, shown } of again)
      expect([figure, shown]).toEqual([figure, then.get(figure.slice(ofLastYear.length))])
    // The first report had none before it, and says so once.
    const said = (document: ReportDocument) =>
      document.sections
        .flatMap(({ sentences }) => sentences)
        .filter((each) => /no annual report for/.test(each))
    expect(said(before)).toEqual([
      'There is no annual report for 2023/24 to lay beside this one, so attendance, suspensions, training and money stand here without the year before.',
    ])
    expect(said(await documentOf(report.id))).toEqual([])
    expect((await teacher.step(report.id, 'remove', 1, { reason: 'A try.' })).status).toBe(200)
  })

  it('is the only one of its year: a second is refused, and the answer says how it goes on', async () => {
    const again = await teacher.post('/reports', { kind: 'annual', on: '2025-07-01' })
    expect([again.status, again.json.code]).toEqual([409, 'published'])
    expect(again.json.message).toContain('Governors have the annual report for 2024/25')
    expect(again.json.message).toContain('the next year’s report')
    const ofTerm = await teacher.post('/reports', { kind: 'term', on: '2025-07-21' })
    expect(ofTerm.status).toBe(200)
    await teacher.step(ofTerm.json.report.id, 'remove', 1, { reason: 'A try.' })
  })

  it('of a school where nobody was looked after sends the return of that year while none of this has begun', async () => {
    expect((await nilOf()).lastYear).toBeNull()
    await world.db.updateTable('careEpisode').set({ status: 'kinship' }).where('status', '=', 'cla').execute()
    expect((await nilOf()).lastYear).toBe('2024/25')
    const draft = (await teacher.post('/reports', { kind: 'annual', on: '2026-03-13' })).json.report
    expect((await nilOf()).lastYear).toBeNull()
    const late = await teacher.post('/reports/nil', { year: '2024/25' })
    expect([late.status, late.json.message]).toEqual([
      409,
      'The report or return for 2025/26 has begun, so that of 2024/25 is closed.',
    ])
    await teacher.step(draft.id, 'remove', 1, { reason: 'A try.' })

    expect((await teacher.post('/reports/nil', { year: '2023/24' })).status).toBe(422)
    const sent = await teacher.post('/reports/nil', { year: '2024/25' })
    expect(sent.json.report).toMatchObject({ kind: 'nil', year: '2024/25', on: '2025-08-31' })
    expect(await nilOf()).toEqual({ may: true, why: null, lastYear: null })
    expect((await teacher.post('/reports/nil', {})).json.report).toMatchObject({ year: '2025/26' })
  })
})
