import { describe, expect, it } from 'vitest'
import { academicYearOf } from '../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import type { SchoolCalendar } from '../../../server/calendar/school-calendar.ts'
import type { ChildFacts } from '../../../server/facts/child-facts.ts'
import type { SuspensionRow } from '../../../server/facts/child-rows.ts'
import { buildSuspensionFacts, layOutSuspensions } from '../../../server/facts/suspension-facts.ts'
import { consequencesOf, type ConsequenceOptions } from '../../../server/pathway/consequences.ts'
import type { Consequences, Proposal } from '../../../server/pathway/shapes.ts'
import { aCalendar, calendarToSpring, noCalendar } from '../../support/build/a-calendar.ts'
import { careOf } from '../../support/build/a-care.ts'
import { aChild, anIdentity } from '../../support/build/a-child.ts'
import { anAttendance } from '../../support/build/an-attendance.ts'
import { aSuspensionRow, childRows } from '../../support/build/child-rows.ts'

const ordinary = aCalendar()
const today = '2026-03-13'

const historyOf = (rows: readonly SuspensionRow[], day = today, calendar: SchoolCalendar = ordinary) => {
  const on = isoDate(day)
  return buildSuspensionFacts(
    childRows({ suspensions: rows }),
    [],
    [],
    layOutSuspensions(calendar, on, academicYearOf(on)),
  )
}

const proposal = (
  startedOn: string | null,
  halfDays: number | null,
  given: Partial<Proposal> = {},
): Proposal => ({
  kind: 'suspension',
  startedOn: startedOn === null ? null : isoDate(startedOn),
  startSession: 'AM',
  halfDays,
  missesExam: false,
  examOn: null,
  ...given,
})

interface Given {
  readonly rows?: readonly SuspensionRow[]
  readonly child?: Partial<ChildFacts>
  readonly on?: string
  readonly calendar?: SchoolCalendar
  readonly options?: Partial<ConsequenceOptions>
}

const of = (
  what: Proposal,
  { rows = [], child = {}, on = today, calendar = ordinary, options = {} }: Given = {},
): Consequences =>
  consequencesOf(
    aChild({ suspension: historyOf(rows, on, calendar), ...child }),
    what,
    calendar,
    isoDate(on),
    { authorityName: 'Fenwick', ...options },
  )

const item = ({ list }: Consequences, id: string) => list.find((each) => each.id === id)
const ids = ({ list }: Consequences) => list.map(({ id }) => id)

/** Half days already spent in Spring 2026, ended long before Monday 16 March. */
const earlier = (halfDays: number): SuspensionRow[] =>
  halfDays === 0 ? [] : [aSuspensionRow('2026-01-06', halfDays)]

