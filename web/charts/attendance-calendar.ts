import { html, type TemplateResult } from 'lit'
import { partsOf, type Day } from '../days.ts'
import { actDay } from '../format.ts'
import {
  attendanceCalendarSeries,
  type CalendarDay,
  type CalendarMark,
} from './attendance-calendar-series.ts'
import { SESSION_WORDS } from './child-year-table.ts'

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri']

function half(mark: CalendarMark | null, session: string, isAhead: boolean) {
  if (isAhead) return html`<span class="half half-ahead"></span>`
  const kind = mark?.kind ?? 'missing'
  const words = `${session}: ${SESSION_WORDS[kind]}${mark?.code ? `, ${mark.code}` : ''}`
  return html`<span class="half half-${kind}" title=${words}
    ><span aria-hidden="true">${kind === 'present' ? '' : (mark?.code ?? '?')}</span
    ><span class="hidden">${words}. </span></span
  >`
}

function cell(day: CalendarDay | null, today: Day) {
  if (!day) return html`<td class="no-school"></td>`
  const isAhead = day.on > today
  return html`<td class=${day.on === today ? 'calendar-today' : ''}>
    <span class="calendar-date" aria-label=${actDay(day.on)}>${partsOf(day.on).date}</span>
    <span class="halves">${half(day.am, 'Morning', isAhead)}${half(day.pm, 'Afternoon', isAhead)}</span>
  </td>`
}

/** A year of register marks by month: the date, and morning beside afternoon with the code of what is not present. */
export function attendanceCalendar(days: readonly CalendarDay[], on: Day): TemplateResult {
  return html`<div class="calendar">
    ${attendanceCalendarSeries(days).map(
      ({ name, year, weeks }) =>
        html`<table class="calendar-month">
          <caption>
            ${name} ${year}
          </caption>
          <thead>
            <tr>
              ${WEEKDAYS.map((weekday) => html`<th scope="col">${weekday}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${weeks.map(
              (week) =>
                html`<tr>
                  ${week.map((day) => cell(day, on))}
                </tr>`,
            )}
          </tbody>
        </table>`,
    )}
  </div>`
}
