import { addDays, weekday, type IsoDate, isoDate } from '../../server/calendar/iso-date.ts'
import type { SuspensionRow } from '../../server/facts/child-rows.ts'

/**
 * Counting of suspensions done again, slowly and plainly: by walking every calendar day and every session one by
 * one. It shares nothing with what it checks but the arithmetic of single days.
 */

/** A term of an invented school, with the season that it lies in. */
export interface SlowTerm {
  readonly name: string
  readonly season: 'autumn' | 'spring' | 'summer'
  readonly firstDay: IsoDate
  readonly lastDay: IsoDate
}

export interface SlowYear {
  readonly terms: readonly SlowTerm[]
  /** Days on which the school is closed, from and to. */
  readonly closed: readonly (readonly [IsoDate, IsoDate])[]
}

const easterMondays: Readonly<Record<string, string>> = {
  '2024': '2024-04-01',
  '2025': '2025-04-21',
  '2026': '2026-04-06',
  '2027': '2027-03-29',
}
const easterOf = (day: string): string => easterMondays[day.slice(0, 4)]!

const FIRST = isoDate('2024-06-01')

const yearOf = (day: string): string => {
  const start = day.slice(5) >= '09-01' ? Number(day.slice(0, 4)) : Number(day.slice(0, 4)) - 1
  return `${start}/${String(start + 1).slice(2)}`
}

/** Every calendar day that is looked at, in order. */
const allDays: readonly IsoDate[] = Array.from({ length: 975 }, (_, number) => addDays(FIRST, number))
const placeOf = new Map<string, number>(allDays.map((day, place) => [day, place]))

interface Day {
  readonly isSchoolDay: boolean
  /** The number of the stretch over which nothing is unknown; 0 where something is. */
  stretch: number
}

export interface SlowSession {
  readonly on: IsoDate
  readonly session: 'AM' | 'PM'
}

const isAfter = (a: SlowSession, b: SlowSession): boolean =>
  a.on > b.on || (a.on === b.on && a.session === 'PM' && b.session === 'AM')

/** From when a session of the day is over, where a school has said nothing else. */
const OVER_FROM = { AM: '12:00', PM: '15:30' } as const

const isOver = (cancelledAt: string, { on, session }: SlowSession): boolean =>
  on < cancelledAt.slice(0, 10) ||
  (on === cancelledAt.slice(0, 10) && cancelledAt.slice(11) >= OVER_FROM[session])

/** How many days lie between two terms, walked. */
function gap(from: IsoDate, to: IsoDate): number {
  let days = 0
  for (let day = from; day < to; day = addDays(day, 1)) days += 1
  return days
}

const windowStart = ({ season, firstDay }: SlowTerm): string => {
  const spring =
    firstDay.slice(5) >= '08-01' ? Number(firstDay.slice(0, 4)) + 1 : Number(firstDay.slice(0, 4))
  if (season === 'autumn') return `${spring - 1}-09-01`
  return season === 'spring' ? `${spring}-01-01` : easterMondays[spring]!
}

const windowEnd = (term: SlowTerm): string => {
  const calendarYear = term.lastDay.slice(0, 4)
  if (term.season === 'autumn') return `${calendarYear}-12-31`
  return term.season === 'spring' ? addDays(isoDate(easterOf(term.lastDay)), -1) : `${calendarYear}-07-31`
}

