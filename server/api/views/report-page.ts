import type { Kysely } from 'kysely'
import { stampOfAlerts } from '../../../db/queries/report.ts'
import { childNamesOfSchool } from '../../../db/queries/child.ts'
import type { Database } from '../../../db/schema.ts'
import type { ReportTable } from '../../../db/tables/report.ts'
import type { DataClass } from '../../access/permissions.ts'
import { Remembered } from '../../alerts/remembered.ts'
import type { ReportMine } from '../../report/report-json.ts'
import type { Controlled, Measures, ReportDocument } from '../../report/shapes.ts'
import {
  countReport,
  documentOf,
  measureReport,
  type At,
  type Counted,
} from '../../reporting/count-report.ts'
import { earlierThan } from '../../reporting/earlier.ts'
import { exactFigures, numbersNow, numbersThen } from '../../reporting/exact-figures.ts'
import { readFrozen } from '../../reporting/frozen.ts'
import { sinceThen } from '../../reporting/since.ts'
import { writtenOf, writtenRowsOf } from '../../reporting/written.ts'
import { nameOf } from './child-name.ts'
import { classOf, countedChildren } from './report-numbers.ts'
import { actionView, everyWord, namesIn, warningsOfMinute } from './report-words.ts'

const isFrozen = ({ state }: Pick<ReportTable, 'state'>) => state === 'approved' || state === 'published'

/** Nothing is shown of it. */
const nothing: Controlled = { threshold: 0, isSmall: false, shown: new Map(), reasons: new Map() }

/**
 * Reports as the school's own staff see them. What was counted at a revision of the school's data holds until the next,
 * until an alert changes or another report is frozen.
 */
export function createReportViews(db: Kysely<Database>) {
  const counts = new Remembered<Pick<Counted, 'measures' | 'controlled' | 'lastYear'> & { lowest: number }>(8)
  const measured = new Remembered<Measures>(8)

  const stampOf = async ({ school, scope }: At, { id, asOn }: ReportTable) =>
    [id, asOn, school.revision, await stampOfAlerts(db, scope, school.id)].join(' ')

  /** A report that is not frozen, counted now. */
  async function count(at: At, row: ReportTable) {
    const earlier = await earlierThan(db, at.scope, row)
    const key = [await stampOf(at, row), row.threshold, earlier.stamp].join(' ')
    return counts.get(key, async () => {
      const { measures, controlled, lastYear } = await countReport(db, at, row, earlier)
      return { measures, controlled, lastYear, lowest: earlier.lowest }
    })
  }

  const measureNow = async (at: At, row: ReportTable) =>
    measured.get(await stampOf(at, row), async () => (await measureReport(db, at, row)).measures)

  return {
    /** What a governor would fetch of it: as it was frozen, or as it would be now. Throws `ChangedReportError`. */
    async document(at: At, row: ReportTable): Promise<ReportDocument> {
      if (isFrozen(row)) return readFrozen(row).document
      const written = writtenOf(await writtenRowsOf(db, at.scope, row))
      return documentOf(at, row, await count(at, row), written)
    },

    /** The whole page, with the children whose numbers are in it. Throws `ChangedReportError`. */
    async page(
      at: At,
      row: ReportTable,
      reads: (dataClass: DataClass) => boolean,
    ): Promise<{ document: ReportDocument; mine: ReportMine; childIds: readonly string[] }> {
      const rows = await writtenRowsOf(db, at.scope, row)
      const named = await childNamesOfSchool(db, at.scope, at.school.id).execute()
      const names = named.map(namesIn)
      const isRead = (id: string) => reads(classOf(id))
      const own = {
        words: await everyWord(db, at, row, names, rows.words),
        actions: rows.next.map((each) => actionView(each, names, row.threshold)),
        lastActions: rows.last.map((each) => actionView(each, names, row.threshold)),
        minuteWarnings: warningsOfMinute(row, names),
      }
      if (!isFrozen(row)) {
        const counted = await count(at, row)
        const { measures, controlled, lowest: lowestThreshold } = counted
        const figures = exactFigures(numbersNow(measures, controlled)).filter(({ id }) => isRead(id))
        const who = reads(1)
          ? countedChildren(
              measures,
              named.map((child) => ({ id: child.id, name: nameOf(child) })),
              isRead,
            )
          : null
        const mine = { figures, counted: who, ...own, since: [], lowestThreshold }
        const document = documentOf(at, row, counted, writtenOf(rows))
        const childIds = who?.children.map(({ id }) => id) ?? []
        return { document, mine, childIds: [...new Set([...measures.childIds, ...childIds])].toSorted() }
      }
      const { document, settled } = readFrozen(row)
      const frozen = { ...own, lowestThreshold: row.threshold }
      if (settled === null)
        return { document, mine: { figures: [], counted: null, ...frozen, since: [] }, childIds: [] }
      const now = await measureNow(at, row)
      const then = numbersThen(settled)
      const mine = {
        figures: exactFigures(then).filter(({ id }) => isRead(id)),
        counted: null,
        ...frozen,
        since: sinceThen(then, numbersNow(now, nothing), isRead),
      }
      return { document, mine, childIds: [...new Set([...settled.childIds, ...now.childIds])].toSorted() }
    },
  }
}
