import { beforeAll, expect, it } from 'vitest'
import { scopeOfSchool } from '../../../server/access/scope.ts'
import { loadSchoolCalendar } from '../../../server/alerts/load-school-calendar.ts'
import { control } from '../../../server/report/disclosure/control.ts'
import type { Settled, Shown } from '../../../server/report/shapes.ts'
import { measureReport } from '../../../server/reporting/count-report.ts'
import { readFrozen } from '../../../server/reporting/frozen.ts'
import { aReporting, type Reporting } from '../../support/a-reporting.ts'
import { describeBothDatabases } from '../../support/databases.ts'

describeBothDatabases('two reports that are approved at one moment', (open) => {
  let world: Reporting

  beforeAll(async () => {
    world = await aReporting(await open())
  }, 120_000)

  const settledOf = async (id: string) =>
    readFrozen(await world.db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
      .settled!

  /** What each figure would be shown as, were these the only reports before it. */
  async function shownAfter(report: Settled, earlier: readonly Settled[]) {
    const scope = scopeOfSchool(world.school.id)
    const calendar = await loadSchoolCalendar(world.db, scope, world.school.id)
    const { measures } = await measureReport(
      world.db,
      { school: world.school, scope, calendar },
      { asOn: report.on, kind: report.kind },
    )
    const { shown } = control(measures, { threshold: report.threshold, earlier })
    return report.figures.map(({ id }): [string, Shown] => [id, shown.get(id) ?? { as: 'hidden' }])
  }
  const shownIn = ({ figures }: Settled) => figures.map(({ id, shown }): [string, Shown] => [id, shown])

  it('are held against each other: the second knows what the first tells', { timeout: 300_000 }, async () => {
    const [teacher, head] = [await world.as('designated-teacher'), await world.as('headteacher')]
    const ids: string[] = []
    for (const [kind, on] of [
      ['annual', '2026-03-13'],
      ['term', '2025-12-19'],
    ]) {
      const { id } = (await teacher.post('/reports', { kind, on })).json.report
      await teacher.step(id, 'send', 1)
      ids.push(id)
    }
    const both = await Promise.all(ids.map((id) => head.step(id, 'approve', 2)))
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const [one, other] = [await settledOf(ids[0]!), await settledOf(ids[1]!)]
    const alone = [await shownAfter(one, []), await shownAfter(other, [])]
    const after = [await shownAfter(one, [other]), await shownAfter(other, [one])]
    // Else this would tell nothing: to know of the other changes what each shows.
    expect([alone[0], alone[1]]).not.toEqual([after[0], after[1]])
    expect([
      [alone[0], after[1]],
      [after[0], alone[1]],
    ]).toContainEqual([shownIn(one), shownIn(other)])
  })
})
