import { isoDate } from '../../../server/calendar/iso-date.ts'
import { aCalendar, someTermDates } from './a-calendar.ts'

/** The known terms of the invented school with autumn 2026, the first under the guidance of July 2026. */
export const calendarToAutumn2026 = aCalendar([
  ...someTermDates,
  { kind: 'term', name: 'Autumn 2026', firstDay: isoDate('2026-09-02'), lastDay: isoDate('2026-12-18') },
])
