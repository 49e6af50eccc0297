import { expect, it } from 'vitest'
import type { Insertable } from 'kysely'
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
import { auditEventsOfChild, auditEventsOfSchool } from '../../../db/queries/audit-event.ts'
import {
  addAuthorities,
  authorityByCode,
  authorityByName,
  everyAuthority,
  updateAuthority,
} from '../../../db/queries/authority.ts'
import { careEpisodesOfChildren, careEpisodesOfSchool } from '../../../db/queries/care-episode.ts'
import { childById, childNamesOfSchool, childrenByIds, childrenOfSchool } from '../../../db/queries/child.ts'
import { columnMappingsOfSchool, saveColumnMapping } from '../../../db/queries/column-mapping.ts'
import { contactsOfChildren, contactsOfSchool } from '../../../db/queries/contact.ts'
import { findingDaysOfSchool, replaceFindingDay } from '../../../db/queries/finding-day.ts'
import { importRunsOfSchool, importRunsWithFile, insertImportRun } from '../../../db/queries/import-run.ts'
import { pepMeetingsOfChildren, pepMeetingsOfSchool } from '../../../db/queries/pep-meeting.ts'
import { peopleOfChildren, peopleOfNoChild, peopleOfSchool } from '../../../db/queries/person.ts'
import { recordHistoryOf, recordHistoryOfImport } from '../../../db/queries/record-history.ts'
import { createMany } from '../../../db/queries/record-many.ts'
import { createRecord } from '../../../db/queries/record.ts'
import type { NewRecord } from '../../../db/queries/record-shape.ts'
import {
  bumpRevision,
  everySchool,
  schoolById,
  setEvaluatedOn,
  setRuleOptions,
} from '../../../db/queries/school.ts'
import { insertSessionMarks, sessionMarksOfChildren } from '../../../db/queries/session-mark.ts'
import { suspensionsOfChildren, suspensionsOfSchool } from '../../../db/queries/suspension.ts'
import { termDatesOfSchool } from '../../../db/queries/term-date.ts'
import type { Database } from '../../../db/schema.ts'
import type { Scope } from '../../../db/scope.ts'
import { scopeOfSchool } from '../../../server/access/scope.ts'
import { describeBothDatabases } from '../../support/databases.ts'
import { aChild, aSchool, aSuspension, at, change } from '../../support/rows.ts'

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

/** A school with one row of everything. */
async function filled({ db }: OpenDatabase) {
  const { schoolId, scope } = await aSchool(db)
  const child = aChild(schoolId)
  const of = () => ({ id: crypto.randomUUID(), schoolId, childId: child.id })
  const suspension = aSuspension(child)
  const alert = anAlert(schoolId, child.id)
  const person: NewRecord<'person'> = {
    ...of(),
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
  }
  const year = { ...of(), academicYear: '2025/26' }
  await inTransaction(db, async (trx) => {
    await createRecord(trx, scope, 'child', child, change)
    const imported = { ...change, importRunId: `run of ${schoolId}` }
    await createMany(trx, 'suspension', [suspension], imported)
    await createMany(
      trx,
      'careEpisode',
      [
        {
          ...of(),
          status: 'cla',
          startedOn: '2024-05-01',
          endedOn: null,
          authorityCode: 'X01',
          detail: null,
        },
      ],
      change,
    )
    await createMany(
      trx,
      'pepMeeting',
      [
        {
          ...of(),
          askedOn: null,
          heldOn: '2026-01-20',
          completedOn: null,
          quality: null,
          attended: '',
          childViews: null,
          childWords: null,
        },
      ],
      change,
    )
    await createMany(
      trx,
      'contact',
      [
        {
          ...of(),
          suspensionId: suspension.id,
          withRole: 'carer',
          purpose: 'other',
          contactedAt: '2026-01-12T08:50',
          how: null,
          madeBy: null,
          outcome: null,
          note: null,
        },
      ],
      change,
    )
    await createMany(
      trx,
      'person',
      [person, { ...person, id: crypto.randomUUID(), childId: null, role: 'clerk' }],
      change,
    )
    await createMany(
      trx,
      'termDate',
      [
        {
          id: crypto.randomUUID(),
          schoolId,
          kind: 'term',
          name: 'Spring',
          firstDay: '2026-01-05',
          lastDay: '2026-03-27',
        },
      ],
      change,
    )
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
    await replaceFindingDay(trx, scope, { schoolId, foundOn: '2026-03-13' }, [
      { ruleId: 'initial-pep-late', status: 'due', count: 3 },
    ])
    await insertImportRun(trx, {
      id: imported.importRunId,
      schoolId,
      startedAt: at,
      finishedAt: at,
      changedBy: 'Sam',
      files: JSON.stringify([{ name: 'a.csv', source: 'suspensions', sha256, rows: 1 }]),
      counts: '{}',
    }).execute()
    await saveColumnMapping(trx, { schoolId, source: 'children', header: 'a,b', mapping: '{}' }).execute()
  })
  return { db, schoolId, scope, child, alert, suspension, importRunId: `run of ${schoolId}` }
}

type Filled = Awaited<ReturnType<typeof filled>>

