import { beforeEach, expect, it } from 'vitest'
import type { OpenDatabase } from '../../../../db/connect.ts'
import { inTransaction } from '../../../../db/in-transaction.ts'
import { upsertAttendanceYears } from '../../../../db/queries/attendance-year.ts'
import { createRecord } from '../../../../db/queries/record.ts'
import type { NewRecord, RecordTable } from '../../../../db/queries/record-shape.ts'
import type { Scope } from '../../../../db/scope.ts'
import { roles } from '../../../../server/access/permissions.ts'
import { academicYear, placeOf } from '../../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../../server/calendar/iso-date.ts'
import { aClock } from '../../../support/a-clock.ts'
import { aCookie, anAccount } from '../../../support/accounts.ts'
import { anApp } from '../../../support/an-app.ts'
import { someTermDates } from '../../../support/build/a-calendar.ts'
import { describeBothDatabases } from '../../../support/databases.ts'
import { aChild, aSchool, aSuspension, change } from '../../../support/rows.ts'

const today = '2026-01-16'
const id = () => crypto.randomUUID() as string

describeBothDatabases('my class', (open) => {
  let database: OpenDatabase
  let schoolId: string
  let scope: Scope
  let mine: NewRecord<'child'>

  const keep = <T extends RecordTable>(table: T, row: NewRecord<T>) =>
    inTransaction(database.db, (trx) => createRecord(trx, scope, table, row, change))

  beforeEach(async () => {
    database = await open()
    ;({ schoolId, scope } = await aSchool(database.db))
    for (const row of someTermDates) await keep('termDate', { id: id(), schoolId, ...row })
    mine = aChild(schoolId, { forename: 'Chidi', surname: 'Okafor', preferredName: 'Chi', sayName: 'CHEE' })
    await keep('child', mine)
    await keep('child', aChild(schoolId, { forename: 'Someone', surname: 'Elses' }))
  })

  /** A class list with a child, in a post that may end. */
  async function aTeacher(childIds: readonly string[], post: { endedOn?: string; label?: string } = {}) {
    const { accountId, postIds } = await anAccount(database.db, ['class-staff'], { schoolId, post })
    for (const childId of childIds)
      await database.db
        .insertInto('postChild')
        .values({ id: id(), postId: postIds[0]!, schoolId, childId, startedOn: '2025-09-01', endedOn: null })
        .execute()
    return async (day = today) => {
      const cookie = await aCookie(database.db, accountId, aClock(day).now())
      return anApp(database, day, { as: { cookie } }).ask('GET', '/api/class')
    }
  }

  /** Everything that may be on record of a child, each with a word that must not be seen. */
  async function everythingOf(child: { id: string }) {
    const of = { schoolId, childId: child.id }
    const person = {
      organisation: 'HIDDEN Council',
      phone: '01632 960999',
      email: 'hidden@council.example',
      parentalResponsibility: 'not-known',
      doNotContact: 0,
      doNotContactReason: null,
      startedOn: null,
      endedOn: null,
    } as const
    await keep('careEpisode', {
      id: id(),
      ...of,
      status: 'cla',
      startedOn: '2025-01-01',
      endedOn: null,
      authorityCode: 'X01',
      detail: 'HIDDEN order',
      detailShared: 1,
    })
    await keep('person', { id: id(), ...of, role: 'key-adult', name: 'Ms Adeyemi', ...person })
    await keep('person', { id: id(), ...of, role: 'social-worker', name: 'HIDDEN Worker', ...person })
    await keep('suspension', aSuspension({ id: child.id, schoolId }))
    await keep('support', {
      id: id(),
      ...of,
      agreedOn: '2025-09-10',
      helps: 'An earlier agreement.',
      avoid: null,
      goTo: null,
      reviewOn: null,
      endedOn: '2025-12-19',
    })
    await keep('support', {
      id: id(),
      ...of,
      agreedOn: '2026-01-06',
      helps: 'A seat by the door.',
      avoid: 'A raised voice.',
      goTo: 'The library.',
      reviewOn: '2026-04-20',
      endedOn: null,
    })
    const year = academicYear('2025/26')
    const marks = Array.from({ length: 530 }, () => '.')
    const mark = (day: string, session: 'AM' | 'PM', code: string) =>
      (marks[placeOf(year, isoDate(day), session)!] = code)
    mark('2025-12-18', 'AM', 'O')
    for (const day of ['06', '07', '08', '09']) {
      mark(`2026-01-${day}`, 'AM', '/')
      mark(`2026-01-${day}`, 'PM', day === '09' ? 'I' : '\\')
    }
    await inTransaction(database.db, (trx) =>
      upsertAttendanceYears(trx, [{ id: id(), ...of, academicYear: year, marks: marks.join('') }]),
    )
  }

  it('holds these fields of each child and no other, whatever else is on record', async () => {
    await everythingOf(mine)
    const ask = await aTeacher([mine.id], { label: '5 Oak', endedOn: '2026-07-22' })
    const { status, json, text } = await ask()
    expect(status).toBe(200)
    expect(json).toEqual({
      on: today,
      term: { name: 'Spring 2026', firstDay: '2026-01-05', lastDay: '2026-03-27' },
      post: { label: '5 Oak', endsOn: '2026-07-22' },
      cards: [
        {
          name: 'Chi Okafor',
          sayName: 'CHEE',
          yearGroup: '5',
          dateOfBirth: '2015-05-01',
          keyAdults: ['Ms Adeyemi'],
          support: {
            helps: 'A seat by the door.',
            avoid: 'A raised voice.',
            goTo: 'The library.',
            agreedOn: '2026-01-06',
            reviewOn: '2026-04-20',
          },
          attendance: { possible: 8, absent: 1, rate: 12.5 },
        },
      ],
    })
    for (const hidden of ['HIDDEN', 'hidden@', '01632', 'cla', 'X01', 'suspension', mine.upn, mine.id])
      expect(text.replaceAll('class', '')).not.toContain(hidden)
  })

  it('is empty while nobody has put a child on the list', async () => {
    const { status, json } = await (await aTeacher([]))()
    expect([status, json.cards]).toEqual([200, []])
  })

  it('leaves out a child who has left, and says nothing where nothing is agreed or marked', async () => {
    const left = aChild(schoolId, { leftOn: '2025-12-19' })
    await keep('child', left)
    const { json } = await (await aTeacher([mine.id, left.id]))()
    expect(json.cards).toHaveLength(1)
    expect(json.cards[0]).toMatchObject({ keyAdults: [], support: null, attendance: null })
  })

  it('ends with the last day of the post', async () => {
    const ask = await aTeacher([mine.id], { endedOn: '2026-01-16' })
    expect((await ask('2026-01-16')).json.cards).toHaveLength(1)
    const after = await ask('2026-01-17')
    expect(after.status).toBeGreaterThanOrEqual(401)
    expect(after.text).not.toContain('Okafor')
  })

  it('is on record as seen before it leaves, with the children and classes of data it showed', async () => {
    await (
      await aTeacher([mine.id])
    )()
    const events = await database.db
      .selectFrom('auditEvent')
      .selectAll()
      .where('action', '=', 'view')
      .execute()
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({ role: 'class-staff', route: 'GET /api/class' })
    expect(events[0]?.childSet).not.toBeNull()
  })

  it('is for class staff alone: whoever opens whole children has their pages', async () => {
    for (const role of roles.filter((each) => each !== 'class-staff'))
      expect([role, (await anApp(database, today, { as: role }).ask('GET', '/api/class')).status]).toEqual([
        role,
        403,
      ])
  })
})
