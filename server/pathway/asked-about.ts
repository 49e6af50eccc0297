import type { ConsiderationTable } from '../../db/tables/consideration.ts'
import type { ContactTable } from '../../db/tables/contact.ts'
import { englishTime } from '../calendar/english-time.ts'
import { addDays, dayOf, localMinute, type IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { schoolDaysBefore } from '../engine/school-days-before.ts'

/** Where nobody has said when it happened, asking so many school days before the page was opened is still about it. */
const SCHOOL_DAYS = 5
/** The same in days, where the school's days are not known. */
const DAYS = 7

/**
 * The first day on which somebody can have been asked about what is considered: the day on which it happened; while
 * that is not said, five school days before the page was opened (our own line). Whoever was rung before that was rung
 * about something else, and is asked again (`exclusion-guidance`: before the decision, about it).
 */
export function askedSince(
  { happenedAt, openedAt }: Pick<ConsiderationTable, 'happenedAt' | 'openedAt'>,
  calendar: SchoolCalendar,
): IsoDate {
  if (happenedAt !== null) return dayOf(localMinute(happenedAt))
  const { on } = englishTime(openedAt)
  return schoolDaysBefore(calendar, on, SCHOOL_DAYS) ?? addDays(on, -DAYS)
}

/** Whether a contact that was recorded with what is considered is about it; what a file tells of its suspension is. */
export const isAbout = (
  { considerationId, contactedAt }: Pick<ContactTable, 'considerationId' | 'contactedAt'>,
  considering: Pick<ConsiderationTable, 'happenedAt' | 'openedAt'> | null,
  calendar: SchoolCalendar,
): boolean =>
  considering === null ||
  considerationId === null ||
  dayOf(localMinute(contactedAt)) >= askedSince(considering, calendar)
