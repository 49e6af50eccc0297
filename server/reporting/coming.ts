import { academicYearOf } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import type { Coming, ReportRow } from '../report/report-json.ts'
import { longDay } from '../report/words/days.ts'

const nameOf = ({ kind, year, on }: ReportRow) =>
  kind === 'term' ? `front page of the term to ${longDay(on)}` : `annual report for ${year}`

/** The meetings for which reports were published, those that are still to come, the next one first. */
const meetings = (published: readonly ReportRow[], today: IsoDate): Coming[] =>
  published
    .flatMap((report) => (report.meetingOn === null || report.meetingOn < today ? [] : [report]))
    .toSorted((a, b) => ((a.meetingOn ?? '') < (b.meetingOn ?? '') ? -1 : 1))
    .map((report) => ({
      what: 'meeting',
      on: report.meetingOn,
      sentence: `The governing board meets, and has the ${nameOf(report)}.`,
    }))

/**
 * What governors can expect, from the calendar and what they have already: nothing of a draft, and nothing of a child.
 */
export function comingTo(
  published: readonly ReportRow[],
  calendar: SchoolCalendar,
  today: IsoDate,
): Coming[] {
  const year = academicYearOf(today)
  const coming = meetings(published, today)
  const term = calendar.terms.find(({ lastDay }) => lastDay >= today)
  const hasTerm =
    term !== undefined &&
    published.some(({ kind, on }) => kind === 'term' && on >= term.firstDay && on <= term.lastDay)
  if (term !== undefined && !hasTerm)
    coming.push({
      what: 'term',
      on: term.lastDay,
      sentence: 'The term ends; its front page comes after that.',
    })
  if (!published.some((row) => row.kind === 'annual' && row.year === year)) {
    const end = calendar.knowsEndOf(year) ? calendar.lastSchoolDayOf(year) : null
    const sentence =
      end === null
        ? `The annual report for ${year} comes when the school year has ended.`
        : `The school year ends; the annual report for ${year} comes after that.`
    coming.push({ what: 'annual', on: end, sentence })
  }
  return coming
}
