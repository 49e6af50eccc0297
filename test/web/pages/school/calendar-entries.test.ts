import { describe, expect, it } from 'vitest'
import {
  calendarWarning,
  entriesByYear,
  schoolSentence,
  spanWords,
  type CalendarEntry,
} from '../../../../web/pages/school/calendar-entries.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const entry = (kind: string, firstDay: string, lastDay = firstDay): CalendarEntry => ({
  id: `${kind} ${firstDay}`,
  name: kind,
  kind,
  firstDay,
  lastDay,
})
const thisYear = entry('term', '2025-09-01', '2025-12-19')
const nextYear = entry('term', '2026-09-02', '2026-12-18')

describe('the school’s calendar', () => {
  it('says how many school days there are and are left', () => {
    const days = ['2026-03-12', '2026-03-13', '2026-03-16', '2026-03-17']
    expect(schoolSentence('2025/26', days, '2026-03-13')).toBe(
      '2025/26 has 4 school days; 2 are still to come.',
    )
    expect(schoolSentence('2025/26', days, '2026-03-16')).toBe(
      '2025/26 has 4 school days; one is still to come.',
    )
    expect(schoolSentence('2025/26', days, '2026-07-22')).toBe(
      '2025/26 has 4 school days; none is still to come.',
    )
    expect(schoolSentence('2026/27', [], '2026-09-01')).toBe(
      'No term of 2026/27 is known yet, so no school day can be counted.',
    )
  })

  it('warns while this or the next year has no term', () => {
    expect(calendarWarning([thisYear, nextYear], '2026-03-13')).toBe('')
    expect(plain(calendarWarning([thisYear, entry('inset', '2026-09-01')], '2026-03-13'))).toBe(
      'No term dates for 2026/27 yet. Nothing that falls due after 31 August can be given its day. Add them here, or bring a term-dates file in.',
    )
    expect(calendarWarning([], '2026-03-13')).toMatch(/^No term dates for 2025\/26 and 2026\/27 yet\. Add/)
  })

  it('names a span by its days, a single day once', () => {
    expect(plain(spanWords(thisYear))).toBe('Mon 1 September 2025 to Fri 19 December 2025')
    expect(plain(spanWords(entry('inset', '2026-01-05')))).toBe('Mon 5 January 2026')
  })

  it('stands by academic year, the latest first, each in order of days', () => {
    const years = entriesByYear([nextYear, entry('inset', '2026-01-05'), thisYear])
    expect(years.map(({ year, entries }) => [year, entries.map(({ firstDay }) => firstDay)])).toEqual([
      [2026, ['2026-09-02']],
      [2025, ['2025-09-01', '2026-01-05']],
    ])
  })
})
