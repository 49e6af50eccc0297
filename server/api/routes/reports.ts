import { Hono, type Context } from 'hono'
import { z } from 'zod'
import {
  publishedReportById,
  publishedReportsOfSchool,
  reportById,
  reportsOfSchool,
} from '../../../db/queries/report.ts'
import { withRowScope } from '../../../db/row-scope.ts'
import type { ReportTable } from '../../../db/tables/report.ts'
import { extentOf, type DataClass } from '../../access/permissions.ts'
import { academicYearOf } from '../../calendar/academic-year.ts'
import { isoDate } from '../../calendar/iso-date.ts'
import { makePdf, NoPdf } from '../../paper/pdf.ts'
import { tablesAsCsv } from '../../paper/tables-csv.ts'
import { tablesAsXlsx } from '../../paper/tables-xlsx.ts'
import { drawChart } from '../../report/charts/draw-chart.ts'
import type { ReportPage, ReportsPage } from '../../report/report-json.ts'
import type { ReportDocument } from '../../report/shapes.ts'
import { idOfKey } from '../../records/write-record.ts'
import { comingTo } from '../../reporting/coming.ts'
import { readFrozen } from '../../reporting/frozen.ts'
import { sendNil, whyNoNil } from '../../reporting/nil-return.ts'
import { reportRow, rowForGovernors, stepsOf } from '../../reporting/report-row.ts'
import { startReport, startsOn } from '../../reporting/start.ts'
import type { Deps } from '../deps.ts'
import type { Desk } from '../desk.ts'
import { actorOf, byOf, changeOf, may, shows, type Sight } from '../http/access.ts'
import { body, day, query } from '../http/checked.ts'
import { described } from '../http/described.ts'
import { idempotencyKey } from '../http/idempotency-key.ts'
import { badFields, notFound, Refusal } from '../http/refusal.ts'
import { fileName, marked, picturePolicy } from '../views/report-file.ts'
import { createReportViews } from '../views/report-page.ts'
import { whole } from '../views/report-whole.ts'

/** What the exact figures beside a report are made of. */
const counted: readonly DataClass[] = [3, 5, 6, 7, 8, 9, 10]

const picture = z.strictObject({
  theme: z.enum(['auto', 'light', 'dark', 'print']).optional(),
  width: z
    .string()
    .regex(/^\d{3,4}$/, 'Give a width in pixels')
    .optional(),
})

/** Whether somebody gets what is published of a report and no more, as governors do. */
const isGovernor = (c: Context) => extentOf(actorOf(c).role, 10, 'read') === 'figures'

/** Paper is made by one worker: a report that takes too long, or too many at once, is no fault of who asks. */
function noPdf(error: unknown): never {
  if (!(error instanceof NoPdf)) throw error
  const message = 'The report could not be put on paper just now. Try again in a minute.'
  throw new Refusal(503, { code: 'no-pdf', message }, { 'Retry-After': '60' })
}

