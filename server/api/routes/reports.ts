import { Hono } from 'hono'
import { z } from 'zod'
import { publishedReportsOfSchool, reportsOfSchool } from '../../../db/queries/report.ts'
import type { DataClass } from '../../access/permissions.ts'
import { academicYearOf, previousYear } from '../../calendar/academic-year.ts'
import { isoDate } from '../../calendar/iso-date.ts'
import type { ReportPage, ReportsPage } from '../../report/report-json.ts'
import { idOfKey } from '../../records/id-of-key.ts'
import { comingTo } from '../../reporting/coming.ts'
import { readFrozen } from '../../reporting/frozen.ts'
import { nilYearBefore, sendNil, whyNoNil } from '../../reporting/nil-return.ts'
import { reportRow, rowForGovernors, stepsOf } from '../../reporting/report-row.ts'
import { startReport, startsOn } from '../../reporting/start.ts'
import type { Deps } from '../deps.ts'
import type { Desk } from '../desk.ts'
import { actorOf, changeOf, may, shows } from '../http/access.ts'
import { body, day } from '../http/checked.ts'
import { described } from '../http/described.ts'
import { idempotencyKey } from '../http/idempotency-key.ts'
import { badFields, Refusal } from '../http/refusal.ts'
import { isGovernor, type ReportDesk } from '../report-desk.ts'
import { whole } from '../views/report-whole.ts'

/** What the exact figures beside a report are made of. */
const counted: readonly DataClass[] = [1, 3, 5, 6, 7, 8, 9, 10]

/** The report to governors: what there is, what can be begun, and one of them. */
export function reportRoutes(deps: Deps, desk: Desk, reports: ReportDesk) {
  const { db, clock } = deps
  const { views, looked, atSchool, publishedOne, find } = reports

  return new Hono()
    .get(
      '/reports',
      described({
        summary: 'Reports to governors, and what is coming',
        tag: 'reports',
        answer:
          'Of a governor those that are published; of the school’s own staff all, with what can be begun.',
      }),
      async (c) => {
        const { schoolId, scope } = actorOf(c)
        const at = await atSchool(c, () => desk.atDay(actorOf(c)))
        const published = await atSchool(c, () =>
          publishedReportsOfSchool(db, scope, schoolId ?? '').execute(),
        )
        const forGovernors = published.map(rowForGovernors)
        const coming = comingTo(forGovernors, at.calendar, at.on)
        const mayWrite = may(actorOf(c), 10, 'write')
        const mayApprove = may(actorOf(c), 10, 'approve')
        if (isGovernor(c)) {
          await looked(c)
          const page: ReportsPage = {
            reports: forGovernors,
            coming,
            mayWrite,
            mayApprove,
            canStart: [],
            nil: null,
          }
          return c.json(page, 200)
        }
        const rows = (await reportsOfSchool(db, scope, at.school.id).execute()).map(reportRow)
        const why = mayWrite
          ? await whyNoNil(db, at.scope, at.school.id, at.on)
          : 'The designated teacher or the headteacher sends it.'
        const where = { scope: at.scope, schoolId: at.school.id, calendar: at.calendar }
        const lastYear = mayWrite ? await nilYearBefore(db, where, at.on) : null
        const page: ReportsPage = {
          reports: rows,
          coming,
          mayWrite,
          mayApprove,
          canStart: mayWrite ? startsOn(rows, at.calendar, at.on) : [],
          nil: { may: why === null, why, lastYear },
        }
        return c.json(page, 200)
      },
    )
    .post(
      '/reports',
      described({ summary: 'Begin a report to governors', tag: 'reports', answer: 'The draft.' }),
      body(z.strictObject({ kind: z.enum(['annual', 'term']), on: day })),
      async (c) => {
        const at = await desk.atDay(actorOf(c))
        const { kind, on: given } = c.req.valid('json')
        const on = isoDate(given)
        if (on > at.today)
          throw badFields([
            { field: 'on', message: 'This day is still to come: choose today or an earlier one.' },
          ])
        if (!at.calendar.years.includes(academicYearOf(on)))
          throw badFields([{ field: 'on', message: 'The school’s term dates do not reach this day.' }])
        const of = { schoolId: at.school.id, kind, on }
        const made = await startReport(db, at.scope, of, changeOf(c, clock.now()))
        if (made === 'published')
          throw new Refusal(409, {
            code: 'published',
            message: `Governors have the annual report for ${academicYearOf(on)}, and it no longer changes. What has changed since stands beside it; the front page of a term or the next year’s report tells them.`,
          })
        if (made === 'open')
          throw new Refusal(409, {
            code: 'open',
            message: 'A report of this kind and year is under way. Open that one.',
          })
        return c.json({ report: reportRow(made) }, 200)
      },
    )
    .post(
      '/reports/nil',
      described({
        summary: 'Tell the Virtual School that no child was looked after in the year',
        tag: 'reports',
        answer: 'The return.',
        once: true,
      }),
      body(z.strictObject({ year: z.string().max(7).optional() })),
      async (c) => {
        const at = await desk.atDay(actorOf(c))
        const now = academicYearOf(at.on)
        const { year: asked = now } = c.req.valid('json')
        const year = [now, previousYear(now)].find((each) => each === asked)
        if (year === undefined)
          throw badFields([{ field: 'year', message: 'Choose this school year or the one before.' }])
        const key = idempotencyKey(c)
        const own = `${actorOf(c).accountId} nil ${key}`
        const id = key === undefined ? crypto.randomUUID() : idOfKey('report', at.school.id, own)
        const where = { school: at.school, calendar: at.calendar, today: at.on }
        const made = await sendNil(db, at.scope, where, { id, year }, changeOf(c, clock.now()))
        if ('message' in made) throw new Refusal(409, { code: 'no-nil', message: made.message })
        return c.json({ report: reportRow(made) }, 200)
      },
    )
    .get(
      '/reports/:id',
      described({
        summary: 'One report to governors',
        tag: 'reports',
        answer:
          'What governors see of it; for the school’s own staff the exact figures and the words beside it.',
      }),
      async (c) => {
        if (isGovernor(c)) {
          const row = await publishedOne(c)
          const { document } = whole(deps, () => readFrozen(row))
          await looked(c, { recordId: row.id })
          const steps = stepsOf(row, { write: false, approve: false })
          const page: ReportPage = { report: rowForGovernors(row), document, mine: null, may: steps }
          return c.json(page, 200)
        }
        const { at, row } = await find(c)
        const reads = (dataClass: DataClass) => may(actorOf(c), dataClass, 'read')
        const { document, mine, childIds } = await whole(deps, () => views.page(at, row, reads))
        const sight = { dataClasses: counted.filter(reads), kind: 'report', recordId: row.id }
        if (childIds.length === 0) await looked(c, sight)
        else shows(c, { ...sight, childIds })
        const rights = { write: may(actorOf(c), 10, 'write'), approve: may(actorOf(c), 10, 'approve') }
        const page: ReportPage = { report: reportRow(row), document, mine, may: stepsOf(row, rights) }
        return c.json(page, 200)
      },
    )
}