describe('what governors must do (2.C)', () => {
  const meeting = (before: number, length: number, given: Partial<Proposal> = {}) =>
    item(of(proposal('2026-03-16', length, given), { rows: earlier(before) }), 'governors-meeting')

  it('is no meeting at 5.0 days in the term', () => {
    expect(meeting(8, 2)).toBeUndefined()
    const notice = item(of(proposal('2026-03-16', 2), { rows: earlier(8) }), 'board-notice')
    expect(notice).toMatchObject({ title: 'Governors hear of it this term', status: 'watch' })
  })

  it('is a meeting within 50 school days if parents make representations, from 5.5 to 15.0', () => {
    const expected = {
      title: 'Governors meet if parents ask, by Mon 15 June',
      dueOn: '2026-06-15',
      status: 'watch',
      owner: 'governing-board',
      force: 'must',
    }
    expect(meeting(8, 3)).toMatchObject(expected)
    expect(meeting(8, 3)?.words).toMatch(
      /^5\.5 school days in Spring 2026 is over 5: .*within 50 school days, if parents make representations\./,
    )
    expect(meeting(26, 4)).toMatchObject(expected)
  })

  it('is a meeting within 15 school days in any case from 15.5', () => {
    expect(meeting(26, 5)).toMatchObject({
      title: 'Governors must meet, by Fri 17 April',
      dueOn: '2026-04-17',
      status: 'due',
    })
    expect(meeting(26, 5)?.words).toMatch(/^15\.5 school days in Spring 2026 is over 15: /)
  })

  /** Half a day on the day of an exam. */
  const onExamDay = (day: string) =>
    item(of(proposal(day, 1, { missesExam: true, examOn: isoDate(day) })), 'governors-meeting')

  it('is a meeting before the exam that half a day would miss', () => {
    const exam = onExamDay('2026-03-18')
    expect(exam).toMatchObject({
      title: 'Governors must meet, before the exam if they can, by Fri 17 April at the latest',
      dueOn: '2026-03-17',
    })
    expect(exam?.words).toMatch(/as far as is practicable before Wed 18 March/)
    const unknownDay = meeting(0, 1, { missesExam: true })
    expect(unknownDay).toMatchObject({ dueOn: '2026-04-17' })
  })

  it('is within 15 school days where the exam lies after them', () => {
    expect(onExamDay('2026-05-14')?.dueOn).toBe('2026-04-17')
  })

  it('is a meeting within 15 school days after a permanent exclusion', () => {
    expect(meeting(0, 0, { kind: 'permanent', halfDays: null })).toMatchObject({
      title: 'Governors must meet, by Fri 17 April',
      status: 'due',
    })
  })

  it('is the same for lunchtimes: ten are five days, eleven are over', () => {
    const lunchtimes = { kind: 'lunchtime', startSession: null } as const
    const at = (number: number) =>
      item(of(proposal('2026-03-02', number, lunchtimes), { on: '2026-02-27' }), 'governors-meeting')
    expect(at(10)).toBeUndefined()
    expect(at(11)?.title).toMatch(/^Governors meet if parents ask/)
  })

  it('has words and no date where the calendar ends too soon', () => {
    const late = of(proposal('2026-03-16', 11), { calendar: calendarToSpring })
    const found = item(late, 'governors-meeting')
    expect(found).toMatchObject({
      title: 'Governors meet if parents ask, within 50 school days',
      dueOn: null,
    })
    expect(found?.words).toMatch(/not known so far ahead/)
  })

  it('tells the board without delay from the day on which it has a duty', () => {
    expect(item(of(proposal('2026-03-16', 11)), 'board-notice')).toMatchObject({
      title: 'Governors to be told without delay',
      dueOn: today,
      force: 'must',
    })
  })
})

describe('the school year', () => {
  const year = [
    aSuspensionRow('2025-09-08', 30),
    aSuspensionRow('2025-11-10', 30),
    aSuspensionRow('2026-01-12', 20),
  ]

  it('allows 45.0 days', () => {
    const answer = of(proposal('2026-03-16', 10), { rows: year })
    expect(answer.year).toEqual({ name: '2025/26', before: 80, after: 90, atOtherSchool: 0 })
    expect(answer.refusal).toBeNull()
    expect(item(answer, 'year-limit')?.title).toBe('45 of 45 school days this year')
    expect(item(answer, 'year-limit')?.words).toMatch(
      /^The law allows no more than 45 school days in a school year\. It would come to 45 in 2025\/26.*; none would be left\.$/,
    )
    expect(answer.list[0]?.id, 'near the limit it stands first').toBe('year-limit')
  })

  it('refuses 45.5 days, and says how much is left', () => {
    const answer = of(proposal('2026-03-16', 11), { rows: year })
    expect(answer.refusal).toBe(
      'This would come to 45.5 school days in 2025/26: the law allows no more than 45, and 5 school days are left.',
    )
    expect(answer.shorter).toEqual({
      halfDays: 10,
      words: '5 school days would stay within what the law allows in a school year. Back Mon 23 March.',
    })
  })

  it('counts the days that another school told of', () => {
    const elsewhere = aSuspensionRow('2026-02-02', 20, { atOtherSchool: 1 })
    const answer = of(proposal('2026-03-16', 11), {
      rows: [year[0], year[1], elsewhere].filter((row) => row !== undefined),
    })
    expect(answer.year).toMatchObject({ before: 80, after: 91, atOtherSchool: 20 })
    expect(answer.refusal).toMatch(/10 of them at another school/)
    expect(answer.term).toEqual({ name: 'Spring 2026', before: 0, after: 11 })
  })

  it('is never blocked by lunchtimes alone', () => {
    const lunchtimes = aSuspensionRow('2026-02-02', 4, { kind: 'lunchtime', startSession: null })
    const answer = of(proposal('2026-03-16', 10), { rows: [...year, lunchtimes] })
    expect(answer.year.after).toBe(94)
    expect(answer.refusal).toBeNull()
    expect(item(answer, 'year-limit')).toMatchObject({
      title: 'Over 45 days this year, lunchtimes counted',
      cautious: 'Each lunchtime is counted as half a day towards the 45.',
    })
    expect(of(proposal('2026-03-16', 11), { rows: [...year, lunchtimes] }).refusal).toBe(
      'This would come to 45.5 school days in 2025/26, lunchtimes left out: the law allows no more than 45, and 5 school days are left.',
    )
    const more = of(proposal('2026-03-16', 12, { kind: 'lunchtime', startSession: null }), { rows: year })
    expect(more.year.after).toBe(92)
    expect(more.refusal).toBeNull()
  })

  it('says nothing of the limit up to 35 days', () => {
    expect(item(of(proposal('2026-03-16', 10)), 'year-limit')).toBeUndefined()
  })

  it('is two where a suspension runs over the summer', () => {
    const answer = of(proposal('2025-07-23', 6), { on: '2025-07-22', rows: [] })
    expect(answer.year).toMatchObject({ name: '2025/26', after: 4 })
    expect(answer.term).toEqual({ name: 'Autumn 2025', before: 0, after: 4 })
  })
})

