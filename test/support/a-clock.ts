import { isoDate } from '../../server/calendar/iso-date.ts'
import type { Clock } from '../../server/clock.ts'

/** A clock that stands still at half past nine in the morning of a day. */
export const aClock = (day: string): Clock => ({
  today: () => isoDate(day),
  now: () => `${day}T09:30:00.000Z`,
  elapsed: () => 0,
})
