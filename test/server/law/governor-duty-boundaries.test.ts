import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import {
  boardDeadline,
  boardMeetsWithin,
  governorDuty,
  halfDaysOf,
  yearHalfDaysLeft,
  yearLevel,
  type GovernorDuty,
  type SuspensionKind,
} from '../../../server/law/suspension.ts'
import { examDeadline } from '../../../server/law/suspension-return.ts'
import { aCalendar } from '../../support/build/a-calendar.ts'

const calendar = aCalendar()
const noticeOn = isoDate('2026-01-14')

interface Case {
  readonly name: string
  readonly schoolDays: number
  readonly kind?: SuspensionKind
  readonly missesExam?: boolean
  readonly representations: boolean | null
  readonly duty: GovernorDuty
  readonly within: number | null
  readonly lastDay: string | null
}

/** School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012, regulations 6, 15 and 24. */
const table: readonly Case[] = [
  ...[true, false, null].map((representations) => ({
    name: `5.0 school days, representations ${representations}`,
    schoolDays: 5,
    representations,
    duty: 'consider-representations' as const,
    within: null,
    lastDay: null,
  })),
  ...[5.5, 15].flatMap((schoolDays) => [
    {
      name: `${schoolDays} school days with representations`,
      schoolDays,
      representations: true,
      duty: 'meet-50-if-representations' as const,
      within: 50,
      lastDay: '2026-04-15',
    },
    {
      name: `${schoolDays} school days, parents made none`,
      schoolDays,
      representations: false,
      duty: 'meet-50-if-representations' as const,
      within: null,
      lastDay: null,
    },
    {
      name: `${schoolDays} school days, nobody said whether parents made any`,
      schoolDays,
      representations: null,
      duty: 'meet-50-if-representations' as const,
      within: 50,
      lastDay: '2026-04-15',
    },
  ]),
  ...[true, false].map((representations) => ({
    name: `15.5 school days, representations ${representations}`,
    schoolDays: 15.5,
    representations,
    duty: 'meet-15' as const,
    within: 15,
    lastDay: '2026-02-04',
  })),
  {
    name: 'half a day that misses an exam',
    schoolDays: 0.5,
    missesExam: true,
    representations: false,
    duty: 'meet-15',
    within: 15,
    lastDay: '2026-02-04',
  },
  {
    name: 'half a day that misses none',
    schoolDays: 0.5,
    missesExam: false,
    representations: true,
    duty: 'consider-representations',
    within: null,
    lastDay: null,
  },
  {
    name: 'ten lunchtimes, which are five days',
    kind: 'lunchtime',
    schoolDays: 5,
    representations: true,
    duty: 'consider-representations',
    within: null,
    lastDay: null,
  },
  {
    name: 'eleven lunchtimes with representations',
    kind: 'lunchtime',
    schoolDays: 5.5,
    representations: true,
    duty: 'meet-50-if-representations',
    within: 50,
    lastDay: '2026-04-15',
  },
  {
    name: 'a permanent exclusion',
    kind: 'permanent',
    schoolDays: 0,
    representations: false,
    duty: 'meet-15',
    within: 15,
    lastDay: '2026-02-04',
  },
]

describe('the duty of the governing board, at each of its boundaries', () => {
  for (const { name, kind = 'suspension', schoolDays, missesExam = false, representations, ...then } of table)
    it(`after ${name}: ${then.within === null ? 'no meeting' : `within ${then.within} school days`}`, () => {
      const duty = governorDuty(kind, halfDaysOf(schoolDays), { missesExam })
      expect(duty).toBe(then.duty)
      expect(boardMeetsWithin(duty, representations)).toBe(then.within)
      expect(boardDeadline(duty, noticeOn, calendar, representations)).toBe(then.lastDay)
    })

  it('comes before the exam that half a day would miss', () => {
    expect(examDeadline(noticeOn, isoDate('2026-01-21'), calendar)).toEqual({
      dueOn: '2026-01-20',
      beforeExam: true,
    })
  })
})

describe('the limit of a school year, at its boundary', () => {
  it('allows 45.0 school days', () => {
    expect(yearLevel(halfDaysOf(45))).toBe('red')
    expect(yearHalfDaysLeft(halfDaysOf(45))).toBe(0)
  })

  it('calls 45.5 unlawful', () => {
    expect(yearLevel(halfDaysOf(45.5))).toBe('block')
    expect(yearHalfDaysLeft(halfDaysOf(45.5))).toBe(-1)
  })
})
