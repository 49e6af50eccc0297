import { describe, expect, it } from 'vitest'
import { academicYear } from '../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import type { CareSpell, PepWindowFact } from '../../../server/facts/child-facts.ts'
import type { PepMeetingRow } from '../../../server/facts/child-rows.ts'
import { buildPepFacts, layOutPepWindows, type TimeInCare } from '../../../server/facts/pep-facts.ts'
import { aCalendar, calendarToSpring, noCalendar } from '../../support/build/a-calendar.ts'
import { aPepRow } from '../../support/build/child-rows.ts'

const layout = layOutPepWindows(aCalendar(), academicYear('2025/26'))

const spell = (startedOn: string, endedOn: string | null = null): CareSpell => ({
  startedOn: isoDate(startedOn),
  endedOn: endedOn === null ? null : isoDate(endedOn),
})

const inCare = (...spells: readonly CareSpell[]): TimeInCare => ({
  spells,
  admittedOn: isoDate('2023-09-04'),
  leftOn: null,
})

const pepOn = (day: string, rows: readonly PepMeetingRow[], time = inCare(spell('2022-06-14'))) =>
  buildPepFacts(rows, time, layout, isoDate(day))

const windowOf = (windows: readonly PepWindowFact[], term: string, year = '2025/26') =>
  windows.find((window) => window.term === term && window.year === year)

const autumnDays = (time: TimeInCare) =>
  windowOf(pepOn('2026-03-13', [], time).windows, 'autumn')?.workingDaysInCare

describe('windows', () => {
  it('are those of every year the calendar knows, up to the year of the day', () => {
    expect(layout.windows.map(({ year, term }) => `${year} ${term}`)).toEqual([
      '2024/25 autumn',
      '2024/25 spring',
      '2024/25 summer',
      '2025/26 autumn',
      '2025/26 spring',
      '2025/26 summer',
    ])
    expect(layOutPepWindows(aCalendar(), academicYear('2024/25')).windows).toHaveLength(3)
    expect(layOutPepWindows(noCalendar, academicYear('2025/26')).windows).toEqual([])
  })

  it('end for a person with the last school day in them, where the calendar knows it', () => {
    const lastSchoolDays = (calendar = aCalendar()) =>
      layOutPepWindows(calendar, academicYear('2025/26'))
        .windows.slice(3)
        .map((each) => each.lastSchoolDay)
    expect(lastSchoolDays()).toEqual(['2025-12-19', '2026-03-27', '2026-07-21'])
    expect(lastSchoolDays(calendarToSpring)).toEqual(['2025-12-19', '2026-03-27', null])
  })
})

describe('working days in care and on roll', () => {
  it('count the whole window of a child who is here and in care throughout', () => {
    expect(autumnDays(inCare(spell('2022-06-14')))).toBe(86)
  })

  it('count from the first day of care, up to its last, over several spells', () => {
    expect(autumnDays(inCare(spell('2025-12-08')))).toBe(16)
    expect(autumnDays(inCare(spell('2022-06-14', '2025-09-19')))).toBe(15)
    expect(autumnDays(inCare(spell('2022-06-14', '2025-09-19'), spell('2025-12-08')))).toBe(31)
  })

  it('run on past the day while care is open, and stop at an end that is known', () => {
    const summer = (time: TimeInCare) => windowOf(pepOn('2026-03-13', [], time).windows, 'summer')
    expect(summer(inCare(spell('2022-06-14')))?.workingDaysInCare).toBe(82)
    expect(summer(inCare(spell('2022-06-14', '2026-04-07')))?.workingDaysInCare).toBe(1)
  })

  it('leave out days before admission and after leaving', () => {
    const time = inCare(spell('2022-06-14'))
    expect(autumnDays({ ...time, admittedOn: isoDate('2025-12-08') })).toBe(16)
    expect(autumnDays({ ...time, leftOn: isoDate('2025-09-19') })).toBe(15)
    expect(autumnDays({ ...time, leftOn: isoDate('2025-08-31') })).toBe(0)
  })

  it('are not told, with the window, where bank holidays are not known', () => {
    const autumn2019 = aCalendar([
      {
        kind: 'term',
        name: 'Autumn 2019',
        firstDay: isoDate('2019-09-02'),
        lastDay: isoDate('2019-12-20'),
      },
    ])
    const time = { ...inCare(spell('2018-01-01')), admittedOn: isoDate('2018-09-03') }
    const facts = buildPepFacts(
      [],
      time,
      layOutPepWindows(autumn2019, academicYear('2019/20')),
      isoDate('2020-01-10'),
    )
    expect(facts.windows.map(({ term }) => term)).toEqual(['spring', 'summer'])
  })
})

