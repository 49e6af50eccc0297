import type { Context } from 'hono'
import { publishedReportById, reportById } from '../../db/queries/report.ts'
import { withRowScope } from '../../db/row-scope.ts'
import type { ReportTable } from '../../db/tables/report.ts'
import { extentOf } from '../access/permissions.ts'
import type { ReportDocument } from '../report/shapes.ts'
import { readFrozen } from '../reporting/frozen.ts'
import type { Deps } from './deps.ts'
import type { Desk } from './desk.ts'
import { actorOf, byOf, type Sight } from './http/access.ts'
import { notFound } from './http/refusal.ts'
import { createReportViews } from './views/report-page.ts'
import { whole } from './views/report-whole.ts'

/** Whether somebody gets what is published of a report and no more, as governors do. */
export const isGovernor = (c: Context) => extentOf(actorOf(c).role, 10, 'read') === 'figures'

export interface AskedReport {
  readonly id: string
  readonly document: ReportDocument
  readonly isDraft: boolean
}

export type ReportDesk = ReturnType<typeof createReportDesk>

/** Finds the report that is asked for, as whoever asks may have it, for its pages and its files alike. */
export function createReportDesk(deps: Deps, desk: Desk) {
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
  async function documentAsked(c: Context): Promise<AskedReport> {
    if (isGovernor(c)) {
      const row = await publishedOne(c)
      return { document: whole(deps, () => readFrozen(row)).document, isDraft: false, id: row.id }
    }
    const { at, row } = await find(c)
    const document = await whole(deps, () => views.document(at, row))
    return { document, isDraft: row.state === 'draft' || row.state === 'sent', id: row.id }
  }

  return { views, looked, atSchool, publishedOne, find, documentAsked }
}
