import { academicYearOf, lastDayOf } from '../calendar/academic-year.ts'
import { addDays, addYears, isoDate, weekday, type IsoDate } from '../calendar/iso-date.ts'

const FIRST_AGE = 5
const LAST_AGE = 16
const FRIDAY = 4

/** The 31 March, 31 August or 31 December on or after a day. */
const prescribedDayFrom = (day: IsoDate): IsoDate => {
  const monthDay = day.slice(5)
  const prescribed = monthDay <= '03-31' ? '03-31' : monthDay <= '08-31' ? '08-31' : '12-31'
  return isoDate(`${day.slice(0, 4)}-${prescribed}`)
}

/** The last Friday in June of the school year in which the child turns sixteen. */
const schoolLeavingDate = (birth: IsoDate): IsoDate => {
  const june = isoDate(`${lastDayOf(academicYearOf(addYears(birth, LAST_AGE))).slice(0, 4)}-06-30`)
  return addDays(june, -((weekday(june) - FRIDAY + 7) % 7))
}

/**
 * Of compulsory school age on a day (Education Act 1996, section 8): from the 31 August, 31 December or
 * 31 March on or after the fifth birthday to the last Friday in June of the school year of the sixteenth.
 */
export function isCompulsorySchoolAge(birth: IsoDate, on: IsoDate): boolean {
  return on >= prescribedDayFrom(addYears(birth, FIRST_AGE)) && on <= schoolLeavingDate(birth)
}
