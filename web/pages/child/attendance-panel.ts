import { html, type TemplateResult } from 'lit'
import type { ChildPage } from '../../api.ts'
import { attendanceCalendar } from '../../charts/attendance-calendar.ts'
import { attendanceCalendarTable } from '../../charts/attendance-calendar-series.ts'
import '../../components/vs-chart-card.ts'
import { count, NO_BREAK, rate } from '../../format.ts'
import { calendarDays } from './year-of-child.ts'

/** The finding of the calendar: the rate, and what can still be missed. */
export function attendanceHeading({ attendance }: Pick<ChildPage, 'attendance'>): string {
  if (!attendance) return 'No register is known for this year'
  const { absent, possible, persistent, severe, canStillMiss, remaining } = attendance
  if (possible === 0) return 'No possible session yet this year'
  const said = `Attendance: ${rate(absent, possible)} missed`
  if (severe) return `${said}, half or more`
  if (persistent) return `${said}, 10${NO_BREAK}% or more`
  if (canStillMiss === null || remaining === null) return said
  return `${said}; ${count(canStillMiss, 'session')} of ${remaining} can still be missed before 10${NO_BREAK}%`
}

const CLASSES: Readonly<Record<string, string>> = {
  PRES: 'present',
  AEA: 'present: educated elsewhere',
  AUTH: 'authorised',
  UNAUTH: 'unauthorised',
  NP: 'not required',
  ADMIN: 'not counted',
}

/** The register by month, each session with its code, up to the day. */
export function attendancePanel(page: ChildPage): TemplateResult {
  const days = calendarDays(page).filter(({ on }) => on.slice(0, 7) <= page.evaluatesOn.slice(0, 7))
  const codes = Object.entries(page.sessions.codes)
    .filter(([, { class: of }]) => of !== 'PRES')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { meaning, class: of }]) => `${code} ${meaning.toLowerCase()} (${CLASSES[of] ?? of})`)
  return html`<vs-chart-card
    class="no-print"
    wide
    .heading=${attendanceHeading(page)}
    subtitle="One cell a school day, morning beside afternoon; a thin line is present, a letter is the register’s code."
    .chart=${attendanceCalendar(days, page.evaluatesOn)}
    .table=${attendanceCalendarTable(days, page.evaluatesOn)}
    .context=${codes.length > 0 ? `Codes: ${codes.join('; ')}.` : Object.keys(page.sessions.codes).length > 0 ? 'No other code than present.' : 'No code is known yet.'}
  ></vs-chart-card>`
}
