import { describe, expect, it } from 'vitest'
import { localMinute } from '../../../server/calendar/iso-date.ts'
import { patternRows, patternsOf } from '../../../server/pathway/pattern.ts'
import { aSuspension } from '../../support/build/a-suspension.ts'

const considered = (happenedAt: string | null, whatBefore: string | null = null) => ({
  happenedAt,
  whatBefore,
})

/** Two Mondays, a Tuesday and a Wednesday of January 2026, by their first day. */
const four = ['2026-01-12', '2026-01-13', '2026-01-19', '2026-01-28'].map((day) => aSuspension(day))

const patterns = (...of: Parameters<typeof patternRows>) =>
  new Map(patternsOf(patternRows(...of)).map((pattern) => [pattern.name, pattern]))

describe('the rows of a child’s pattern', () => {
  it('are oldest first, with what was considered before them, without another school’s and what never began', () => {
    const rows = patternRows(
      [
        aSuspension('2026-02-02'),
        aSuspension('2026-01-12'),
        aSuspension('2026-01-20', { atOtherSchool: true }),
        aSuspension('2026-01-26', { halfDays: 0, cancelledAt: localMinute('2026-01-23T15:00') }),
      ],
      new Map([['suspension-2026-02-02', considered('2026-01-30T13:10', 'a change of room')]]),
    )
    expect(rows).toMatchObject([
      { id: 'suspension-2026-01-12', on: '2026-01-12', happenedAt: null, whatBefore: null },
      { id: 'suspension-2026-02-02', happenedAt: '2026-01-30T13:10', whatBefore: 'a change of room' },
    ])
  })
})

describe('what suspensions have in common', () => {
  it('is the weekday, in the order of the week, each with its rows', () => {
    expect(patterns(four, new Map()).get('weekday')).toEqual({
      name: 'weekday',
      sentence: '2 of 4 on a Monday.',
      counts: [
        { what: 'Monday', count: 2, ids: ['suspension-2026-01-12', 'suspension-2026-01-19'] },
        { what: 'Tuesday', count: 1, ids: ['suspension-2026-01-13'] },
        { what: 'Wednesday', count: 1, ids: ['suspension-2026-01-28'] },
      ],
      notRecorded: [],
    })
  })

  it('is of the day it happened before the day it was decided or began', () => {
    const decided = aSuspension('2026-01-12', { decidedAt: localMinute('2026-01-09T15:00') })
    const weekdays = (map: Parameters<typeof patternRows>[1]) =>
      patterns([decided], map)
        .get('weekday')
        ?.counts.map(({ what }) => what)
    expect(weekdays(new Map())).toEqual(['Friday'])
    expect(weekdays(new Map([[decided.id, considered('2026-01-08T11:00')]]))).toEqual(['Thursday'])
  })

  it('is the time only of what has one, and says of how many', () => {
    const times = ['13:59', '12:00', '14:00'].map(
      (time, index) => [four[index]!.id, considered(`2026-01-12T${time}`)] as const,
    )
    expect(patterns(four, new Map(times)).get('time')).toMatchObject({
      sentence: '2 of 3 from 12:00 to 14:00.',
      counts: [
        { what: 'from 12:00 to 14:00', count: 2 },
        { what: 'after 14:00', count: 1 },
      ],
      notRecorded: ['suspension-2026-01-28'],
    })
  })

  it('is the reason in the words of the code set, each row once', () => {
    const rows = [['DB', 'DM'], ['DB'], ['VA', 'VA']].map((reasons, index) =>
      aSuspension(`2026-01-1${index + 2}`, { reasons }),
    )
    expect(patterns(rows, new Map()).get('reason')).toMatchObject({
      sentence: '2 of 3 for “Persistent or general disruptive behaviour”.',
      counts: [
        { count: 2 },
        { what: 'Damage', count: 1 },
        { what: 'Verbal abuse or threat against an adult', count: 1 },
      ],
    })
  })

  it('is what came before, however it was written', () => {
    const before = ['A change of room', ' a change  of room ', 'lunch', ''].map(
      (words, index) => [four[index]!.id, considered(null, words)] as const,
    )
    expect(patterns(four, new Map(before)).get('before')).toMatchObject({
      sentence: '2 of 3 after “A change of room”.',
      notRecorded: ['suspension-2026-01-28'],
    })
  })

  it('is not said of one or two, nor where nothing stands out', () => {
    const sentences = (count: number) => patterns(four.slice(0, count), new Map()).get('weekday')?.sentence
    expect([0, 1, 2].map(sentences)).toEqual([null, null, null])
    const spread = ['2026-01-12', '2026-01-13', '2026-01-19', '2026-01-20'].map((day) => aSuspension(day))
    expect(patterns(spread, new Map()).get('weekday')?.sentence).toBeNull()
  })
})
