import type { TableTwin } from '../components/table-twin.ts'
import type { Day } from '../days.ts'
import { dayWithYear, halfDaysInWords, monthName, plainDay } from '../format.ts'
import type { ChildYear, SessionKind, YearDay } from './child-year-series.ts'

export const SESSION_WORDS: Readonly<Record<SessionKind, string>> = {
  present: 'present',
  authorised: 'authorised absence',
  unauthorised: 'unauthorised absence',
  suspended: 'suspended',
  'not-required': 'not required to attend',
  missing: 'no mark',
}

const KINDS = Object.keys(SESSION_WORDS) as SessionKind[]

/** Everything the drawing shows, by day, oldest first; sessions are summed up by month. */
export function childYearTable(year: ChildYear): TableTwin {
  const said = (on: Day) => dayWithYear(on, year.on)
  const events = [
    ...year.care.map((one) => ({
      on: one.from,
      lane: 'Care',
      what: `${one.label}${one.to ? `, to ${said(one.to)}` : ''}`,
    })),
    ...year.peps.map((one) => ({
      on: one.from,
      lane: `PEP, ${one.term}`,
      what: `${one.words}; window ends ${said(one.to)}`,
    })),
    ...year.peps.flatMap(({ term, meetings }) =>
      meetings.flatMap(({ heldOn, completedOn }) => [
        { on: heldOn, lane: `PEP, ${term}`, what: 'meeting held' },
        ...(completedOn ? [{ on: completedOn, lane: `PEP, ${term}`, what: 'completed' }] : []),
      ]),
    ),
    ...year.suspensions.map((one) => ({
      on: one.from,
      lane: 'Suspensions',
      what: one.to ? `${halfDaysInWords(one.halfDays)}, to ${plainDay(one.to)}` : one.label,
    })),
    ...year.contacts.map((one) => ({ on: one.on, lane: 'Contacts', what: one.words })),
    ...months(year.days, year.on).map(({ on, counts }) => ({ on, lane: 'Attendance', what: counts })),
  ]
  return {
    caption: 'The year by day',
    head: ['Day', 'Lane', 'What'],
    rows: events
      .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
      .map(({ on, lane, what }) => [said(on), lane, what]),
  }
}

function months(days: readonly YearDay[], today: Day) {
  return [...new Set(days.map(({ on }) => on.slice(0, 7)))].flatMap((month) => {
    const past = days.filter(({ on }) => on.startsWith(month) && on <= today)
    const sessions = past.flatMap(({ am, pm }) => [am ?? 'missing', pm ?? 'missing'])
    const counts = KINDS.map(
      (kind) => [sessions.filter((one) => one === kind).length, SESSION_WORDS[kind]] as const,
    )
      .filter(([many]) => many > 0)
      .map(([many, words]) => `${many} ${words}`)
    const on = past[0]?.on
    return on === undefined ? [] : [{ on, counts: `${monthName(on)}: ${counts.join(', ')}` }]
  })
}
