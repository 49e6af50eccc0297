import { expect, it } from 'vitest'
import type { Insertable, Transaction } from 'kysely'
import type { OpenDatabase } from '../../../db/connect.ts'
import { inTransaction } from '../../../db/in-transaction.ts'
import {
  alertById,
  alertEventsOf,
  alertsOfChildren,
  alertsOfSchool,
  insertAlertEvents,
  openAlertsOfSchool,
  updateAlert,
  upsertAlerts,
} from '../../../db/queries/alert.ts'
import {
  academicYearsHeld,
  attendanceYearHistoryOfChildren,
  attendanceYearsOfChildren,
  attendanceYearsOfSchool,
  insertAttendanceYearHistory,
  upsertAttendanceYears,
} from '../../../db/queries/attendance-year.ts'
import {
  addAuthorities,
  authorityByCode,
  authorityByName,
  authorityCodesInUse,
  everyAuthority,
  updateAuthority,
} from '../../../db/queries/authority.ts'
import { careEpisodesOfChildren, careEpisodesOfSchool } from '../../../db/queries/care-episode.ts'
import { childById, childNamesOfSchool, childrenByIds, childrenOfSchool } from '../../../db/queries/child.ts'
import { columnMappingsOfSchool, saveColumnMapping } from '../../../db/queries/column-mapping.ts'
import {
  adviceOn,
  consideredOfChild,
  consideredSince,
  openOfChild,
  stampOfConsidered,
  unreadOf,
} from '../../../db/queries/considered.ts'
import { contactsOfChildren, contactsOfSchool } from '../../../db/queries/contact.ts'
import { findingDaysOfSchool, replaceFindingDay } from '../../../db/queries/finding-day.ts'
import { importRunsOfSchool, importRunsWithFile, insertImportRun } from '../../../db/queries/import-run.ts'
import { pepMeetingsOfChildren, pepMeetingsOfSchool } from '../../../db/queries/pep-meeting.ts'
import { peopleOfChildren, peopleOfNoChild, peopleOfSchool } from '../../../db/queries/person.ts'
import { recordsOfChildren } from '../../../db/queries/records-of-children.ts'
import { recordHistoryOf, recordHistoryOfImport } from '../../../db/queries/record-history.ts'
import { createMany } from '../../../db/queries/record-many.ts'
import {
  correctRecord,
  createRecord,
  getRecord,
  listRecords,
  removeRecord,
} from '../../../db/queries/record.ts'
import type { NewRecord } from '../../../db/queries/record-shape.ts'
import {
  bumpRevision,
  everySchool,
  schoolById,
  setEvaluatedOn,
  setRuleOptions,
} from '../../../db/queries/school.ts'
import { actionById, actionsOfReport, insertAction } from '../../../db/queries/report-action.ts'
import {
  attainmentsOfChildren,
  premiumMoneyOfSchool,
  trainingsOfSchool,
} from '../../../db/queries/report-rows.ts'
import { insertWords, wordsOfReport } from '../../../db/queries/report-words.ts'
import {
  frozenReportsSince,
  insertReport,
  publishedReportById,
  publishedReportsOfSchool,
  reportById,
  reportForAuthority,
  reportsOfSchool,
} from '../../../db/queries/report.ts'
import { insertSessionMarks, sessionMarksOfChildren } from '../../../db/queries/session-mark.ts'
import { suspensionsOfChildren, suspensionsOfSchool } from '../../../db/queries/suspension.ts'
import { termDatesOfSchool } from '../../../db/queries/term-date.ts'
import { anyOfSchool, filesOfImportRuns } from '../../../db/queries/told-source.ts'
import type { Database } from '../../../db/schema.ts'
import type { Scope } from '../../../db/scope.ts'
import { scopeOfPost, scopeOfSchool } from '../../../server/access/scope.ts'
import { nothingYet } from '../../../server/reporting/start.ts'
import { describeBothDatabases } from '../../support/databases.ts'
import { aPostOver } from '../../support/posts.ts'
import {
  aChild,
  aConsideration,
  aContact,
  aroundSuspension,
  aSchool,
  aSuspension,
  at,
  change,
} from '../../support/rows.ts'

/** Those that name another come after it. */
const aroundTables = [
  'consideration',
  'advice',
  'provision',
  'boardMeeting',
  'reviewPanel',
  'reintegration',
  'intervention',
  'offSiteDirection',
  'managedMove',
  'partTimeTimetable',
  'safeguardingSeparation',
  'unlawfulExclusion',
  'restrictiveIntervention',
  'specialNeed',
] as const

