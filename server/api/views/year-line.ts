import type { AssessedChild, Picture } from '../../alerts/picture.ts'
import { academicYearOf, type PepTerm, type SessionHalf } from '../../calendar/academic-year.ts'
import { dayOf, type IsoDate } from '../../calendar/iso-date.ts'
import { isUndone } from '../../engine/suspension-duty.ts'
import { coveredHalfDays } from '../../law/suspension-days.ts'
import { pepCell, pepTerms, type PepCell } from './pep-cell.ts'

/** The year of one child in lanes on one axis of school days. */
export interface YearLine {
  /** The first and the last school day of the year that are known. */
  firstDay: IsoDate | null
  lastDay: IsoDate | null
  /** The school's terms that are known. */
  terms: readonly { name: string; firstDay: IsoDate; lastDay: IsoDate }[]
  care: readonly { id: string; status: string; from: IsoDate; to: IsoDate | null; authority: string | null }[]
  peps: readonly {
    term: PepTerm
    firstDay: IsoDate
    lastDay: IsoDate
    cell: PepCell | null
    meetings: readonly { id: string; heldOn: IsoDate; completedOn: IsoDate | null; quality: string | null }[]
  }[]
  /** Not what was cancelled before it began. */
  suspensions: readonly {
    id: string
    kind: 'suspension' | 'permanent' | 'lunchtime'
    startedOn: IsoDate
    halfDays: number | null
    atOtherSchool: boolean
    /** Null past the known calendar. */
    sessions: readonly { on: IsoDate; session: SessionHalf }[] | null
  }[]
  /** Runs without school that reach a sixth day, and who provides education from it. */
  runs: readonly { firstDay: IsoDate; sixthDay: IsoDate; responsible: 'school' | 'la' }[]
  contacts: readonly {
    id: string
    on: IsoDate
    at: string
    withRole: string
    purpose: string
    outcome: string | null
    suspensionId: string | null
  }[]
}

export function yearLine(child: AssessedChild, picture: Picture): YearLine {
  const { calendar, year } = picture
  const { care, pep, suspension, contact } = child.facts
  const inYear = (day: IsoDate) => academicYearOf(day) === year
  return {
    firstDay: calendar.firstSchoolDayOf(year),
    lastDay: calendar.lastSchoolDayOf(year),
    terms: calendar.terms
      .filter((term) => term.year === year)
      .map(({ name, firstDay, lastDay }) => ({ name, firstDay, lastDay })),
    care: (care?.episodes ?? [])
      .filter(({ endedOn }) => endedOn === null || academicYearOf(endedOn) >= year)
      .map(({ id, status, startedOn, endedOn, authority }) => ({
        id,
        status,
        from: startedOn,
        to: endedOn,
        authority: authority?.name ?? null,
      })),
    peps: pepTerms.flatMap((term) => {
      const window = pep?.windows.find((each) => each.year === year && each.term === term)
      if (!window) return []
      const { firstDay, lastDay, meetings } = window
      return [
        {
          term,
          firstDay,
          lastDay,
          cell: pepCell(child, picture, term),
          meetings: meetings.map(({ id, heldOn, completedOn, quality }) => ({
            id,
            heldOn,
            completedOn,
            quality,
          })),
        },
      ]
    }),
    suspensions: (suspension?.rows ?? [])
      .filter((row) => inYear(row.startedOn) && !isUndone(row))
      .map((row) => {
        const { id, kind, startedOn, halfDays, atOtherSchool } = row
        // Of a permanent exclusion that was ended, too, the days out of school are drawn.
        const isEnded = kind === 'permanent' && halfDays !== null
        const sessions = coveredHalfDays(isEnded ? { ...row, kind: 'suspension' } : row, calendar)
        return { id, kind, startedOn, halfDays, atOtherSchool, sessions }
      }),
    runs: (suspension?.runs ?? [])
      .filter(({ sixthDay }) => inYear(sixthDay))
      .map(({ firstDay, sixthDay, responsible }) => ({ firstDay, sixthDay, responsible })),
    contacts: contact
      .filter(({ contactedAt }) => inYear(dayOf(contactedAt)))
      .map(({ id, contactedAt, withRole, purpose, outcome, suspensionId }) => ({
        id,
        on: dayOf(contactedAt),
        at: contactedAt,
        withRole,
        purpose,
        outcome,
        suspensionId,
      })),
  }
}