describe('the sixth consecutive school day (2.51)', () => {
  const sixth = (what: Proposal, given?: Given) => item(of(what, given), 'sixth-day-education')

  it('is not reached by five days', () => {
    expect(of(proposal('2026-03-16', 10)).sixthDay).toBeNull()
    expect(sixth(proposal('2026-03-16', 10))).toBeUndefined()
  })

  it('is reached by half a day more, and the school must provide', () => {
    const answer = of(proposal('2026-03-16', 11))
    expect(answer.sixthDay).toBe('2026-03-23')
    expect(item(answer, 'sixth-day-education')).toMatchObject({
      title: 'Education from Mon 23 March',
      dueOn: '2026-03-23',
      owner: 'governing-board',
      force: 'must',
    })
    expect(answer.shorter).toEqual({
      halfDays: 10,
      words: '5 school days would not need education from a sixth day in a row. Back Mon 23 March.',
    })
  })

  it('counts the days just before it', () => {
    const before = aSuspensionRow('2026-03-12', 4)
    const answer = of(proposal('2026-03-16', 8), { rows: [before] })
    expect(answer.sixthDay).toBe('2026-03-19')
    expect(item(answer, 'sixth-day-education')?.words).toMatch(
      /days out of school since Thu 12 March counted/,
    )
    expect(answer.shorter?.halfDays).toBe(6)
  })

  it('does not count days before one session in school', () => {
    const before = aSuspensionRow('2026-03-12', 3)
    expect(of(proposal('2026-03-16', 8), { rows: [before] }).sixthDay).toBeNull()
  })

  it('counts a half day as a day', () => {
    expect(of(proposal('2026-03-16', 10, { startSession: 'PM' })).sixthDay).toBe('2026-03-23')
  })

  it('goes on where it was reached before', () => {
    const before = aSuspensionRow('2026-03-06', 12)
    const found = sixth(proposal('2026-03-16', 2), { rows: [before] })
    expect(found).toMatchObject({ title: 'Education goes on', dueOn: '2026-03-13' })
  })

  it('joins a suspension already decided for the days after it', () => {
    const after = aSuspensionRow('2026-03-18', 8, { decidedAt: '2026-03-12T09:00' })
    const answer = of(proposal('2026-03-16', 4), { rows: [after] })
    expect(answer.sixthDay).toBe('2026-03-23')
  })

  it('is for the authority in a permanent exclusion, with days just before counted carefully', () => {
    const permanent = proposal('2026-03-16', null, { kind: 'permanent' })
    expect(sixth(permanent)).toMatchObject({
      title: 'Education from Mon 23 March',
      owner: 'local-authority',
      cautious: null,
    })
    const joined = sixth(permanent, { rows: [aSuspensionRow('2026-03-12', 4)] })
    expect(joined).toMatchObject({ dueOn: '2026-03-19', owner: 'local-authority' })
    expect(joined?.cautious).toMatch(/counted/)
  })

  it('is no duty over compulsory school age, nor at lunchtimes', () => {
    const grown = { identity: anIdentity({ dateOfBirth: isoDate('2009-01-01'), age: 17 }) }
    expect(sixth(proposal('2026-03-16', 12), { child: grown })).toBeUndefined()
    const lunchtimes = proposal('2026-03-16', 8, { kind: 'lunchtime', startSession: null })
    expect(sixth(lunchtimes)).toBeUndefined()
  })

  it('has words and no date past the known calendar', () => {
    const found = sixth(proposal('2026-03-23', 12), { calendar: calendarToSpring })
    expect(found).toMatchObject({ title: 'Education from the sixth school day', dueOn: null })
    expect(found?.words).toMatch(/not known so far ahead/)
  })
})

