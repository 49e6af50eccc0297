import { describe, expect, it } from 'vitest'
import { academicYearOf } from '../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { buildAttendanceFacts, layOutAttendance } from '../../../server/facts/attendance-facts.ts'
import type { SuspensionRow } from '../../../server/facts/child-rows.ts'
import { buildIdentityFacts } from '../../../server/facts/identity-facts.ts'
import { aCalendar, calendarToSpring } from '../../support/build/a-calendar.ts'
import { aChildRow, aRegister, aSuspensionRow } from '../../support/build/child-rows.ts'

const calendar = aCalendar()

interface Case {
  marks?: Readonly<Record<string, string>>
  lastYear?: Readonly<Record<string, string>>
  suspensions?: readonly SuspensionRow[]
  admittedOn?: string
  leftOn?: string
  calendar?: typeof calendar
}

/** Facts on a day of a child who was present at every session but those given. */
function attendanceOn(day: string, given: Case = {}) {
  const on = isoDate(day)
  const of = given.calendar ?? calendar
  const { admittedOn = '2023-09-04', leftOn = null } = given
  const facts = buildAttendanceFacts(
    [
      ...(given.lastYear ? [aRegister(of, given.lastYear, '2024/25')] : []),
      aRegister(of, given.marks ?? {}, '2025/26'),
    ],
    given.suspensions ?? [],
    buildIdentityFacts(aChildRow({ admittedOn, leftOn }), on),
    layOutAttendance(of, on, academicYearOf(on)),
  )
  if (facts === null) throw new Error('No register')
  return facts
}

describe('sessions counted', () => {
  it('are the school sessions from 1 September up to and on the day', () => {
    const count = (day: string) => attendanceOn(day).schoolSessions
    expect(['2025-09-01', '2025-09-02', '2025-09-03'].map(count)).toEqual([0, 2, 4])
  })

  it('leave out marks on days on which the school did not meet', () => {
    const facts = attendanceOn('2025-11-03', {
      marks: { '2025-09-01 AM': 'O', '2025-10-28 AM': 'O', '2025-11-03 PM': 'O' },
    })
    expect([facts.unauthorised, facts.possible]).toEqual([1, facts.schoolSessions])
  })

  it('leave out marks after the day', () => {
    expect(attendanceOn('2026-03-12', { marks: { '2026-03-13 AM': 'O' } }).unauthorised).toBe(0)
    expect(attendanceOn('2026-03-13', { marks: { '2026-03-13 AM': 'O' } }).unauthorised).toBe(1)
  })

  it('begin with the day of admission and end with the last day on roll', () => {
    const facts = attendanceOn('2026-03-13', { admittedOn: '2026-02-24', leftOn: '2026-02-26' })
    expect([facts.schoolSessions, facts.attended]).toEqual([6, 6])
    expect(facts.remaining).toBeNull()
  })

  it('are none before admission and of a child who left before the year', () => {
    expect(attendanceOn('2026-03-13', { admittedOn: '2026-03-19' })).toMatchObject({
      schoolSessions: 0,
      possible: 0,
      missing: 0,
      remaining: null,
      schoolDaysWithoutMarks: 0,
    })
    expect(attendanceOn('2026-03-13', { leftOn: '2025-07-23' }).schoolSessions).toBe(0)
  })
})

