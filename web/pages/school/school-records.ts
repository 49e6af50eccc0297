import { academicYearOf, type Day } from '../../days.ts'

/** What is kept of the school and has a day. */
export interface DatedRecord {
  id: string
  on: Day
}

export interface YearOfRecords<R> {
  /** The calendar year in which the academic year begins. */
  year: number
  records: readonly R[]
}

/** Records by their academic year: the latest year first, and in it the latest record. */
export function recordsByYear<R extends DatedRecord>(records: readonly R[]): YearOfRecords<R>[] {
  const years = [...new Set(records.map(({ on }) => academicYearOf(on)))].toSorted((a, b) => b - a)
  return years.map((year) => ({
    year,
    records: records
      .filter(({ on }) => academicYearOf(on) === year)
      .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.id < b.id ? -1 : 1)),
  }))
}
