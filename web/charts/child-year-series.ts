import type { Day } from '../days.ts'
import { monthName, shortDay, type Status } from '../format.ts'
import { yearAxis, type YearAxis } from './year-axis.ts'

/** What one session was, as counted. */
export type SessionKind = 'present' | 'authorised' | 'unauthorised' | 'suspended' | 'not-required' | 'missing'

export interface YearDay {
  on: Day
  /** Null = no mark yet, or a day still to come. */
  am: SessionKind | null
  pm: SessionKind | null
}

/** A child's school year as data: every lane of the drawing, and of its table. */
export interface ChildYear {
  /** The day it is seen at. */
  on: Day
  /** School days of the year in order, with the marks of each. */
  days: readonly YearDay[]
  /** The school's terms: on a narrow screen one is shown at a time. */
  terms: readonly { name: string; from: Day; to: Day }[]
  /** Statuses; `to` null = open. */
  care: readonly { from: Day; to: Day | null; label: string; isLookedAfter: boolean }[]
  peps: readonly {
    term: string
    from: Day
    to: Day
    status: Status
    /** `completed 8 Jan, after 31 Dec`. */
    words: string
    meetings: readonly { heldOn: Day; completedOn: Day | null }[]
  }[]
  /** Half days; `to` is the last day, null for a permanent exclusion. */
  suspensions: readonly { from: Day; to: Day | null; halfDays: number; label: string }[]
  /** Acts of telling or asking, and what was not done; status null is an event without a duty. */
  contacts: readonly { on: Day; status: Status | null; words: string }[]
}

export interface Span {
  x: number
  width: number
}

export interface YearEvent {
  x: number
  words: string
}

export interface YearSeries {
  axis: YearAxis
  months: readonly { x: number; name: string }[]
  holidays: readonly number[]
  today: number | null
  care: readonly (Span & { label: string; isLookedAfter: boolean })[]
  peps: readonly (Span & { status: Status; words: string })[]
  held: readonly YearEvent[]
  completed: readonly YearEvent[]
  sessions: readonly (Span & { am: SessionKind | 'ahead'; pm: SessionKind | 'ahead' })[]
  suspensions: readonly (Span & { label: string })[]
  contacts: readonly { x: number; status: Status | null; words: string }[]
}

const HOLIDAY_GAP = 2.6

/** Lays a child's year, or a part of it, out on one axis. `from` and `to` are the first and last day shown. */
export function childYearSeries(year: ChildYear, width: number, from?: Day, to?: Day): YearSeries {
  const all = year.days
  const first = from ?? all[0]?.on ?? year.on
  const last = to ?? all.at(-1)?.on ?? year.on
  const days = all.filter(({ on }) => on >= first && on <= last)
  const axis = yearAxis(
    days.map(({ on }) => on),
    width,
    0.6,
    HOLIDAY_GAP,
  )
  const span = (start: Day, end: Day | null): Span => {
    const x = axis.leftOf(start)
    return { x, width: Math.max(axis.unit, (end === null ? width : axis.rightOf(end)) - x) }
  }
  const touches = (start: Day, end: Day | null) => start <= last && (end === null || end >= first)
  const isShown = (on: Day) => on >= first && on <= last
  const middle = (on: Day) => axis.leftOf(on) + axis.unit / 2
  const meetings = year.peps.flatMap((pep) => pep.meetings)
  const event = (on: Day | null, what: string): YearEvent[] =>
    on !== null && isShown(on) ? [{ x: middle(on), words: `${what} ${shortDay(on)}` }] : []
  const kind = (session: SessionKind | null, on: Day) => session ?? (on > year.on ? 'ahead' : 'missing')
  return {
    axis,
    months: days
      .filter(({ on }, at) => on.slice(0, 7) !== days[at - 1]?.on.slice(0, 7))
      .map(({ on }) => ({ x: axis.leftOf(on), name: monthName(on) })),
    holidays: axis.holidays,
    today: isShown(year.on) ? middle(year.on) : null,
    care: year.care
      .filter((one) => touches(one.from, one.to))
      .map(({ from: start, to: end, label, isLookedAfter }) => ({
        ...span(start, end),
        label,
        isLookedAfter,
      })),
    peps: year.peps
      .filter((one) => touches(one.from, one.to))
      .map(({ from: start, to: end, status, words }) => ({ ...span(start, end), status, words })),
    held: meetings.flatMap(({ heldOn }) => event(heldOn, 'held')),
    completed: meetings.flatMap(({ completedOn }) => event(completedOn, 'completed')),
    sessions: days.map(({ on, am, pm }, at) => ({
      x: axis.lefts[at] ?? 0,
      width: axis.unit * 0.78,
      am: kind(am, on),
      pm: kind(pm, on),
    })),
    suspensions: year.suspensions
      .filter((one) => touches(one.from, one.to))
      .map(({ from: start, to: end, label }) => ({ ...span(start, end), label })),
    contacts: year.contacts
      .filter(({ on }) => isShown(on))
      .map(({ on, status, words }) => ({ x: middle(on), status, words })),
  }
}
