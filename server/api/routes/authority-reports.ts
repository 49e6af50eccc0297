import { Hono } from 'hono'
import { reportForAuthority, reportsForAuthority } from '../../../db/queries/report.ts'
import { schoolById } from '../../../db/queries/school.ts'
import type { DataClass } from '../../access/permissions.ts'
import { academicYear } from '../../calendar/academic-year.ts'
import { isoDate } from '../../calendar/iso-date.ts'
import type { AuthorityReportPage, AuthorityReportsPage } from '../../report/report-json.ts'
import { readFrozen } from '../../reporting/frozen.ts'
import type { Deps } from '../deps.ts'
import { actorOf, byOf, shows } from '../http/access.ts'
import { described } from '../http/described.ts'
import { notFound } from '../http/refusal.ts'
import { reachOf, withinReach } from '../reach.ts'
import { whole } from '../views/report-whole.ts'

const counted: readonly DataClass[] = [3, 5, 6, 7, 8, 10]

/** Reports of schools for the Virtual School that looks after a child of theirs: its own copy and no other. */
export function authorityReportRoutes(deps: Deps) {
  const { db, clock } = deps

  const rowOf = (row: {
    id: string
    kind: AuthorityReportPage['report']['kind']
    academicYear: string
    asOn: string
    publishedAt: string | null
    schoolName: string
  }): AuthorityReportsPage['schools'][number] => ({
    reportId: row.id,
    school: row.schoolName,
    kind: row.kind,
    year: academicYear(row.academicYear),
    on: isoDate(row.asOn),
    publishedAt: row.publishedAt ?? '',
  })

  return new Hono()
    .get(
      '/authority-reports',
      described({
        summary: 'Reports of schools with a copy for the authority',
        tag: 'reports',
        answer: 'Those published, newest first; nil returns of the authority’s own schools among them.',
      }),
      async (c) => {
        const actor = actorOf(c)
        const reach = await reachOf(db, actor, clock.today())
        const find = reportsForAuthority(db, reach.scope, actor.authorityCode ?? '')
        const rows = actor.authorityCode === null ? [] : await withinReach(reach, () => find.execute())
        const page: AuthorityReportsPage = { schools: rows.map(rowOf) }
        return c.json(page, 200)
      },
    )
    .get(
      '/authority-reports/:id',
      described({
        summary: 'The authority’s copy of a school’s report',
        tag: 'reports',
        answer: 'Its own children exactly; the others as governors would have them.',
      }),
      async (c) => {
        const actor = actorOf(c)
        const code = actor.authorityCode ?? ''
        const reach = await reachOf(db, actor, clock.today())
        const row = await withinReach(reach, () =>
          reportForAuthority(db, reach.scope, code, c.req.param('id')).executeTakeFirst(),
        )
        const copy = row && whole(deps, () => readFrozen(row)).copies[code]
        if (!row || !copy) throw notFound()
        const school = await schoolById(db, reach.scope, row.schoolId).executeTakeFirstOrThrow()
        const sight = { schoolId: row.schoolId, dataClasses: counted, kind: 'report', recordId: row.id }
        const { childIds, document, exact } = copy
        const { changedBy, by } = byOf(c)
        if (childIds.length > 0) shows(c, { ...sight, childIds })
        else await deps.audit.record({ action: 'view', at: clock.now(), changedBy, ...by, ...sight })
        const report = rowOf({ ...row, schoolName: school.name })
        const page: AuthorityReportPage = { report, document, exact }
        return c.json(page, 200)
      },
    )
}