/** The report to governors: what there is, one of them, and its files. */
export function reportRoutes(deps: Deps, desk: Desk) {
  const { db, clock } = deps
  const views = createReportViews(db)

  /** A look that shows no child is on record all the same. */
  const looked = (c: Context, sight: Partial<Sight> & { recordId?: string } = {}) => {
    const { changedBy, by } = byOf(c)
    const { schoolId } = actorOf(c)
    const what = { action: 'view', dataClasses: [10], kind: 'report', ...sight }
    return deps.audit.record({ at: clock.now(), changedBy, ...by, schoolId, ...what })
  }

  /** Rows of the school of a governor, who opens no child of it, and of no other. */
  const atSchool = <T>(c: Context, work: () => Promise<T>): Promise<T> => {
    const { schoolId } = actorOf(c)
    return withRowScope(schoolId === null ? [] : [schoolId], work)
  }

  /** What is published: of anything else a governor learns nothing, not even that it is there. */
  async function publishedOne(c: Context): Promise<ReportTable> {
    const find = publishedReportById(db, actorOf(c).scope, c.req.param('id') ?? '')
    const row = await atSchool(c, () => find.executeTakeFirst())
    if (!row) throw notFound()
    return row
  }

  /** A report of whatever state, for the school's own staff. */
  async function find(c: Context) {
    const at = await desk.atDay(actorOf(c))
    const row = await reportById(db, at.scope, c.req.param('id') ?? '').executeTakeFirst()
    if (!row) throw notFound()
    return { at, row }
  }

  /** The document whose files are asked for, and whether it is a draft. */
  async function documentAsked(
    c: Context,
  ): Promise<{ document: ReportDocument; isDraft: boolean; id: string }> {
    if (isGovernor(c)) {
      const row = await publishedOne(c)
      return { document: whole(deps, () => readFrozen(row)).document, isDraft: false, id: row.id }
    }
    const { at, row } = await find(c)
    const document = await whole(deps, () => views.document(at, row))
    return { document, isDraft: row.state === 'draft' || row.state === 'sent', id: row.id }
  }

  /** Answers a file; that it was taken is on record. */
  async function file(
    c: Context,
    asked: Awaited<ReturnType<typeof documentAsked>>,
    { ending, type, content }: { ending: string; type: string; content: string | Uint8Array },
  ) {
    await looked(c, { recordId: asked.id, action: 'export' })
    c.header('Content-Type', type)
    c.header('Content-Disposition', `attachment; filename="${fileName(asked.document, ending)}"`)
    return c.body(typeof content === 'string' ? content : new Uint8Array(content), 200)
  }

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
        const reports = (await reportsOfSchool(db, scope, at.school.id).execute()).map(reportRow)
        const why = mayWrite
          ? await whyNoNil(db, at.scope, at.school.id, at.on)
          : 'The designated teacher or the headteacher sends it.'
        const page: ReportsPage = {
          reports,
          coming,
          mayWrite,
          mayApprove,
          canStart: mayWrite ? startsOn(reports, at.calendar, at.on) : [],
          nil: { may: why === null, why },
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
      body(z.strictObject({})),
      async (c) => {
        const at = await desk.atDay(actorOf(c))
        const key = idempotencyKey(c)
        const own = `${actorOf(c).accountId} nil ${key}`
        const id = key === undefined ? crypto.randomUUID() : idOfKey('report', at.school.id, own)
        const of = { id, on: at.on }
        const made = await sendNil(db, at.scope, at.school, of, changeOf(c, clock.now()))
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
        const { document, mine, childIds } = await whole(deps, () => views.page(at, row))
        const sight = { dataClasses: counted, kind: 'report', recordId: row.id }
        if (childIds.length === 0) await looked(c, sight)
        else shows(c, { ...sight, childIds })
        const rights = { write: may(actorOf(c), 10, 'write'), approve: may(actorOf(c), 10, 'approve') }
        const page: ReportPage = { report: reportRow(row), document, mine, may: stepsOf(row, rights) }
        return c.json(page, 200)
      },
    )
    .get(
      '/reports/:id/report.pdf',
      described({
        summary: 'A report on paper',
        tag: 'reports',
        answer: 'A tagged PDF in A4.',
        type: 'application/pdf',
      }),
      async (c) => {
        const asked = await documentAsked(c)
        const content = await makePdf(asked.document, { isDraft: asked.isDraft }).catch(noPdf)
        return file(c, asked, { ending: 'pdf', type: 'application/pdf', content })
      },
    )
    .get(
      '/reports/:id/tables.csv',
      described({
        summary: 'The tables of a report as CSV',
        tag: 'reports',
        answer: 'One row a cell.',
        type: 'text/csv',
      }),
      async (c) => {
        const asked = await documentAsked(c)
        const content = tablesAsCsv(marked(asked.document, asked.isDraft))
        return file(c, asked, { ending: 'csv', type: 'text/csv; charset=utf-8', content })
      },
    )
    .get(
      '/reports/:id/tables.xlsx',
      described({
        summary: 'The tables of a report as a spreadsheet',
        tag: 'reports',
        answer: 'A sheet a table.',
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      }),
      async (c) => {
        const asked = await documentAsked(c)
        const content = tablesAsXlsx(marked(asked.document, asked.isDraft))
        const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        return file(c, asked, { ending: 'xlsx', type, content })
      },
    )
    .get(
      '/reports/:id/charts/:name',
      described({
        summary: 'A picture of a report',
        tag: 'reports',
        answer: 'An SVG picture.',
        type: 'image/svg+xml',
      }),
      query(picture),
      async (c) => {
        const { document } = await documentAsked(c)
        const name = c.req.param('name')
        const chart = document.sections
          .flatMap(({ charts }) => charts)
          .find((each) => `${each.name}.svg` === name)
        if (!chart) throw notFound()
        const { theme, width } = c.req.valid('query')
        c.header('Content-Type', 'image/svg+xml')
        c.header('Content-Security-Policy', picturePolicy)
        return c.body(drawChart(chart, width === undefined ? undefined : Number(width), theme), 200)
      },
    )
}
