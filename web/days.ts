/** A calendar day as text, `2026-03-13`; text order is date order. */
export type Day = string

const EPOCH_SHIFT = 719_468

/** Year, month (1 to 12) and day of the month. */
export function partsOf(day: Day): { year: number; month: number; date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) }
}

/** Days since 1970-01-01, by the proleptic Gregorian calendar; no clock and no time zone comes in. */
export function dayNumber(day: Day): number {
  const { year, month, date } = partsOf(day)
  // Years begin in March here, so that the leap day is the last day of one.
  const marchYear = year - (month <= 2 ? 1 : 0)
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  const daysBefore = Math.floor((153 * ((month + 9) % 12) + 2) / 5)
  return marchYear * 365 + leapDays + daysBefore + date - 1 - EPOCH_SHIFT
}

/** Calendar days from `from` to `to`: 1 for the next day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** Day of the week: 0 = Monday to 6 = Sunday. */
export function weekday(day: Day): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7
}

/** A number that is the same for all days of one week, Monday to Sunday, and one more for the next week. */
export function weekNumber(day: Day): number {
  return Math.floor((dayNumber(day) + 3) / 7)
}

/** The calendar year in which the academic year of the day began on 1 September. */
export function academicYearOf(day: Day): number {
  const { year, month } = partsOf(day)
  return month >= 9 ? year : year - 1
}
