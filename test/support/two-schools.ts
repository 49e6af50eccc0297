import type { Insertable } from 'kysely'
import type { OpenDatabase } from '../../db/connect.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { kindOfTable } from '../../db/queries/record-shape.ts'
import { insertAction } from '../../db/queries/report-action.ts'
import { insertWords } from '../../db/queries/report-words.ts'
import { insertReport } from '../../db/queries/report.ts'
import { createRecord } from '../../db/queries/record.ts'
import { everySchool } from '../../db/queries/school.ts'
import type { Database } from '../../db/schema.ts'
import { scopeOfSchool } from '../../server/access/scope.ts'
import { freeze } from '../../server/reporting/frozen.ts'
import { nothingYet } from '../../server/reporting/start.ts'
import { aReportDocument } from './a-report-document.ts'
import { aChild, aroundSuspension, aSchool, change } from './rows.ts'
import { bringSampleIn } from './an-app.ts'

/** Stands in every text about the other school’s child: where it shows up, something leaked. */
export const CANARY = 'ZQ7'

/** Ids of one child and of what is kept on it. */
export interface Kept {
  schoolId: string
  childId: string
  records: Record<string, string>
  alertId: string
  /** Reports of the school to its governors, and what the draft asks to be done. */
  report: { draft: string; published: string; action: string }
}

let serial = 0
const minute = '2026-03-02T09:00'

/** A child of a school with one record of each kind and an alert, told as looked after by an authority. */
export async function aChildWithAll(
  { db }: Pick<OpenDatabase, 'db'>,
  schoolId: string,
  { authorityCode, mark = '' }: { authorityCode: string; mark?: string },
): Promise<Kept> {
  const scope = scopeOfSchool(schoolId)
  const word = (text: string) => `${mark}${mark && '-'}${text}-${++serial}`
  const child = aChild(schoolId, { surname: word('Surname'), forename: word('Forename') })
  const id = () => crypto.randomUUID()
  const of = { schoolId, childId: child.id }
  const records: Record<string, string> = { child: child.id }
  const keep = (kind: string) => (records[kind] = id())
  await inTransaction(db, async (trx) => {
    const make = async (table: Parameters<typeof createRecord>[2], row: object) => {
      const made = await createRecord(trx, scope, table, row as never, change)
      if (made !== 'ok') throw new Error(`${table} was ${made}`)
    }
    await make('child', child)
    await make('careEpisode', {
      id: keep('care-episode'),
      ...of,
      status: 'cla',
      startedOn: '2025-01-06',
      endedOn: null,
      authorityCode,
      detail: word('detail'),
      detailShared: 0,
    })
    await make('pepMeeting', {
      id: keep('pep-meeting'),
      ...of,
      askedOn: null,
      heldOn: '2026-01-20',
      completedOn: null,
      quality: null,
      attended: '',
      childViews: null,
      childWords: word('words'),
    })
    await make('suspension', {
      id: keep('suspension'),
      ...of,
      kind: 'suspension',
      startedOn: '2026-01-12',
      startSession: 'AM',
      halfDays: 2,
      reasons: 'DB',
      decidedAt: null,
      atOtherSchool: 0,
    })
    const around = aroundSuspension(child, { suspensionId: records['suspension']!, words: word('words') })
    for (const [table, row] of Object.entries(around)) {
      records[kindOfTable(table as keyof typeof around)] = row.id
      await make(table as keyof typeof around, row)
    }
    await make('contact', {
      id: keep('contact'),
      ...of,
      suspensionId: null,
      withRole: 'parent',
      purpose: 'absence',
      contactedAt: minute,
      how: null,
      outcome: null,
      madeBy: null,
      note: word('note'),
    })
    await make('person', {
      id: keep('person'),
      ...of,
      role: 'carer',
      name: word('Carer'),
      organisation: null,
      phone: null,
      email: null,
      parentalResponsibility: 'not-known',
      doNotContact: 0,
      doNotContactReason: null,
      startedOn: null,
      endedOn: null,
    })
    await make('support', {
      id: keep('support'),
      ...of,
      agreedOn: '2026-01-05',
      helps: word('helps'),
      avoid: null,
      goTo: null,
      reviewOn: null,
      endedOn: null,
    })
    await make('termDate', {
      id: keep('term-date'),
      schoolId,
      kind: 'occasional',
      name: word('Day'),
      firstDay: `2024-0${(serial % 8) + 1}-1${serial % 9}`,
      lastDay: '2024-12-31',
    })
    await make('attainment', {
      id: keep('attainment'),
      ...of,
      assessedOn: '2026-01-30',
      subject: 'reading',
      expected: 1,
      progress: null,
      note: word('note'),
    })
    await make('training', {
      id: keep('training'),
      schoolId,
      heldOn: '2026-01-05',
      forWhom: 'all-staff',
      title: word('Course'),
      provider: null,
      hours: 3,
      impact: word('impact'),
    })
    await make('premiumMoney', {
      id: keep('premium-money'),
      schoolId,
      datedOn: '2026-01-20',
      fund: 'looked-after',
      direction: 'spent',
      pounds: 850,
      onWhat: word('what'),
      impact: null,
    })
  })
  const alertId = id()
  await db
    .insertInto('alert')
    .values({
      id: alertId,
      ...of,
      ruleId: 'termly-pep-missing',
      about: word('about'),
      status: 'due',
      state: 'open',
      dueOn: null,
      raisedAt: change.at,
      seenAt: null,
      answer: null,
      note: null,
      askAgainOn: null,
      closedAt: null,
      version: 1,
    })
    .execute()
  await db
    .insertInto('alertEvent')
    .values({
      id: id(),
      schoolId,
      alertId,
      at: change.at,
      changedBy: 'nobody',
      step: 'raised',
      note: null,
    })
    .execute()
  const report = await reportsOf(db, schoolId, { authorityCode, words: word('report') })
  return { schoolId, childId: child.id, records, alertId, report }
}