describe('who is told, and what else must be done at once', () => {
  it('names the people by status', () => {
    const told = (child: Partial<ChildFacts>) => item(of(proposal('2026-03-16', 2), { child }), 'tell')
    expect(told({})).toMatchObject({
      title: 'Four people to tell without delay',
      words:
        'The parents and carers; the local authority, Fenwick; the social worker; Hartmoor Virtual School: the period and the reasons, on the day of the decision. Letters are drafted.',
      dueOn: today,
      force: 'must',
    })
    expect(told({ care: careOf('cin') })?.title).toBe('Three people to tell without delay')
    expect(told({ care: careOf('previouslyCla') })?.title).toBe('Two people to tell without delay')
    expect(told({ care: null })?.title).toBe('Two people to tell without delay')
  })

  it('counts the authority the child lives in after a permanent exclusion, where it is another', () => {
    const forGood = proposal('2026-03-16', null, { kind: 'permanent' })
    const told = (home: ChildFacts['home']) => item(of(forGood, { child: { home } }), 'tell')
    const livesIn = (name: string, isSchoolsOwn: boolean) => ({
      authority: { code: 'X09', name },
      isSchoolsOwn,
    })
    expect(told(livesIn('Saltmere', false))).toMatchObject({
      title: 'Five people to tell without delay',
      words: expect.stringContaining('the authority of the home address, Saltmere;') as string,
    })
    expect(told(livesIn('Fenwick', true))?.words).not.toContain('home address')
    expect(told(null)?.words).toContain('the authority of the home address where that is another')
  })

  it('has the education notice by the end of the first afternoon, in compulsory school age', () => {
    expect(item(of(proposal('2026-03-16', 2)), 'education-notice')).toMatchObject({
      title: 'Notice about education by the afternoon of Mon 16 March',
      dueOn: '2026-03-16',
      force: 'must',
    })
    const grown = { identity: anIdentity({ dateOfBirth: isoDate('2009-01-01'), age: 17 }) }
    expect(ids(of(proposal('2026-03-16', 2), { child: grown }))).not.toContain('education-notice')
  })

  it('has education from the first day for children with a social worker', () => {
    const dayOne = (child: Partial<ChildFacts>) =>
      item(of(proposal('2026-03-16', 2), { child }), 'day-one-education')
    expect(dayOne({})).toMatchObject({ dueOn: '2026-03-16', force: 'should' })
    expect(dayOne({ care: careOf('cp') })?.force).toBe('should')
    expect(dayOne({ care: careOf('previouslyCla') })).toBeUndefined()
  })

  it('stands in the order of what the school must do', () => {
    expect(ids(of(proposal('2026-03-16', 12), { rows: earlier(2) }))).toEqual([
      'tell',
      'board-notice',
      'education-notice',
      'sixth-day-education',
      'governors-meeting',
      'day-one-education',
      'work',
      'reintegration',
      'interim-pep',
      'repeated',
      'absence',
    ])
  })

  it('considers an interim review for a looked-after child; should from July 2026', () => {
    expect(item(of(proposal('2026-03-16', 2)), 'interim-pep')?.force).toBe('advice')
    const later = aCalendar([
      { kind: 'term', name: 'Autumn 2026', firstDay: isoDate('2026-09-02'), lastDay: isoDate('2026-12-18') },
    ])
    const found = item(of(proposal('2026-11-23', 2), { on: '2026-11-20', calendar: later }), 'interim-pep')
    expect(found).toMatchObject({ force: 'should', source: { id: 'exclusion-guidance-2026' } })
  })
})

