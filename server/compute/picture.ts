import { firstDayOf, lastDayOf, pepWindows } from '../calendar/academic-year.ts'
import { addDays, addYears, type IsoDate } from '../calendar/iso-date.ts'
import { childPicture, type ChildPicture, type NamedFacts, type PictureContext } from './child-picture.ts'
import { decisions } from './decisions.ts'
import { totalsPicture } from './totals-picture.ts'

function calendarPicture({ on, year, calendar }: PictureContext) {
  const windows: Record<string, readonly [IsoDate, IsoDate]> = {}
  for (const { term, firstDay, lastDay } of pepWindows(year) ?? []) windows[term] = [firstDay, lastDay]
  return {
    school_days_in_year: calendar.schoolDaysBetween(firstDayOf(year), lastDayOf(year)),
    school_days_to_as_at: calendar.schoolDaysBetween(firstDayOf(year), on),
    remaining_sessions_after_as_at: calendar.sessionsBetween(addDays(on, 1), lastDayOf(year)),
    school_weeks_to_as_at: calendar.weeksOf(year).filter((monday) => monday <= on).length,
    six_years_before_as_at: addYears(on, -6),
    pep_windows: windows,
  }
}

/** What is computed of one school as at a day, in the shape in which implementations are compared. Pure. */
export function computePicture(
  school: { readonly name: string; readonly urn: string },
  children: readonly NamedFacts[],
  context: PictureContext,
) {
  const pictures: Record<string, ChildPicture> = {}
  for (const child of children) pictures[child.upn] = childPicture(child, context)
  return {
    school: { name: school.name, urn: school.urn },
    as_at: context.on,
    academic_year: context.year,
    calendar: calendarPicture(context),
    decisions,
    totals: totalsPicture(Object.values(pictures), context.year),
    children: pictures,
  }
}

export type Picture = ReturnType<typeof computePicture>
