/**
 * Lines in half days. Over 5 school days in a term governors may have to meet, over 15 they must; over 45 in
 * a school year is not lawful (School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012).
 */
export const MAY_MEET = 10
export const MUST_MEET = 30
export const YEAR_LIMIT = 90

/** How much ink a total gets: a total that ends on a line is not past it. */
export type Level = 'below' | 'past-first' | 'past-last'

/** The level of a term's total, in half days. */
export function termLevel(halfDays: number): Level {
  if (halfDays > MUST_MEET) return 'past-last'
  return halfDays > MAY_MEET ? 'past-first' : 'below'
}

/** The level of a school year's total, in half days. */
export const yearLevel = (halfDays: number): Level => (halfDays > YEAR_LIMIT ? 'past-last' : 'below')
