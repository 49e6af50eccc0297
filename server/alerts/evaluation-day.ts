import type { SchoolTable } from '../../db/tables/school.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'

/**
 * The day as at which a school is worked out today: today itself, also in holidays, because working days run
 * on. Only the demonstration stays on its last school day then, so that every page has something to show.
 */
export const evaluationDay = (
  { demonstration }: Pick<SchoolTable, 'demonstration'>,
  calendar: SchoolCalendar,
  today: IsoDate,
): IsoDate => (demonstration === 1 && calendar.schoolDayOnOrBefore(today)) || today
