import { readFileSync } from 'node:fs'
import { isoDate } from '../../server/calendar/iso-date.ts'
import { buildSchoolCalendar, type TermDate } from '../../server/calendar/school-calendar.ts'

/** Rows from lines such as `term,Autumn 2025,2025-09-01,2025-12-19`. */
export function termDatesOf(lines: readonly string[]): TermDate[] {
  return lines.map((line) => {
    const [kind, name = '', firstDay = '', lastDay = ''] = line.split(',')
    return { kind: kind as TermDate['kind'], name, firstDay: isoDate(firstDay), lastDay: isoDate(lastDay) }
  })
}

/** A file of the golden sample, a list of cells a line, without its header. */
export function sampleLines(file: string): string[] {
  const path = new URL(`../golden/sample/${file}`, import.meta.url)
  return readFileSync(path, 'utf8').trimEnd().split(/\r?\n/).slice(1)
}

/** The calendar of the golden sample's school, 2024/25 and 2025/26. */
export const sampleCalendar = buildSchoolCalendar(termDatesOf(sampleLines('term-dates.csv')))