/** A draft with words and an action, and a report that governors have; each of its own year for each child. */
async function reportsOf(
  db: OpenDatabase['db'],
  schoolId: string,
  { authorityCode, words }: { authorityCode: string; words: string },
): Promise<Kept['report']> {
  const report = { draft: crypto.randomUUID(), published: crypto.randomUUID(), action: crypto.randomUUID() }
  const first = 2000 + (serial % 60)
  const row: Insertable<Database['report']> = {
    ...nothingYet,
    id: report.draft,
    schoolId,
    kind: 'term',
    academicYear: `${first}/${String(first + 1).slice(2)}`,
    asOn: '2026-03-13',
    threshold: 5,
    state: 'draft',
    madeAt: change.at,
    madeBy: words,
  }
  const document = aReportDocument({ lead: words })
  const copy = { document, exact: [], childIds: [], settled: null }
  const by = { approvedAt: change.at, approvedBy: words, publishedAt: change.at, publishedBy: words }
  const frozen = freeze({ document, settled: null, copies: { [authorityCode]: copy } })
  await insertReport(db, row).execute()
  await insertReport(db, { ...row, id: report.published, state: 'published', ...by, ...frozen }).execute()
  const told = { words, changedAt: change.at, changedBy: words }
  await insertWords(db, { reportId: report.draft, schoolId, section: 4, version: 1, ...told }).execute()
  const became = { outcome: null, outcomeNote: null, outcomeAt: null, outcomeBy: null }
  const asked = { id: report.action, reportId: report.draft, schoolId, words, owner: words, dueOn: null }
  await insertAction(db, { ...asked, ...became, version: 1, removedAt: null }).execute()
  return report
}

/**
 * The sample school with a child looked after by authority 302 and one by 308; and another school, whose child is
 * looked after by 303: everything told of it holds the canary.
 */
export async function twoSchools(database: OpenDatabase) {
  await bringSampleIn(database, (name) => /school\.json|children\.csv|term-dates/.test(name))
  const first = await everySchool(database.db).executeTakeFirstOrThrow()
  // Ids decide which school is first where nobody chose one: ours is.
  const other = await aSchool(database.db, {
    id: `zzz-${crypto.randomUUID()}`,
    authorityCode: first.authorityCode,
  })
  return {
    schoolId: first.id,
    own: await aChildWithAll(database, first.id, { authorityCode: '302' }),
    otherAuthority: await aChildWithAll(database, first.id, { authorityCode: '308', mark: 'QX9' }),
    foreign: await aChildWithAll(database, other.schoolId, { authorityCode: '303', mark: CANARY }),
  }
}
