import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { actBy } from '../../../server/engine/act-by.ts'
import { aCalendar, calendarToSpring } from '../../support/build/a-calendar.ts'

const windowEnd = isoDate('2026-04-05')

describe('the day to act by', () => {
  it('is the deadline itself when it is a school day', () => {
    expect(actBy(aCalendar(), isoDate('2026-03-19'), isoDate('2026-03-13'))).toBe('2026-03-19')
  })

  it('is the last school day before a deadline in the holidays, up to that school day', () => {
    expect(actBy(aCalendar(), windowEnd, isoDate('2026-03-13'))).toBe('2026-03-27')
    expect(actBy(aCalendar(), windowEnd, isoDate('2026-03-27'))).toBe('2026-03-27')
  })

  it('is the deadline again once the last school day has passed', () => {
    expect(actBy(aCalendar(), windowEnd, isoDate('2026-03-28'))).toBe('2026-04-05')
  })

  it('is the deadline when the calendar does not reach it', () => {
    expect(actBy(calendarToSpring, isoDate('2026-07-31'), isoDate('2026-03-13'))).toBe('2026-07-31')
  })
})
