import { expect, it } from 'vitest'
import { isoDate } from '../../../../server/calendar/iso-date.ts'
import { distanceOf, type DayKind } from '../../../../server/api/views/distance.ts'
import { aCalendar, noCalendar } from '../../../support/build/a-calendar.ts'

const on = isoDate('2026-03-13')
const due = (dueOn: string, kind: DayKind = 'school', calendar = aCalendar()) =>
  distanceOf({ status: 'due', dueOn: isoDate(dueOn) }, { on, calendar, kind })
const late = (since: string, kind: DayKind = 'school') =>
  distanceOf({ status: 'breach', since: isoDate(since) }, { on, calendar: aCalendar(), kind })

it('what is due today is no day away, tomorrow’s over a weekend one', () => {
  expect([due('2026-03-13'), due('2026-03-16'), due('2026-03-27')]).toEqual([0, 1, 10])
})

it('working days run on in the holidays, school days do not', () => {
  expect([due('2026-04-13'), due('2026-04-13', 'working')]).toEqual([11, 19])
})

it('what is broken counts from its first day too late', () => {
  expect([late('2026-03-13'), late('2026-03-07'), late('2026-03-07', 'working')]).toEqual([-1, -5, -5])
})

it('a broken duty that names only its due day counts from the day after', () => {
  const found = distanceOf(
    { status: 'breach', dueOn: isoDate('2026-03-06') },
    { on, calendar: aCalendar(), kind: 'school' },
  )
  expect(found).toBe(-5)
})

it('nothing is counted without a day, past the known calendar, or for a day that has passed', () => {
  expect(distanceOf({ status: 'watch' }, { on, calendar: aCalendar(), kind: 'school' })).toBeNull()
  expect(due('2026-03-16', 'school', noCalendar)).toBeNull()
  expect(due('2026-03-12')).toBeNull()
})