const marks = (mark: string) => mark.repeat(530)
const sha256 = 'ab'.repeat(32)

const anAlert = (
  schoolId: string,
  childId: string,
  values: Partial<Database['alert']> = {},
): Insertable<Database['alert']> => ({
  id: crypto.randomUUID(),
  schoolId,
  childId,
  ruleId: 'initial-pep-late',
  about: '',
  status: 'due',
  state: 'open',
  dueOn: '2026-03-20',
  raisedAt: at,
  seenAt: null,
  answer: null,
  note: null,
  askAgainOn: null,
  closedAt: null,
  version: 1,
  ...values,
})

/** The authorities that look after the two children of a filled school. */
const authorities = ['X01', 'X02'] as const
const years = ['2025/26', '2024/25'] as const
const on = '2026-03-13'

/** One row of everything that is kept of a child. */
async function fillChild(
  trx: Transaction<Database>,
  scope: Scope,
  child: NewRecord<'child'>,
  place: 0 | 1,
  importRunId: string,
) {
  const { schoolId } = child
  const of = () => ({ id: crypto.randomUUID(), schoolId, childId: child.id })
  const suspension = aSuspension(child)
  const alert = anAlert(schoolId, child.id)
  const year = { ...of(), academicYear: years[place] }
  await createRecord(trx, scope, 'child', child, change)
  await createMany(trx, 'suspension', [suspension], { ...change, importRunId })
  const care: NewRecord<'careEpisode'> = {
    ...of(),
    status: 'cla',
    startedOn: '2024-05-01',
    endedOn: null,
    authorityCode: authorities[place],
    detail: null,
    detailShared: 0,
  }
  await createMany(trx, 'careEpisode', [care], change)
  const meeting: NewRecord<'pepMeeting'> = {
    ...of(),
    askedOn: null,
    heldOn: '2026-01-20',
    completedOn: null,
    quality: null,
    attended: '',
    childViews: null,
    childWords: null,
  }
  await createMany(trx, 'pepMeeting', [meeting], change)
  const around = aroundSuspension(child, { suspensionId: suspension.id })
  for (const table of aroundTables) await createMany(trx, table, [around[table]], change)
  const contact = aContact(child, {
    suspensionId: suspension.id,
    considerationId: around.consideration.id,
  })
  await createMany(trx, 'contact', [contact], change)
  await createMany(trx, 'person', [aPerson(schoolId, { childId: child.id })], change)
  const support: NewRecord<'support'> = {
    ...of(),
    agreedOn: '2026-01-20',
    helps: 'A quiet start',
    avoid: null,
    goTo: null,
    reviewOn: null,
    endedOn: null,
  }
  await createMany(trx, 'support', [support], change)
  const assessed = { assessedOn: on, subject: 'maths', expected: 1, progress: null, note: null } as const
  await createMany(trx, 'attainment', [{ ...of(), ...assessed }], change)
  await upsertAttendanceYears(trx, [{ ...year, marks: marks('/') }])
  await insertAttendanceYearHistory(trx, [
    { ...year, marksBefore: marks('.'), changedAt: at, changedBy: 'Sam', importRunId: null },
  ])
  await insertSessionMarks(trx, [
    {
      ...of(),
      markedOn: '2026-01-12',
      session: 'AM',
      mark: 'L',
      markBefore: 'N',
      minutesLate: 12,
      note: null,
      changedAt: at,
      changedBy: 'Sam',
    },
  ])
  await upsertAlerts(trx, [alert])
  await insertAlertEvents(trx, [
    {
      id: crypto.randomUUID(),
      schoolId,
      alertId: alert.id,
      at,
      changedBy: 'Sam',
      step: 'raised',
      note: null,
    },
  ])
  return { child, suspension, alert, considerationId: around.consideration.id }
}

const aPerson = (schoolId: string, values: Partial<NewRecord<'person'>> = {}): NewRecord<'person'> => ({
  id: crypto.randomUUID(),
  schoolId,
  childId: null,
  role: 'carer',
  name: 'Jo Fictional',
  organisation: null,
  phone: '07700 900123',
  email: null,
  parentalResponsibility: 'not-known',
  doNotContact: 0,
  doNotContactReason: null,
  startedOn: null,
  endedOn: null,
  ...values,
})