describe('what follows at once on another suspension (2.5)', () => {
  const running = [aSuspensionRow('2026-03-12', 4)]
  const further = (what: Proposal) => of(what, { rows: running }).list.find(({ id }) => id === 'further')

  it('is said first: it is never made longer, nor turned into an exclusion', () => {
    expect(further(proposal('2026-03-16', 2))).toMatchObject({
      title: 'A suspension is not made longer',
      force: 'should',
    })
    expect(further(proposal('2026-03-16', 2))?.words).toMatch(
      /^It would follow the suspension of 12 March without a day in between\./,
    )
    expect(further(proposal('2026-03-13', null, { kind: 'permanent' }))?.title).toBe(
      'A suspension is not turned into an exclusion',
    )
  })

  it('is not said after a session in school, nor of lunchtimes', () => {
    expect(further(proposal('2026-03-16', 1, { startSession: 'PM' }))).toBeUndefined()
    expect(further(proposal('2026-03-17', 2))).toBeUndefined()
    expect(further(proposal('2026-03-16', 2, { kind: 'lunchtime', startSession: null }))).toBeUndefined()
  })
})

describe('a permanent exclusion', () => {
  const permanent = proposal('2026-03-16', null, { kind: 'permanent' })

  it('should be avoided of a looked-after child and of one with a plan, said first', () => {
    expect(of(permanent).list[0]).toMatchObject({ id: 'avoid-permanent', force: 'should' })
    const other = of(permanent, { child: { care: careOf('cin') } })
    expect(ids(other)).not.toContain('avoid-permanent')
    const planned = of(permanent, { child: { care: careOf() }, options: { hasPlan: true } })
    expect(planned.list[0]?.words).toMatch(/a child with an education, health and care plan/)
    expect(planned.list[0]?.words).toMatch(/An early review of the plan of needs can come first\./)
    expect(of(permanent).list[0]?.words).toMatch(/An early review of the education plan can come first\./)
  })

  it('adds no days, has no return, and may be reviewed', () => {
    const answer = of(permanent, { rows: earlier(4) })
    expect(answer).toMatchObject({
      halfDays: null,
      days: [],
      backOn: null,
      term: { name: 'Spring 2026', before: 4, after: 4 },
      year: { before: 4, after: 4 },
      refusal: null,
      shorter: null,
      next: null,
      none: 'Not excluding sets none of this off: Spring 2026 stays at 2 school days, the year at 2 of 45.',
    })
    expect(ids(answer)).toEqual(
      expect.arrayContaining(['review-panel', 'sixth-day-education', 'governors-meeting']),
    )
    expect(ids(answer)).not.toContain('reintegration')
    expect(ids(answer)).not.toContain('repeated')
  })
})