/** Every calendar day of a school, with what is known of it. */
export function slowCalendar({ terms, closed }: SlowYear) {
  const days = new Map<string, Day>()
  for (const day of allDays) {
    const inTerm = terms.some(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)
    const isClosed = closed.some(([from, to]) => from <= day && day <= to)
    days.set(day, { isSchoolDay: inTerm && !isClosed && weekday(day) < 5, stretch: 0 })
  }
  const mark = (from: string, to: string, stretch: number) => {
    for (const day of allDays) if (from <= day && day <= to) days.get(day)!.stretch = stretch
  }
  let stretch = 0
  for (const [index, term] of terms.entries()) {
    const before = terms[index - 1]
    if (before !== undefined && gap(before.lastDay, term.firstDay) <= 70) {
      mark(addDays(before.lastDay, 1), term.lastDay, stretch)
    } else {
      stretch += 1
      const opening = windowStart(term)
      const near = opening < term.firstDay && gap(isoDate(opening), term.firstDay) <= 21
      mark(near ? opening : term.firstDay, term.lastDay, stretch)
    }
    const after = terms[index + 1]
    if (after !== undefined && gap(term.lastDay, after.firstDay) <= 70) continue
    const closing = `${Number(yearOf(term.lastDay).slice(0, 4)) + 1}-08-31`
    const window = windowEnd(term)
    if (gap(term.lastDay, isoDate(closing)) <= 70) mark(term.lastDay, closing, stretch)
    else if (window > term.lastDay && gap(term.lastDay, isoDate(window)) <= 21)
      mark(term.lastDay, window, stretch)
  }
  const stretchOf = (day: string): number => days.get(day)?.stretch ?? 0
  const isSchoolDay = (day: string): boolean => days.get(day)?.isSchoolDay ?? false

  /** Sessions from a start, one by one, to the end of what is known. */
  function* sessionsFrom(startedOn: IsoDate, startSession: 'AM' | 'PM'): Generator<SlowSession> {
    const known = stretchOf(startedOn)
    if (known === 0) return
    for (let place = placeOf.get(startedOn)!; place < allDays.length; place += 1) {
      const day = allDays[place]!
      if (stretchOf(day) !== known) return
      if (!isSchoolDay(day)) continue
      if (day !== startedOn || startSession === 'AM') yield { on: day, session: 'AM' }
      yield { on: day, session: 'PM' }
    }
  }

  /** The name of the term by which a day is counted. */
  function findTerm(day: IsoDate): string | null {
    const known = stretchOf(day)
    if (known === 0) return null
    let next: SlowTerm | undefined
    for (let each = day; next === undefined && stretchOf(each) === known; each = addDays(each, 1))
      next = terms.find(({ firstDay, lastDay }) => firstDay <= each && each <= lastDay)
    const year = yearOf(next?.lastDay ?? day)
    const ofYear = terms.filter(({ lastDay }) => yearOf(lastDay) === year)
    const hasThree =
      ofYear.length === 3 &&
      (['autumn', 'spring', 'summer'] as const).every((season) =>
        ofYear.some((each) => each.season === season),
      )
    if (hasThree) return next?.name ?? null
    if (day.slice(5) >= '08-01') return `August to December ${day.slice(0, 4)}`
    return day < easterOf(day) ? `January to Easter ${day.slice(0, 4)}` : `Easter to July ${day.slice(0, 4)}`
  }

  const found = new Map<string, string | null>()
  const termOf = (day: IsoDate): string | null => {
    if (!found.has(day)) found.set(day, findTerm(day))
    return found.get(day) ?? null
  }

  return { terms, stretchOf, isSchoolDay, sessionsFrom, termOf }
}

export type SlowCalendar = ReturnType<typeof slowCalendar>

/** One row, as it is counted: with the half days served. */
export interface SlowRow {
  readonly id: string
  /** Half days that count; Infinity for a permanent exclusion that stands. */
  readonly halfDays: number
  /** Sessions or lunchtimes; null when the calendar ends before the last of them. */
  readonly covered: readonly SlowSession[] | null
  readonly byTerm: Readonly<Record<string, number>>
  readonly byYear: Readonly<Record<string, number>>
  readonly lastDay: IsoDate | null
  readonly back: SlowSession | null
}

const startOf = ({ startedOn, startSession }: SuspensionRow): SlowSession => ({
  on: isoDate(startedOn),
  session: startSession ?? 'AM',
})