/** A report before the governors with a copy for the first authority, words and an action; training and money. */
async function fillReport(trx: Transaction<Database>, schoolId: string): Promise<string> {
  const id = crypto.randomUUID()
  const by = { approvedAt: at, approvedBy: 'Sam', publishedAt: at, publishedBy: 'Sam' }
  await insertReport(trx, {
    ...nothingYet,
    id,
    schoolId,
    kind: 'annual',
    academicYear: '2025/26',
    asOn: on,
    threshold: 5,
    state: 'published',
    madeAt: at,
    madeBy: 'Sam',
    ...by,
    document: '{}',
    copies: '{"X01":{}}',
    hash: sha256,
  }).execute()
  const words = { words: 'A quiet room.', changedAt: at, changedBy: 'Sam', version: 1 }
  await insertWords(trx, { reportId: id, schoolId, section: 4, ...words }).execute()
  const became = { outcome: null, outcomeNote: null, outcomeAt: null, outcomeBy: null, removedAt: null }
  const asked = { words: 'Ask again.', owner: null, dueOn: null, version: 1 }
  await insertAction(trx, { id: `of ${id}`, schoolId, reportId: id, ...asked, ...became }).execute()
  const training = { heldOn: on, forWhom: 'governors', title: 'Care', provider: null, hours: null } as const
  await createMany(trx, 'training', [{ id: `t ${id}`, schoolId, ...training, impact: null }], change)
  const money = { datedOn: on, fund: 'looked-after', direction: 'spent', pounds: 5, onWhat: null } as const
  await createMany(trx, 'premiumMoney', [{ id: `m ${id}`, schoolId, ...money, impact: null }], change)
  return id
}

/** A school with two children, one row of everything for each, and one of everything of the school. */
async function filled({ db }: OpenDatabase) {
  const { schoolId, scope } = await aSchool(db)
  const blank = { virtualSchoolPhone: null, virtualSchoolEmail: null, version: 1 }
  await addAuthorities(db, [
    { code: 'X02', name: 'Elsewhere', ...blank },
    { code: 'X03', name: 'Farborough', ...blank },
  ])
  const importRunId = `run of ${schoolId}`
  return inTransaction(db, async (trx) => {
    const first = await fillChild(trx, scope, aChild(schoolId), 0, importRunId)
    const second = await fillChild(trx, scope, aChild(schoolId), 1, importRunId)
    await createMany(trx, 'person', [aPerson(schoolId, { role: 'clerk' })], change)
    const term: NewRecord<'termDate'> = {
      id: crypto.randomUUID(),
      schoolId,
      kind: 'term',
      name: 'Spring',
      firstDay: '2026-01-05',
      lastDay: '2026-03-27',
    }
    await createMany(trx, 'termDate', [term], change)
    await replaceFindingDay(trx, scope, { schoolId, foundOn: '2026-03-13' }, [
      { ruleId: 'initial-pep-late', status: 'due', count: 3 },
    ])
    await insertImportRun(trx, {
      id: importRunId,
      schoolId,
      startedAt: at,
      finishedAt: at,
      changedBy: 'Sam',
      counts: '{}',
      files: JSON.stringify([
        {
          name: 'a.csv',
          source: 'suspensions',
          sha256,
          rows: 1,
        },
      ]),
    }).execute()
    await saveColumnMapping(trx, { schoolId, source: 'children', header: 'a,b', mapping: '{}' }).execute()
    const reportId = await fillReport(trx, schoolId)
    return { db, schoolId, scope, ...first, second, importRunId, term, reportId }
  })
}

type Filled = Awaited<ReturnType<typeof filled>>

/** Of a query: rows for each child, rows of the school that any scope of it sees, and at most how many. */
type Rows = readonly [ofEachChild: number, ofSchool?: number, atMost?: number]