describe('the class of a mark', () => {
  const counts = (mark: string) => {
    const facts = attendanceOn('2026-03-13', { marks: { '2026-03-12 AM': mark } })
    const { possible, attended, authorised, unauthorised, notPossible, missing } = facts
    return [possible, attended, authorised, unauthorised, notPossible, missing].map(
      (count, place) => count - [facts.schoolSessions, facts.schoolSessions, 0, 0, 0, 0][place]!,
    )
  }

  it('is attended, authorised, unauthorised, not possible, or missing', () => {
    expect(['L', 'B', 'C2', 'E', 'N', 'O', 'Y7', 'X', '-'].map(counts)).toEqual([
      [0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0],
      [0, -1, 1, 0, 0, 0],
      [0, -1, 1, 0, 0, 0],
      [0, -1, 0, 1, 0, 0],
      [0, -1, 0, 1, 0, 0],
      [-1, -1, 0, 0, 1, 0],
      [-1, -1, 0, 0, 1, 0],
      [-1, -1, 0, 0, 0, 1],
    ])
  })

  it('counts nowhere for a planned closure and for a child not yet on the register', () => {
    expect(['#', 'Z'].map(counts)).toEqual([
      [-1, -1, 0, 0, 0, 0],
      [-1, -1, 0, 0, 0, 0],
    ])
  })

  it('is that of the date of the mark: an interview was an activity until 18 August 2024', () => {
    const summer = aCalendar([
      { kind: 'term', name: 'T', firstDay: isoDate('2024-08-12'), lastDay: isoDate('2024-08-23') },
    ])
    const on = isoDate('2024-08-23')
    const facts = buildAttendanceFacts(
      [aRegister(summer, { '2024-08-16 PM': 'J', '2024-08-19 AM': 'J1' }, '2023/24')],
      [],
      buildIdentityFacts(aChildRow(), on),
      layOutAttendance(summer, on, academicYearOf(on)),
    )
    expect(facts).toMatchObject({ schoolSessions: 20, attended: 19, authorised: 1, missing: 0 })
  })
})

describe('sessions still to come', () => {
  it('are those after the day to the last school day of the year', () => {
    const left = (day: string) => attendanceOn(day).remaining
    expect(['2026-07-17', '2026-07-20', '2026-07-21', '2026-08-31'].map(left)).toEqual([4, 2, 0, 0])
  })

  it('are not known while the calendar does not reach the end of the year', () => {
    expect(attendanceOn('2026-03-13', { calendar: calendarToSpring }).remaining).toBeNull()
  })
})

describe('school weeks', () => {
  it('are those of this year up to the week of the day, holidays left out', () => {
    const mondays = (day: string) => attendanceOn(day).weeks.map(({ monday }) => monday)
    expect(mondays('2025-11-02').slice(-2)).toEqual(['2025-10-13', '2025-10-20'])
    expect(mondays('2025-11-03').slice(-2)).toEqual(['2025-10-20', '2025-11-03'])
  })

  it('hold the marks of their own days', () => {
    const facts = attendanceOn('2026-03-13', {
      marks: { '2026-03-06 PM': 'O', '2026-03-09 AM': 'I', '2026-03-09 PM': 'U', '2026-03-10 AM': 'X' },
    })
    expect(facts.weeks.slice(-2)).toEqual([
      { monday: '2026-03-02', possible: 10, authorised: 0, unauthorised: 1 },
      { monday: '2026-03-09', possible: 9, authorised: 1, unauthorised: 1 },
    ])
  })

  it('run through the year end for nine weeks where last year’s register is stored', () => {
    const facts = attendanceOn('2025-09-05', { lastYear: { '2025-07-23 PM': 'G', '2025-05-12 AM': 'G' } })
    expect(facts.weeksBefore).toHaveLength(9)
    expect(facts.weeksBefore.map(({ unauthorised }) => unauthorised)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1])
    expect(facts.weeksBefore[0]?.monday).toBe('2025-05-19')
    expect(attendanceOn('2025-09-05').weeksBefore).toEqual([])
  })

  it('of one child do not leak into the next', () => {
    attendanceOn('2026-03-13', { marks: { '2026-03-09 AM': 'O' } })
    expect(attendanceOn('2026-03-13').weeks.at(-1)).toMatchObject({ unauthorised: 0 })
  })
})

describe('marks listed', () => {
  it('are N and O as unexplained, E as excluded and C2 as part-time, oldest first, with day and session', () => {
    const unexplained = { '2026-03-12 PM': 'O', '2026-03-12 AM': 'N', '2026-03-11 AM': 'U' }
    const facts = attendanceOn('2026-03-13', {
      marks: { ...unexplained, '2026-02-03 AM': 'E', '2026-02-03 PM': 'C2', '2026-02-04 AM': 'C' },
    })
    expect(facts.unexplained).toEqual([
      { on: '2026-03-12', session: 'AM', code: 'N' },
      { on: '2026-03-12', session: 'PM', code: 'O' },
    ])
    expect(facts.excludedMarks).toEqual([{ on: '2026-02-03', session: 'AM', code: 'E' }])
    expect(facts.partTimeMarks).toEqual([{ on: '2026-02-03', session: 'PM', code: 'C2' }])
  })
})