describe('its days', () => {
  it('run to a return in the morning or the afternoon', () => {
    expect(of(proposal('2026-03-12', 3, { startSession: 'PM' }), { on: '2026-03-12' })).toMatchObject({
      days: [
        { on: '2026-03-12', morning: false, afternoon: true },
        { on: '2026-03-13', morning: true, afternoon: true },
      ],
      lastDay: '2026-03-13',
      backOn: '2026-03-16',
      backSession: 'AM',
      note: null,
    })
    expect(of(proposal('2026-03-16', 1))).toMatchObject({ backOn: '2026-03-16', backSession: 'PM' })
  })

  it('miss no session at lunchtimes', () => {
    const answer = of(proposal('2026-03-16', 2, { kind: 'lunchtime', startSession: null }))
    expect(answer.days).toEqual([
      { on: '2026-03-16', morning: false, afternoon: false },
      { on: '2026-03-17', morning: false, afternoon: false },
    ])
    expect(answer.backOn).toBeNull()
    expect(item(answer, 'lunchtimes')?.title).toBe('Two lunchtimes count as 1 school day')
    for (const id of ['absence', 'education-notice', 'day-one-education', 'reintegration', 'work'])
      expect(ids(answer)).not.toContain(id)
  })

  it('move from a weekend or a holiday to the next school morning, and the page says so', () => {
    const weekend = of(proposal('2026-03-14', 2, { startSession: 'PM' }))
    expect(weekend.note).toBe('Sat 14 March is no school day: it would begin on Mon 16 March.')
    expect(weekend.days).toEqual([{ on: '2026-03-16', morning: true, afternoon: true }])
    const holiday = of(proposal('2026-04-02', 2))
    expect(holiday.note).toMatch(/^Thu 2 April is no school day: it would begin on Mon 13 April\.$/)
    expect(holiday.term?.name).toBe('Summer 2026')
  })

  it('that have passed are named', () => {
    expect(of(proposal('2026-03-12', 2)).note).toMatch(/^Thu 12 March has passed/)
  })

  it('past the known calendar are words and no dates', () => {
    const late = of(proposal('2026-03-26', 6), { calendar: calendarToSpring })
    expect(late).toMatchObject({ days: [], lastDay: null, backOn: null, sixthDay: null })
    expect(late.note).toMatch(/not known so far ahead/)
    const unknown = of(proposal('2026-03-16', 6), { calendar: noCalendar })
    expect(unknown).toMatchObject({ term: null, year: { after: 6 }, next: null })
    expect(item(unknown, 'board-notice')?.title).toBe('Governors: the total of the term is not known')
    expect(item(unknown, 'reintegration')?.dueOn).toBeNull()
    expect(unknown.none).toBe('Not suspending sets none of this off: the year stays at 0 of 45.')
  })

  it('that another suspension covers are named', () => {
    const answer = of(proposal('2026-03-17', 2), {
      rows: [aSuspensionRow('2026-03-16', 6, { decidedAt: '2026-03-12T09:00' })],
    })
    expect(answer.note).toBe('Part of it is covered by another suspension already.')
  })

  it('begin at nothing where nobody ever told of suspensions', () => {
    const answer = of(proposal('2026-03-16', 2), { child: { suspension: null } })
    expect(answer.note).toMatch(/^No suspension was ever recorded/)
    expect(answer.term).toEqual({ name: 'Spring 2026', before: 0, after: 2 })
  })
})

describe('an exam or test', () => {
  it('is asked about until somebody says', () => {
    expect(item(of(proposal('2026-03-16', 2, { missesExam: null })), 'exam')?.title).toBe(
      'Exams: not said yet',
    )
    expect(item(of(proposal('2026-03-16', 2)), 'exam')).toBeUndefined()
  })

  it('is spared by a length that ends before it', () => {
    const answer = of(proposal('2026-03-16', 6, { missesExam: true, examOn: isoDate('2026-03-18') }))
    expect(item(answer, 'exam')?.words).toMatch(/^On Wed 18 March\./)
    expect(answer.shorter).toEqual({
      halfDays: 4,
      words: '2 school days would not oblige governors to meet. Back Wed 18 March.',
    })
    expect(answer.next).toBeNull()
  })

  it('is not missed by days that end the day before it, nor by those that begin after it', () => {
    const around = (examOn: string, given: Partial<Proposal> = {}) =>
      of(proposal('2026-03-17', 4, { missesExam: true, examOn: isoDate(examOn), ...given }))
    const missed = (...given: Parameters<typeof around>) => ids(around(...given)).includes('exam')
    expect(['2026-03-16', '2026-03-17', '2026-03-18', '2026-03-19'].map((day) => missed(day))).toEqual([
      false,
      true,
      true,
      false,
    ])
    const after = around('2026-03-19')
    expect(ids(after)).not.toContain('governors-meeting')
    expect(after.shorter).toBeNull()
    expect(after.note).toBe('The exam on Thu 19 March is on none of its days: none would be missed.')
    const permanent = { kind: 'permanent', halfDays: null } as const
    expect([missed('2026-03-16', permanent), missed('2026-06-19', permanent)]).toEqual([false, true])
  })

  it('is never missed at lunchtimes', () => {
    const lunch = { kind: 'lunchtime', startSession: null, missesExam: true } as const
    const answer = of(proposal('2026-03-17', 2, { ...lunch, examOn: isoDate('2026-03-17') }))
    expect(ids(answer)).not.toContain('exam')
    expect(ids(answer)).not.toContain('governors-meeting')
    expect(answer.note).toBeNull()
  })
})