/** Every query over a school's rows, by name, with the rows that the filled school gives. */
const queries = (
  { db, schoolId, child, alert, suspension, considerationId, second, importRunId, reportId }: Filled,
  scope: Scope,
): Record<string, readonly [{ execute(): Promise<unknown[]> }, ...Rows]> => {
  const ids = [child.id, second.child.id]
  return {
    schoolById: [schoolById(db, scope, schoolId), 0, 1],
    childrenOfSchool: [childrenOfSchool(db, scope, schoolId), 1],
    childrenByIds: [childrenByIds(db, scope, ids), 1],
    childById: [childById(db, scope, child.id), 1, 0, 1],
    childNamesOfSchool: [childNamesOfSchool(db, scope, schoolId), 1],
    careEpisodesOfSchool: [careEpisodesOfSchool(db, scope, schoolId), 1],
    careEpisodesOfChildren: [careEpisodesOfChildren(db, scope, ids), 1],
    authorityCodesInUse: [authorityCodesInUse(db, scope, schoolId), 1],
    pepMeetingsOfSchool: [pepMeetingsOfSchool(db, scope, schoolId), 1],
    pepMeetingsOfChildren: [pepMeetingsOfChildren(db, scope, ids), 1],
    suspensionsOfSchool: [suspensionsOfSchool(db, scope, schoolId), 1],
    suspensionsOfChildren: [suspensionsOfChildren(db, scope, ids), 1],
    anyPepMeeting: [anyOfSchool(db, scope, schoolId, 'pepMeeting'), 1, 0, 1],
    anySuspension: [anyOfSchool(db, scope, schoolId, 'suspension'), 1, 0, 1],
    filesOfImportRuns: [filesOfImportRuns(db, scope, schoolId), 0, 1],
    contactsOfSchool: [contactsOfSchool(db, scope, schoolId), 1],
    contactsOfChildren: [contactsOfChildren(db, scope, ids), 1],
    openOfChild: [openOfChild(db, scope, child.id), 1, 0, 1],
    consideredOfChild: [consideredOfChild(db, scope, child.id), 1, 0, 1],
    adviceOn: [adviceOn(db, scope, [considerationId, second.considerationId]), 1],
    ...Object.fromEntries(
      aroundTables.map((table) => [
        `recordsOfChildren ${table}`,
        [{ execute: () => recordsOfChildren(db, scope, table, ids) }, 1],
      ]),
    ),
    peopleOfChildren: [peopleOfChildren(db, scope, ids), 1],
    termDatesOfSchool: [termDatesOfSchool(db, scope, schoolId), 0, 1],
    attendanceYearsOfSchool: [attendanceYearsOfSchool(db, scope, schoolId, years), 1],
    attendanceYearsOfChildren: [attendanceYearsOfChildren(db, scope, ids, years), 1],
    academicYearsHeld: [academicYearsHeld(db, scope, schoolId), 1],
    attendanceYearHistoryOfChildren: [attendanceYearHistoryOfChildren(db, scope, ids), 1],
    sessionMarksOfChildren: [sessionMarksOfChildren(db, scope, ids), 1],
    alertsOfSchool: [alertsOfSchool(db, scope, schoolId), 1],
    openAlertsOfSchool: [openAlertsOfSchool(db, scope, schoolId), 1],
    alertsOfChildren: [alertsOfChildren(db, scope, ids), 1],
    alertById: [alertById(db, scope, alert.id), 1, 0, 1],
    alertEventsOf: [alertEventsOf(db, scope, [alert.id, second.alert.id]), 1],
    findingDaysOfSchool: [findingDaysOfSchool(db, scope, schoolId, on, on), 0, 1],
    importRunsOfSchool: [importRunsOfSchool(db, scope, schoolId), 0, 1],
    importRunsWithFile: [importRunsWithFile(db, scope, schoolId, sha256), 0, 1],
    columnMappingsOfSchool: [columnMappingsOfSchool(db, scope, schoolId), 0, 1],
    reportsOfSchool: [reportsOfSchool(db, scope, schoolId), 0, 1],
    publishedReportsOfSchool: [publishedReportsOfSchool(db, scope, schoolId), 0, 1],
    reportById: [reportById(db, scope, reportId), 0, 1],
    publishedReportById: [publishedReportById(db, scope, reportId), 0, 1],
    reportForAuthority: [reportForAuthority(db, scope, 'X01', reportId), 0, 1],
    frozenReportsSince: [frozenReportsSince(db, scope, schoolId, '2025/26'), 0, 1],
    wordsOfReport: [wordsOfReport(db, scope, reportId), 0, 1],
    actionsOfReport: [actionsOfReport(db, scope, reportId), 0, 1],
    actionById: [actionById(db, scope, `of ${reportId}`), 0, 1],
    trainingsOfSchool: [trainingsOfSchool(db, scope, schoolId, { from: on, to: on }), 0, 1],
    premiumMoneyOfSchool: [premiumMoneyOfSchool(db, scope, schoolId, { from: on, to: on }), 0, 1],
    attainmentsOfChildren: [attainmentsOfChildren(db, scope, ids, { from: on, to: on }), 1],
    recordHistoryOf: [recordHistoryOf(db, scope, [suspension.id, second.suspension.id]), 1],
    recordHistoryOfImport: [recordHistoryOfImport(db, scope, importRunId), 1],
    bumpRevision: [bumpRevision(db, scope, schoolId), 0, 1],
    ...Object.fromEntries(
      ofChildren.map((table) => [
        `listRecords ${table}`,
        [{ execute: () => listRecords(db, scope, table, { schoolId }) }, 1],
      ]),
    ),
    listRecords: [{ execute: () => listRecords(db, scope, 'termDate', { schoolId }) }, 0, 1],
  }
}