/** Every query over a school's rows, by name, with how many rows the filled school gives. */
const queries = ({ db, schoolId, child, alert, suspension, importRunId }: Filled, scope: Scope) => {
  const ids = [child.id]
  return {
    schoolById: [schoolById(db, scope, schoolId), 1],
    childrenOfSchool: [childrenOfSchool(db, scope, schoolId), 1],
    childrenByIds: [childrenByIds(db, scope, ids), 1],
    childById: [childById(db, scope, child.id), 1],
    childNamesOfSchool: [childNamesOfSchool(db, scope, schoolId), 1],
    careEpisodesOfSchool: [careEpisodesOfSchool(db, scope, schoolId), 1],
    careEpisodesOfChildren: [careEpisodesOfChildren(db, scope, ids), 1],
    pepMeetingsOfSchool: [pepMeetingsOfSchool(db, scope, schoolId), 1],
    pepMeetingsOfChildren: [pepMeetingsOfChildren(db, scope, ids), 1],
    suspensionsOfSchool: [suspensionsOfSchool(db, scope, schoolId), 1],
    suspensionsOfChildren: [suspensionsOfChildren(db, scope, ids), 1],
    contactsOfSchool: [contactsOfSchool(db, scope, schoolId), 1],
    contactsOfChildren: [contactsOfChildren(db, scope, ids), 1],
    peopleOfSchool: [peopleOfSchool(db, scope, schoolId), 2],
    peopleOfNoChild: [peopleOfNoChild(db, scope, schoolId), 1],
    peopleOfChildren: [peopleOfChildren(db, scope, ids), 1],
    termDatesOfSchool: [termDatesOfSchool(db, scope, schoolId), 1],
    attendanceYearsOfSchool: [attendanceYearsOfSchool(db, scope, schoolId, ['2025/26']), 1],
    attendanceYearsOfChildren: [attendanceYearsOfChildren(db, scope, ids, ['2024/25', '2025/26']), 1],
    academicYearsHeld: [academicYearsHeld(db, scope, schoolId), 1],
    attendanceYearHistoryOfChildren: [attendanceYearHistoryOfChildren(db, scope, ids), 1],
    sessionMarksOfChildren: [sessionMarksOfChildren(db, scope, ids), 1],
    alertsOfSchool: [alertsOfSchool(db, scope, schoolId), 1],
    openAlertsOfSchool: [openAlertsOfSchool(db, scope, schoolId), 1],
    alertsOfChildren: [alertsOfChildren(db, scope, ids), 1],
    alertById: [alertById(db, scope, alert.id), 1],
    alertEventsOf: [alertEventsOf(db, scope, [alert.id]), 1],
    findingDaysOfSchool: [findingDaysOfSchool(db, scope, schoolId, '2026-03-13', '2026-03-13'), 1],
    importRunsOfSchool: [importRunsOfSchool(db, scope, schoolId), 1],
    importRunsWithFile: [importRunsWithFile(db, scope, schoolId, sha256), 1],
    columnMappingsOfSchool: [columnMappingsOfSchool(db, scope, schoolId), 1],
    auditEventsOfSchool: [auditEventsOfSchool(db, scope, schoolId, 10), 1],
    auditEventsOfChild: [auditEventsOfChild(db, scope, child.id), 1],
    recordHistoryOf: [recordHistoryOf(db, scope, [suspension.id]), 1],
    recordHistoryOfImport: [recordHistoryOfImport(db, scope, importRunId), 1],
    bumpRevision: [bumpRevision(db, scope, schoolId), 1],
  } as const
}

describeBothDatabases('every query', (open) => {
  it('gives what its school holds, nothing to another school, nothing without a scope', async () => {
    const database = await open()
    const school = await filled(database)
    const other = await filled(database)
    const nobody = { ...scopeOfSchool(''), schoolIds: [] }
    for (const [scope, sees] of [
      [school.scope, true],
      [other.scope, false],
      [nobody, false],
    ] as const)
      for (const [name, [query, rows]] of Object.entries(queries(school, scope)))
        expect([name, (await query.execute()).length]).toEqual([name, sees ? rows : 0])
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
      revision: 1,
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
    expect((await everyAuthority(db).execute()).map(({ code }) => code)).toEqual(['X00', 'X01'])
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
    const [before] = await attendanceYearsOfSchool(db, scope, schoolId, ['2025/26']).execute()
    await upsertAttendanceYears(db, [again, { ...again, id: crypto.randomUUID(), academicYear: '2024/25' }])
    const years = ['2024/25', '2025/26']
    expect(await attendanceYearsOfSchool(db, scope, schoolId, years).execute()).toEqual([
      expect.objectContaining({ academicYear: '2024/25', version: 1 }),
      { ...before, marks: marks('N'), version: 2 },
    ])
    const heldYears = await academicYearsHeld(db, scope, schoolId).execute()
    expect(heldYears.map(({ academicYear }) => academicYear)).toEqual(years)
    await expect(upsertAttendanceYears(db, [{ ...again, marks: 'too short' }])).rejects.toThrow()
  })

  it('that writes alerts keeps one for each child, rule and subject', async () => {
    const { db, scope, schoolId, child, alert } = await filled(await open())
    await upsertAlerts(db, [
      anAlert(schoolId, child.id, { status: 'breach', version: 2 }),
      anAlert(schoolId, child.id, { about: 'another', state: 'closed', closedAt: at }),
    ])
    const all = await alertsOfSchool(db, scope, schoolId).execute()
    expect(all.map(({ about, status, version }) => [about, status, version])).toEqual([
      ['', 'breach', 2],
      ['another', 'due', 1],
    ])
    expect(all[0]!.id).toBe(alert.id)
    expect(await openAlertsOfSchool(db, scope, schoolId).execute()).toHaveLength(1)
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