describe('a meeting', () => {
  it('counts when it was held in care and by the day', () => {
    const held = ['2025-10-05', '2025-10-06', '2025-11-14', '2025-11-15', '2026-03-14'].map((day) =>
      aPepRow(day),
    )
    const { meetings, planned } = pepOn('2026-03-13', held, inCare(spell('2025-10-06', '2025-11-14')))
    expect(meetings.map(({ heldOn, counted }) => [heldOn, counted])).toEqual([
      ['2025-10-05', false],
      ['2025-10-06', true],
      ['2025-11-14', true],
      ['2025-11-15', false],
    ])
    expect(planned.map(({ heldOn, counted }) => [heldOn, counted])).toEqual([['2026-03-14', false]])
  })

  it('belongs to the window that holds its day', () => {
    const rows = ['2025-12-31', '2026-01-01', '2026-04-05', '2026-04-06'].map((day) => aPepRow(day))
    const { windows } = pepOn('2026-07-01', rows)
    const heldIn = (term: string) => windowOf(windows, term)?.meetings.map(({ heldOn }) => heldOn)
    expect([heldIn('autumn'), heldIn('spring'), heldIn('summer')]).toEqual([
      ['2025-12-31'],
      ['2026-01-01', '2026-04-05'],
      ['2026-04-06'],
    ])
  })

  it('keeps who came, whether views were given and that nobody said so', () => {
    const [meeting] = pepOn('2026-03-13', [
      aPepRow('2026-02-03', { attended: 'carer', childViews: null }),
    ]).meetings
    expect(meeting).toMatchObject({ attended: ['carer'], childViews: null })
    expect(
      pepOn('2026-03-13', [aPepRow('2026-02-03', { attended: '', childViews: 0 })]).meetings[0],
    ).toMatchObject({
      attended: [],
      childViews: false,
    })
  })
})

describe('completion', () => {
  const autumn = (
    completedOn: string | null,
    quality: PepMeetingRow['quality'] = 'green',
    day = '2026-03-13',
  ) => {
    const window = windowOf(pepOn(day, [aPepRow('2025-12-15', { completedOn, quality })]).windows, 'autumn')
    return [window?.completedInWindow, window?.completedAfterWindow, window?.accepted]
  }

  it('counts for the window up to and on its last day, and after it as late', () => {
    expect(['2025-12-30', '2025-12-31', '2026-01-01', null].map((day) => autumn(day))).toEqual([
      [1, 0, 1],
      [1, 0, 1],
      [0, 1, 0],
      [0, 0, 0],
    ])
  })

  it('does not count before its day has come', () => {
    expect(['2025-12-17', '2025-12-18'].map((day) => autumn('2025-12-18', 'green', day))).toEqual([
      [0, 0, 0],
      [1, 0, 1],
    ])
  })

  it('is accepted unless it is rated red or not rated', () => {
    expect(
      (['gold', 'green', 'amber', 'red', null] as const).map((quality) => autumn('2025-12-16', quality)[2]),
    ).toEqual([1, 1, 1, 0, 0])
  })

  it('does not serve the next window', () => {
    const { windows } = pepOn('2026-03-13', [aPepRow('2025-12-15', { completedOn: '2026-01-08' })])
    expect(windowOf(windows, 'spring')).toMatchObject({ meetings: [], completedInWindow: 0 })
  })
})

describe('the first plan of a spell', () => {
  it('was begun by its first meeting, and ready by its earliest completion', () => {
    const rows = [
      aPepRow('2025-11-01', { completedOn: '2025-11-20' }),
      aPepRow('2025-10-20'),
      aPepRow('2025-11-05', { completedOn: '2025-11-10' }),
      aPepRow('2025-09-25', { completedOn: '2025-09-30' }),
    ]
    expect(pepOn('2026-03-13', rows, inCare(spell('2025-10-06'))).firstPeps).toEqual([
      {
        spellStartedOn: '2025-10-06',
        heldOn: '2025-10-20',
        heldId: 'meeting-2025-10-20',
        completedOn: '2025-11-10',
      },
    ])
  })

  it('takes no meeting of another spell', () => {
    const facts = pepOn(
      '2026-03-13',
      [aPepRow('2025-10-02'), aPepRow('2026-01-30')],
      inCare(spell('2025-09-01', '2025-10-17'), spell('2026-01-12')),
    )
    expect(facts.firstPeps.map(({ heldOn }) => heldOn)).toEqual(['2025-10-02', '2026-01-30'])
  })

  it('is asked about only where the spell began in a year that the calendar knows', () => {
    const spells = (startedOn: string) => pepOn('2026-03-13', [], inCare(spell(startedOn))).firstPeps.length
    expect([spells('2024-08-31'), spells('2024-09-01')]).toEqual([0, 1])
  })
})