describe('repeated suspension', () => {
  const rows = [aSuspensionRow('2025-10-06', 2), aSuspensionRow('2026-01-20', 2)]

  it('is named with the lines that are reached', () => {
    expect(item(of(proposal('2026-03-16', 2), { rows }), 'repeated')).toMatchObject({
      title: 'Third suspension this year',
      force: 'local',
      source: { url: null },
    })
    expect(item(of(proposal('2026-03-16', 2), { rows }), 'repeated')?.words).toMatch(
      /^Two or more in a term and three or more in the year: /,
    )
  })

  it('says nothing of what was done so far of a first long one', () => {
    expect(item(of(proposal('2026-03-16', 11)), 'repeated')).toMatchObject({
      title: 'First suspension this year',
      words: 'More than 5 school days in a term: something different is asked for.',
    })
  })

  it('keeps to the school’s own lines', () => {
    const lines = { inTerm: 9, inYear: 9, within: 1, termDays: 44 }
    expect(item(of(proposal('2026-03-16', 2), { rows, options: { lines } }), 'repeated')).toBeUndefined()
  })

  it('is no line for the first, nor for a child without a social worker', () => {
    expect(item(of(proposal('2026-03-16', 2)), 'repeated')).toBeUndefined()
    expect(
      item(of(proposal('2026-03-16', 2), { rows, child: { care: careOf('kinship') } }), 'repeated'),
    ).toBeUndefined()
  })
})

describe('absence', () => {
  const register = {
    possible: 200,
    attended: 182,
    authorised: 10,
    unauthorised: 8,
    lastMarkOn: isoDate(today),
  }

  it('is told with its counts, and with the line it would cross', () => {
    const answer = of(proposal('2026-03-16', 6), { child: { attendance: anAttendance(register) } })
    expect(item(answer, 'absence')).toMatchObject({
      title: '6 more sessions missed',
      words:
        'Absence: 18 of 200 possible sessions (9.0\u00a0%) so far; with it 24 of 206 (11.7\u00a0%), from below 10\u00a0% to 10\u00a0% or more. Fewer where education is provided.',
    })
  })

  it('has no rate on a small base, and nothing without a register', () => {
    const small = anAttendance({ ...register, possible: 6, attended: 6, authorised: 0, unauthorised: 0 })
    expect(item(of(proposal('2026-03-16', 2), { child: { attendance: small } }), 'absence')?.words).toMatch(
      /^Absence: 0 of 6 possible sessions so far; with it 2 of 8, /,
    )
    const none = item(of(proposal('2026-03-16', 2), { child: { attendance: null } }), 'absence')
    expect(none?.words).toMatch(/not known/)
  })
})

describe('the next line', () => {
  const next = (before: number, length: number) =>
    of(proposal('2026-03-16', length), { rows: earlier(before) }).next

  it('is how far it is to 5.5 and to 15.5', () => {
    expect(next(0, 2)).toBe(
      '4.5 days from the next line: at 5.5 school days in Spring 2026 governors must meet within 50 school days if parents make representations.',
    )
    expect(next(8, 2)).toMatch(/^Half a day from the next line: at 5\.5/)
    expect(next(12, 12)).toBe(
      '3.5 days from the next line: at 15.5 school days in Spring 2026 governors must meet within 15 school days.',
    )
    expect(next(27, 2)).toMatch(/^1 day from the next line: at 15\.5/)
    expect(next(28, 3)).toBeNull()
  })

  it('is none for a permanent exclusion, which adds no days, also before its first day is said', () => {
    for (const startedOn of ['2026-03-16', null])
      expect(of(proposal(startedOn, null, { kind: 'permanent' })).next).toBeNull()
  })
})