const ofChildren = [
  'child',
  'careEpisode',
  'pepMeeting',
  'suspension',
  'contact',
  'support',
  ...aroundTables,
] as const

/** Those whose rows may be of the whole school: `[with children, without]`. */
const peopleQueries = ({ db, schoolId }: Filled, scope: Scope) => ({
  peopleOfSchool: () => peopleOfSchool(db, scope, schoolId).execute(),
  peopleOfNoChild: () => peopleOfNoChild(db, scope, schoolId).execute(),
  listRecords: () => listRecords(db, scope, 'person', { schoolId }),
})

const found = (school: Filled, scope: Scope) =>
  Promise.all(
    Object.entries(queries(school, scope)).map(async ([name, [query]]) => [name, await query.execute()]),
  ) as Promise<[string, Record<string, unknown>[]][]>

/** What each query should give for so many children of the school. */
const expected = (school: Filled, children: number) =>
  Object.entries(queries(school, school.scope)).map(([name, [, ofEachChild, ofSchool = 0, atMost = 99]]) => [
    name,
    Math.min(ofEachChild * children + ofSchool, atMost),
  ])

const counts = (rows: [string, unknown[]][]) => rows.map(([name, { length }]) => [name, length])

/** Scopes that see the first child of the school and not the second. */
async function scopesOfFirst({ db, schoolId, child }: Filled) {
  const assigned = await aPostOver(db, [{ childId: child.id, schoolId }])
  const caseload = await aPostOver(db, [{ childId: child.id, schoolId }], {
    role: 'education-adviser',
    schoolId: null,
    authorityCode: 'X01',
  })
  const head = { id: 'of the head', role: 'virtual-school-head', authorityCode: 'X01' } as const
  return {
    'class staff': scopeOfPost(assigned, schoolId, on),
    'the Virtual School head of the first authority': scopeOfPost(head, schoolId, on),
    'an adviser': scopeOfPost(caseload, schoolId, on),
  }
}

/** Scopes of the school that see no child of it. */
async function scopesOfNobody({ db, schoolId, child }: Filled) {
  const ended = await aPostOver(db, [{ childId: child.id, schoolId, endedOn: '2026-03-12' }])
  const later = await aPostOver(db, [{ childId: child.id, schoolId, startedOn: '2026-03-14' }])
  const stranger = await aPostOver(db, [{ childId: child.id, schoolId }], {
    role: 'education-adviser',
    schoolId: null,
    authorityCode: 'X03',
  })
  const head = { id: 'of a head', role: 'virtual-school-head', authorityCode: 'X03' } as const
  return {
    'class staff whose list ended': scopeOfPost(ended, schoolId, on),
    'class staff whose list has not begun': scopeOfPost(later, schoolId, on),
    'an adviser of an authority that looks after nobody': scopeOfPost(stranger, schoolId, on),
    'the head of such an authority': scopeOfPost(head, schoolId, on),
  }
}