/** Half days that were over when the row was cancelled. */
function served(row: SuspensionRow, cancelledAt: string, calendar: SlowCalendar): number {
  const start = startOf(row)
  const cancelledOn = isoDate(cancelledAt.slice(0, 10))
  if (cancelledOn < start.on) return 0
  let isKnown = calendar.stretchOf(start.on) !== 0
  for (let day = start.on; day <= cancelledOn; day = addDays(day, 1))
    if (calendar.stretchOf(day) !== calendar.stretchOf(start.on)) isKnown = false
  let count = 0
  for (let day = start.on; day <= cancelledOn; day = addDays(day, 1)) {
    const isOpen = isKnown ? calendar.isSchoolDay(day) : weekday(day) < 5
    if (!isOpen) continue
    for (const session of ['AM', 'PM'] as const) {
      if (row.kind === 'lunchtime' && session === 'PM') continue
      const isBefore = row.kind !== 'lunchtime' && isAfter(start, { on: day, session })
      if (!isBefore && isOver(cancelledAt, { on: day, session })) count += 1
    }
  }
  return Math.min(count, row.kind === 'permanent' ? Infinity : row.halfDays!)
}

function slowRow(row: SuspensionRow, on: IsoDate, calendar: SlowCalendar): SlowRow {
  const start = startOf(row)
  const isCancelled = row.cancelledAt !== null && row.cancelledAt.slice(0, 10) <= on
  const length = row.kind === 'permanent' ? Infinity : row.halfDays!
  const halfDays = isCancelled ? served(row, row.cancelledAt!, calendar) : length
  const covered: SlowSession[] = []
  let back: SlowSession | null = null
  for (const each of calendar.sessionsFrom(start.on, row.kind === 'lunchtime' ? 'AM' : start.session)) {
    if (row.kind === 'lunchtime' && each.session === 'PM') continue
    if (covered.length < halfDays) covered.push(each)
    else {
      back = each
      break
    }
  }
  const isWhole = covered.length === halfDays
  const byTerm: Record<string, number> = {}
  const byYear: Record<string, number> = {}
  const isPermanent = row.kind === 'permanent'
  const startTerm = calendar.termOf(start.on)
  const isHere = row.atOtherSchool === 0
  if (!isPermanent && halfDays > 0) {
    if (isHere && isWhole) for (const each of covered) add(byYear, yearOf(each.on), 1)
    else add(byYear, yearOf(start.on), halfDays)
    if (isHere && startTerm !== null)
      if (isWhole) for (const each of covered) add(byTerm, calendar.termOf(each.on) ?? startTerm, 1)
      else add(byTerm, startTerm, halfDays)
  }
  const isBack = row.kind === 'suspension' && isWhole && halfDays > 0
  return {
    id: row.id,
    halfDays,
    covered: isWhole ? covered : null,
    byTerm,
    byYear,
    lastDay: isHere && isWhole ? (covered.at(-1)?.on ?? null) : null,
    back: isBack ? back : null,
  }
}

function add(totals: Record<string, number>, key: string, halfDays: number): void {
  totals[key] = (totals[key] ?? 0) + halfDays
}

const sessionRank = (session: string | null): number => (session === null ? 1 : session === 'AM' ? 0 : 2)

/** Which of the rows are known on a day, in the order in which they are counted. */
function knownRows(rows: readonly SuspensionRow[], on: IsoDate, calendar: SlowCalendar): SuspensionRow[] {
  const years = calendar.terms.map(({ lastDay }) => yearOf(lastDay))
  const known = rows.filter(({ startedOn, decidedAt }) => {
    const inKnownYear = yearOf(startedOn) >= yearOf(on) || years.includes(yearOf(startedOn))
    return inKnownYear && (startedOn <= on || (decidedAt !== null && decidedAt.slice(0, 10) <= on))
  })
  const comes = (a: SuspensionRow, b: SuspensionRow): number => {
    if (a.startedOn !== b.startedOn) return a.startedOn < b.startedOn ? -1 : 1
    const rank = sessionRank(a.startSession) - sessionRank(b.startSession)
    if (rank !== 0) return rank
    const [one, other] = [a.decidedAt ?? '', b.decidedAt ?? '']
    return one < other ? -1 : one > other ? 1 : 0
  }
  return known.toSorted(comes)
}