describe('nothing, or less', () => {
  it('avoids all of it', () => {
    expect(of(proposal('2026-03-16', 6), { rows: earlier(4) }).none).toBe(
      'Not suspending sets none of this off: Spring 2026 stays at 2 school days, the year at 2 of 45.',
    )
  })

  it('is what stands while nothing is proposed', () => {
    for (const what of [
      proposal(null, 6),
      proposal('2026-03-16', null),
      proposal('2026-03-16', 0),
      proposal('2026-03-16', 6, { kind: null }),
    ])
      expect(of(what, { rows: earlier(4) })).toMatchObject({
        halfDays: null,
        list: [],
        days: [],
        shorter: null,
        refusal: null,
        note: null,
        none: 'Spring 2026 stands at 2 school days, the year at 2 of 45.',
        term: { before: 4, after: 4 },
      })
  })

  it('never offers a longer length, nor none', () => {
    for (let length = 1; length <= 60; length += 1) {
      const { shorter } = of(proposal('2026-01-12', length), { on: '2026-01-09' })
      if (shorter !== null) {
        expect(shorter.halfDays).toBeLessThan(length)
        expect(shorter.halfDays).toBeGreaterThan(0)
      }
    }
  })
})

describe('what is promised before the decision', () => {
  /** Answers the same numbers each time: a test that fails once fails again. */
  const drawing = (seed: number) => {
    let state = seed
    return (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
  }

  it('is what the facts come to once the suspension is recorded', () => {
    const draw = drawing(20_260_313)
    const days = ordinary.schoolDays
    const pick = <T>(items: readonly T[]): T => items[draw(items.length)]!
    const kinds = ['suspension', 'suspension', 'suspension', 'lunchtime', 'permanent'] as const
    const row = (id: string, place: number): SuspensionRow => {
      const kind = pick(kinds)
      return aSuspensionRow(
        days[Math.min(place, days.length - 1)]!,
        kind === 'permanent' ? null : 1 + draw(20),
        {
          id,
          kind,
          startSession: kind === 'lunchtime' ? null : pick(['AM', 'PM'] as const),
          atOtherSchool: draw(5) === 0 ? 1 : 0,
          decidedAt: '2024-09-02T08:00',
        },
      )
    }
    for (let round = 0; round < 400; round += 1) {
      const place = draw(days.length)
      const on = days[Math.max(0, place - draw(5))]!
      const held = Array.from({ length: draw(5) }, (_, index) =>
        row(`held-${index}`, Math.max(0, place - 12 + draw(20))),
      ).filter(({ kind }) => kind !== 'permanent')
      const proposed = aSuspensionRow(days[place]!, 1 + draw(24), {
        id: 'proposed',
        startSession: pick(['AM', 'PM'] as const),
        decidedAt: `${on}T08:00`,
      })
      const answer = of(
        proposal(proposed.startedOn, proposed.halfDays, { startSession: proposed.startSession }),
        { rows: held, on },
      )
      const after = historyOf([...held, proposed], on)
      const recorded = after.rows.find(({ id }) => id === 'proposed')!
      expect(answer.year.after).toBe(after.byYear[answer.year.name])
      if (answer.term !== null) expect(answer.term.after).toBe(after.byTerm[answer.term.name])
      expect(Math.max(...Object.keys(recorded.byTerm).map((term) => after.byTerm[term] ?? 0))).toBe(
        answer.term?.after,
      )
      expect(answer.lastDay).toBe(recorded.lastDay)
      expect(answer.refusal !== null).toBe(
        Object.entries(after.byYear).some(([year, total]) => {
          const lunchtimes = after.rows
            .filter(({ kind }) => kind === 'lunchtime')
            .map(
              ({ id }) =>
                historyOf(
                  held.filter((each) => each.id === id),
                  on,
                ).byYear[year] ?? 0,
            )
          return (
            total - lunchtimes.reduce((sum, each) => sum + each, 0) > 90 &&
            year in historyOf([proposed], on).byYear
          )
        }),
      )
      if (answer.sixthDay !== null)
        expect(after.runs.map(({ sixthDay }) => sixthDay)).toContain(answer.sixthDay)
      const covering = after.runs.find(
        ({ sixthDay }) =>
          sixthDay >= proposed.startedOn && recorded.lastDay !== null && sixthDay <= recorded.lastDay,
      )
      if (covering !== undefined) expect(answer.sixthDay).toBe(covering.sixthDay)
    }
  })
})