describeBothDatabases('every query', (open) => {
  it('gives what its school holds, nothing to another school, nothing without a scope', async () => {
    const database = await open()
    const school = await filled(database)
    const other = await filled(database)
    const nobody = { ...scopeOfSchool(''), schoolIds: [] }
    expect(counts(await found(school, school.scope))).toEqual(expected(school, 2))
    for (const scope of [other.scope, nobody])
      for (const [name, rows] of [
        ...(await found(school, scope)),
        ...(await Promise.all(
          Object.entries(peopleQueries(school, scope)).map(
            async ([name, run]) => [name, await run()] as const,
          ),
        )),
      ])
        expect([name, rows]).toEqual([name, []])
  })

  it('gives only the children of the list, of the caseload or of the authority', async () => {
    const school = await filled(await open())
    for (const [who, scope] of Object.entries(await scopesOfFirst(school))) {
      const rows = await found(school, scope)
      expect([who, counts(rows)]).toEqual([who, expected(school, 1)])
      expect([who, JSON.stringify(rows).includes(school.second.child.id)]).toEqual([who, false])
      for (const [name, run] of Object.entries(peopleQueries(school, scope)))
        expect([who, name, new Set((await run()).map(({ childId }) => childId))]).toEqual([
          who,
          name,
          new Set(name === 'peopleOfNoChild' ? [null] : [school.child.id, null]),
        ])
    }
  })

  it('gives whoever sees no child what is of the school alone', async () => {
    const school = await filled(await open())
    const governor = { id: 'of a governor', role: 'governor', authorityCode: null } as const
    const none = scopeOfPost(governor, school.schoolId, on)
    const scopes = { ...(await scopesOfNobody(school)), 'a governor': none }
    for (const [who, scope] of Object.entries(scopes)) {
      expect([who, counts(await found(school, scope))]).toEqual([who, expected(school, 0)])
      for (const [name, run] of Object.entries(peopleQueries(school, scope)))
        expect([who, name, (await run()).map(({ childId }) => childId)]).toEqual([
          who,
          name,
          who === 'a governor' ? [] : [null],
        ])
    }
    const { db, term } = school
    expect(await recordHistoryOf(db, none, [term.id]).execute()).toHaveLength(1)
    const [clerk] = await peopleOfNoChild(db, school.scope, school.schoolId).execute()
    expect(await recordHistoryOf(db, none, [clerk!.id]).execute()).toEqual([])
    expect(await recordHistoryOf(db, school.scope, [clerk!.id]).execute()).toHaveLength(1)
  })

  it('that writes leaves children alone who are out of the scope', async () => {
    const school = await filled(await open())
    const { db, second, schoolId } = school
    const scopes = { ...(await scopesOfFirst(school)), ...(await scopesOfNobody(school)) }
    const before = await found(school, school.scope)
    for (const scope of Object.values(scopes)) {
      const { numUpdatedRows } = await updateAlert(db, scope, second.alert.id, 1, {
        state: 'answered',
      }).executeTakeFirst()
      const made = aSuspension(second.child, { startedOn: '2026-02-02' })
      const wrong = { ...change, reason: 'wrong' }
      expect([
        numUpdatedRows,
        await inTransaction(db, (trx) => createRecord(trx, scope, 'suspension', made, change)),
        await inTransaction(db, (trx) => createRecord(trx, scope, 'child', aChild(schoolId), change)),
        await inTransaction(db, (trx) =>
          correctRecord(trx, scope, 'suspension', second.suspension.id, 1, { halfDays: 4 }, change),
        ),
        await inTransaction(db, (trx) =>
          removeRecord(trx, scope, 'suspension', second.suspension.id, 1, wrong),
        ),
        await getRecord(db, scope, 'suspension', second.suspension.id),
      ]).toEqual([0n, 'missing', 'missing', 'missing', 'missing', undefined])
    }
    const revision = ([name]: [string, unknown]) => name !== 'bumpRevision' && name !== 'schoolById'
    expect((await found(school, school.scope)).filter(revision)).toEqual(before.filter(revision))
  })

  it('that writes keeps what is of a child in the scope', async () => {
    const school = await filled(await open())
    const { db, child } = school
    let startedOn = 1
    for (const [who, scope] of Object.entries(await scopesOfFirst(school))) {
      const made = aSuspension(child, { startedOn: `2026-02-0${startedOn++}` })
      const outcome = await inTransaction(db, (trx) => createRecord(trx, scope, 'suspension', made, change))
      const corrected = await inTransaction(db, (trx) =>
        correctRecord(trx, scope, 'suspension', made.id, 1, { halfDays: 4 }, change),
      )
      expect([who, outcome, corrected]).toEqual([who, 'ok', 'ok'])
    }
  })

  it('of a school’s whole roll asks no more than which school', async () => {
    const { db, schoolId, scope } = await filled(await open())
    const { sql } = childrenOfSchool(db, scope, schoolId).compile()
    expect(sql).not.toMatch(/care_episode|post_child| or /)
  })

  it('that changes one row leaves another school’s alone', async () => {
    const database = await open()
    const { db, schoolId, alert } = await filled(database)
    const { scope } = await filled(database)
    await setRuleOptions(db, scope, schoolId, '{"a":1}').execute()
    await setEvaluatedOn(db, scope, schoolId, '2026-03-13').execute()
    await updateAlert(db, scope, alert.id, 1, { state: 'answered' }).execute()
    await replaceFindingDay(db, scope, { schoolId, foundOn: '2026-03-14' }, [])
    expect(await everySchool(db).where('ruleOptions', '<>', '{}').execute()).toEqual([])
    expect(await everySchool(db).where('evaluatedOn', 'is not', null).execute()).toEqual([])
    expect(
      await db.selectFrom('alert').select('state').where('id', '=', alert.id).executeTakeFirst(),
    ).toEqual({ state: 'open' })
  })

  it('of a school’s settings keeps them', async () => {
    const { db, scope, schoolId } = await filled(await open())
    await setRuleOptions(db, scope, schoolId, '{"repeated-suspension":{"inTerm":2}}').execute()
    await setEvaluatedOn(db, scope, schoolId, '2026-03-13').execute()
    expect(await schoolById(db, scope, schoolId).executeTakeFirst()).toMatchObject({
      ruleOptions: '{"repeated-suspension":{"inTerm":2}}',
      evaluatedOn: '2026-03-13',
      revision: 2,
    })
  })

  it('of an authority leaves what a person wrote about it', async () => {
    const { db } = await filled(await open())
    const phone = { virtualSchoolPhone: '01632 960777' }
    expect((await updateAuthority(db, 'X01', 1, phone).executeTakeFirst()).numUpdatedRows).toBe(1n)
    expect(
      (await updateAuthority(db, 'X01', 1, { name: 'Elsewhere' }).executeTakeFirst()).numUpdatedRows,
    ).toBe(0n)
    const blank = { virtualSchoolPhone: null, virtualSchoolEmail: null, version: 1 }
    await addAuthorities(db, [
      { code: 'X01', name: 'Nowhereshire', ...blank },
      { code: 'X00', name: 'Otherborough', ...blank },
    ])
    expect((await everyAuthority(db).execute()).map(({ code }) => code)).toEqual(['X00', 'X01', 'X02', 'X03'])
    expect(await authorityByCode(db, 'X01').executeTakeFirst()).toMatchObject({ ...phone, version: 2 })
    expect(await authorityByName(db, 'Otherborough').execute()).toHaveLength(1)
  })

  it('that writes registers replaces those of the same child and year, and counts their versions', async () => {
    const { db, scope, schoolId, child } = await filled(await open())
    const again = {
      id: crypto.randomUUID(),
      schoolId,
      childId: child.id,
      academicYear: '2025/26',
      marks: marks('N'),
    }
    const [before] = await attendanceYearsOfChildren(db, scope, [child.id], ['2025/26']).execute()
    await upsertAttendanceYears(db, [again, { ...again, id: crypto.randomUUID(), academicYear: '2024/25' }])
    expect(await attendanceYearsOfChildren(db, scope, [child.id], years).execute()).toEqual([
      expect.objectContaining({ academicYear: '2024/25', version: 1 }),
      { ...before, marks: marks('N'), version: 2 },
    ])
    const heldYears = await academicYearsHeld(db, scope, schoolId).execute()
    expect(heldYears.map(({ academicYear }) => academicYear)).toEqual(['2024/25', '2025/26'])
    await expect(upsertAttendanceYears(db, [{ ...again, marks: 'too short' }])).rejects.toThrow()
  })

  it('over what is considered gives it across the schools of the scope, and of no other', async () => {
    const database = await open()
    const [school, other] = [await filled(database), await filled(database)]
    const both = { ...school.scope, schoolIds: [school.schoolId, other.schoolId] }
    const since = '2026-03-01T00:00'
    const idsIn = async (scope: Scope, minute = since) =>
      (await consideredSince(database.db, scope, minute).execute()).map(({ childId }) => childId).toSorted()
    const ours = [school.child.id, school.second.child.id].toSorted()
    expect(await idsIn(school.scope)).toEqual(ours)
    expect(await idsIn(both)).toEqual([...ours, other.child.id, other.second.child.id].toSorted())
    expect(await unreadOf(database.db, both)).toBe(4)
    for (const scope of Object.values(await scopesOfFirst(school)))
      expect([await idsIn(scope), await unreadOf(database.db, scope)]).toEqual([[school.child.id], 1])
    for (const scope of Object.values(await scopesOfNobody(school)))
      expect([await idsIn(scope), await unreadOf(database.db, scope)]).toEqual([[], 0])
    const decided = { state: 'not-suspended', decidedAt: '2026-03-01T10:00', decidedBy: 'Head' } as const
    await database.db
      .updateTable('consideration')
      .set(decided)
      .where('childId', '=', school.child.id)
      .execute()
    expect(await idsIn(school.scope)).toEqual(ours)
    expect(await idsIn(school.scope, '2026-03-01T10:01')).toEqual([school.second.child.id])
  })

  it('for news stays the same until something considered, advised or asked in the scope is written', async () => {
    const database = await open()
    const [school, other] = [await filled(database), await filled(database)]
    const { db, scope, child, considerationId } = school
    const stamps: string[] = [await stampOfConsidered(db, scope, '2026-03-01T00:00')]
    const theirs = await stampOfConsidered(db, other.scope, '2026-03-01T00:00')
    const newStamp = async (write: Promise<unknown>) => {
      await write
      const stamp = await stampOfConsidered(db, scope, '2026-03-01T00:00')
      expect(stamps).not.toContain(stamp)
      expect(await stampOfConsidered(db, scope, '2026-03-01T00:00')).toBe(stamp)
      stamps.push(stamp)
    }
    const writing = (work: (trx: Transaction<Database>) => Promise<unknown>) => inTransaction(db, work)
    await newStamp(
      writing((trx) =>
        correctRecord(trx, scope, 'consideration', considerationId, 1, { halfDays: 2 }, change),
      ),
    )
    const { advice } = aroundSuspension(child, { suspensionId: school.suspension.id })
    await newStamp(writing((trx) => createMany(trx, 'advice', [{ ...advice, considerationId }], change)))
    await newStamp(
      writing((trx) => createMany(trx, 'contact', [aContact(child, { considerationId })], change)),
    )
    const decided = { state: 'not-suspended', decidedAt: '2026-03-13T10:00', decidedBy: 'Head' } as const
    await newStamp(
      writing((trx) => correctRecord(trx, scope, 'consideration', considerationId, 2, decided, change)),
    )
    await newStamp(writing((trx) => createMany(trx, 'consideration', [aConsideration(child)], change)))
    const reason = { ...change, reason: 'Another child.' }
    await newStamp(writing((trx) => removeRecord(trx, scope, 'consideration', considerationId, 3, reason)))
    expect(await stampOfConsidered(db, other.scope, '2026-03-01T00:00')).toBe(theirs)
    for (const nobody of Object.values(await scopesOfNobody(school)))
      expect(await stampOfConsidered(db, nobody, '2026-03-01T00:00')).toBe('0.0-')
  })

  it('that writes alerts keeps one for each child, rule and subject', async () => {
    const { db, scope, schoolId, child, alert } = await filled(await open())
    await upsertAlerts(db, [
      anAlert(schoolId, child.id, { status: 'breach', version: 2 }),
      anAlert(schoolId, child.id, { about: 'another', state: 'closed', closedAt: at }),
    ])
    const all = await alertsOfChildren(db, scope, [child.id]).execute()
    expect(all.map(({ about, status, version }) => [about, status, version])).toEqual([
      ['', 'breach', 2],
      ['another', 'due', 1],
    ])
    expect(all[0]!.id).toBe(alert.id)
    expect(await openAlertsOfSchool(db, scope, schoolId).execute()).toHaveLength(2)
    const answered = await updateAlert(db, scope, alert.id, 2, {
      state: 'answered',
      answer: 'done',
    }).executeTakeFirst()
    const stale = await updateAlert(db, scope, alert.id, 2, { state: 'open' }).executeTakeFirst()
    expect([answered.numUpdatedRows, stale.numUpdatedRows]).toEqual([1n, 0n])
    expect(await alertById(db, scope, alert.id).executeTakeFirst()).toMatchObject({
      answer: 'done',
      version: 3,
    })
  })

  it('that writes a day’s findings replaces those of that day alone', async () => {
    const { db, scope, schoolId } = await filled(await open())
    await replaceFindingDay(db, scope, { schoolId, foundOn: '2026-03-14' }, [
      { ruleId: 'a', status: 'met', count: 1 },
    ])
    await replaceFindingDay(db, scope, { schoolId, foundOn: '2026-03-14' }, [
      { ruleId: 'b', status: 'met', count: 2 },
    ])
    const days = await findingDaysOfSchool(db, scope, schoolId, '2026-03-01', '2026-03-31').execute()
    expect(days.map(({ foundOn, ruleId, count }) => [foundOn, ruleId, count])).toEqual([
      ['2026-03-13', 'initial-pep-late', 3],
      ['2026-03-14', 'b', 2],
    ])
  })

  it('that remembers a mapping replaces the one of the same header', async () => {
    const { db, scope, schoolId } = await filled(await open())
    await saveColumnMapping(db, {
      schoolId,
      source: 'children',
      header: 'a,b',
      mapping: '{"a":"upn"}',
    }).execute()
    expect(await columnMappingsOfSchool(db, scope, schoolId).execute()).toEqual([
      { schoolId, source: 'children', header: 'a,b', mapping: '{"a":"upn"}' },
    ])
  })

  it('that looks for a file finds the runs that took it in, and no others', async () => {
    const { db, scope, schoolId } = await filled(await open())
    expect(await importRunsWithFile(db, scope, schoolId, 'cd'.repeat(32)).execute()).toEqual([])
    expect(await importRunsWithFile(db, scope, schoolId, '%').execute()).toEqual([])
    expect(await importRunsWithFile(db, scope, schoolId, sha256).execute()).toHaveLength(1)
  })
})