export interface SlowRun {
  readonly firstDay: string
  readonly sixthDay: string | null
  readonly responsible: 'school' | 'la'
}

/** Runs of school days away from this school, session by session, that reach a sixth day. */
function slowRuns(
  rows: readonly SuspensionRow[],
  slow: readonly SlowRow[],
  calendar: SlowCalendar,
): SlowRun[] {
  const away = rows
    .map((row, place) => ({ row, halfDays: slow[place]!.halfDays }))
    .filter(({ row, halfDays }) => row.atOtherSchool === 0 && row.kind !== 'lunchtime' && halfDays > 0)
    .map(({ row, halfDays }) => {
      const sessions = new Set<string>()
      for (const { on, session } of calendar.sessionsFrom(startOf(row).on, startOf(row).session)) {
        if (sessions.size >= halfDays) break
        sessions.add(`${on} ${session}`)
      }
      const isPermanent = row.kind === 'permanent'
      // Half days that are left when what is known ends.
      return { isPermanent, sessions, left: halfDays - sessions.size }
    })
    .filter(({ sessions }) => sessions.size > 0)
  const awayAt = new Map<string, typeof away>()
  for (const each of away)
    for (const session of each.sessions) awayAt.set(session, [...(awayAt.get(session) ?? []), each])
  const runs: SlowRun[] = []
  if (away.length === 0) return runs
  let run: { dates: string[]; sixthByAuthority: boolean } | null = null
  let stretch = 0
  const end = (atEndOfKnown: boolean, last: typeof away) => {
    if (run === null) return
    const firstDay = run.dates[0]!
    if (run.dates.length >= 6)
      runs.push({
        firstDay,
        sixthDay: run.dates[5]!,
        responsible: run.sixthByAuthority ? 'la' : 'school',
      })
    else if (atEndOfKnown) {
      // Days past what is known: two half days each, the last of them begun or not.
      const daysShort = 6 - run.dates.length
      const reaches = (left: number) => left > 2 * (daysShort - 1)
      if (last.some(({ left }) => reaches(left)))
        runs.push({
          firstDay,
          sixthDay: null,
          responsible: last.some((each) => each.isPermanent && reaches(each.left)) ? 'la' : 'school',
        })
    }
    run = null
  }
  let lastCovering: typeof away = []
  for (const day of allDays) {
    if (calendar.stretchOf(day) !== stretch) {
      end(true, lastCovering)
      stretch = calendar.stretchOf(day)
    }
    if (!calendar.isSchoolDay(day)) continue
    for (const session of ['AM', 'PM']) {
      const covering = awayAt.get(`${day} ${session}`)
      if (covering === undefined) {
        end(false, [])
        continue
      }
      run ??= { dates: [], sixthByAuthority: false }
      if (run.dates.at(-1) !== day) run.dates.push(day)
      if (run.dates.length === 6 && covering.some(({ isPermanent }) => isPermanent))
        run.sixthByAuthority = true
      lastCovering = covering
    }
  }
  end(true, lastCovering)
  return runs
}

/** Everything that is counted of a child's suspensions as at a day. */
export function slowSuspensions(rows: readonly SuspensionRow[], on: IsoDate, calendar: SlowCalendar) {
  const known = knownRows(rows, on, calendar)
  const slow = known.map((row) => slowRow(row, on, calendar))
  const byTerm: Record<string, number> = {}
  const byYear: Record<string, number> = {}
  const after = slow.map((row) => {
    for (const [term, halfDays] of Object.entries(row.byTerm)) add(byTerm, term, halfDays)
    for (const [year, halfDays] of Object.entries(row.byYear)) add(byYear, year, halfDays)
    return Object.fromEntries(Object.keys(row.byTerm).map((term) => [term, byTerm[term]]))
  })
  return { rows: slow, after, byTerm, byYear, runs: slowRuns(known, slow, calendar) }
}