describe('sessions that a suspension covers', () => {
  const covered = (day: string, suspensions: readonly SuspensionRow[], given: Case = {}) =>
    attendanceOn(day, { ...given, suspensions }).suspendedSessions.map(
      ({ on, session, code }) => `${on} ${session} ${code ?? 'none'}`,
    )

  it('are told up to the day with the mark that stands there', () => {
    expect(
      covered('2026-02-25', [aSuspensionRow('2026-02-24', 10, { startSession: 'PM' })], {
        marks: { '2026-02-24 PM': 'E', '2026-02-25 AM': 'B', '2026-02-25 PM': '-' },
      }),
    ).toEqual(['2026-02-24 PM E', '2026-02-25 AM B', '2026-02-25 PM none'])
  })

  it('end with its last half day, holidays left out', () => {
    expect(covered('2026-03-13', [aSuspensionRow('2026-02-13', 3)])).toEqual([
      '2026-02-13 AM /',
      '2026-02-13 PM \\',
      '2026-02-23 AM /',
    ])
  })

  it('of a permanent exclusion have no end but the last day on roll', () => {
    const exclusion = aSuspensionRow('2026-03-11', null)
    expect(covered('2026-03-13', [exclusion])).toHaveLength(6)
    expect(covered('2026-03-13', [exclusion], { leftOn: '2026-03-11' })).toHaveLength(2)
  })

  it('are none of a lunchtime and none of another school’s', () => {
    expect(
      covered('2026-03-13', [
        aSuspensionRow('2026-03-09', 3, { kind: 'lunchtime', startSession: null }),
        aSuspensionRow('2026-03-10', 3, { atOtherSchool: 1 }),
      ]),
    ).toEqual([])
  })

  it('of last year’s suspension are those that fall in this year', () => {
    expect(covered('2025-09-05', [aSuspensionRow('2025-07-23', 4)])).toEqual([
      '2025-09-02 AM /',
      '2025-09-02 PM \\',
    ])
  })

  it('are told once when two rows cover one session', () => {
    expect(
      covered('2026-03-10', [aSuspensionRow('2026-03-09', 4), aSuspensionRow('2026-03-10', 2)]),
    ).toHaveLength(4)
  })
})

describe('school days without marks', () => {
  const silent = (days: readonly string[]) =>
    Object.fromEntries(days.flatMap((day) => [[`${day} AM`, '-'] as const, [`${day} PM`, '-'] as const]))

  it('are counted after the last mark, up to and on the day', () => {
    const facts = attendanceOn('2026-03-13', {
      marks: { ...silent(['2026-03-12', '2026-03-13']), '2026-03-11 PM': '-' },
    })
    expect([facts.lastMarkOn, facts.schoolDaysWithoutMarks]).toEqual(['2026-03-11', 2])
  })

  it('are none when there is a mark today', () => {
    expect(attendanceOn('2026-03-13')).toMatchObject({ lastMarkOn: '2026-03-13', schoolDaysWithoutMarks: 0 })
  })

  it('are counted since admission when there is no mark at all', () => {
    const facts = attendanceOn('2026-03-13', {
      admittedOn: '2026-03-11',
      marks: silent(['2026-03-11', '2026-03-12', '2026-03-13']),
    })
    expect([facts.lastMarkOn, facts.schoolDaysWithoutMarks]).toEqual([null, 3])
  })
})

describe('a year without a register', () => {
  it('is not told, whatever last year’s register says', () => {
    const on = isoDate('2025-09-05')
    expect(
      buildAttendanceFacts(
        [aRegister(calendar, {}, '2024/25')],
        [],
        buildIdentityFacts(aChildRow(), on),
        layOutAttendance(calendar, on, academicYearOf(on)),
      ),
    ).toBeNull()
  })
})
