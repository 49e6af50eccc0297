import { describe, expect, it } from 'vitest'
import { academicYearOf } from '../../../server/calendar/academic-year.ts'
import { addDays, isoDate, type IsoDate } from '../../../server/calendar/iso-date.ts'
import { buildSchoolCalendar, type TermDate } from '../../../server/calendar/school-calendar.ts'
import type { SuspensionRow } from '../../../server/facts/child-rows.ts'
import { suspendedSessions } from '../../../server/facts/suspended-sessions.ts'
import { buildSuspensionFacts, layOutSuspensions } from '../../../server/facts/suspension-facts.ts'
import { returnOf } from '../../../server/law/suspension-return.ts'
import { aSuspensionRow, childRows } from '../../support/build/child-rows.ts'
import {
  slowCalendar,
  slowSuspensions,
  type SlowCalendar,
  type SlowSession,
  type SlowTerm,
} from '../../support/slow-suspensions.ts'

const deep = process.env['TRUST_DEEP'] === '1'
/** In the other time zones fewer: what could differ there are days, and each case has hundreds. */
const cases = deep ? 100_000 : process.env['TZ'] === 'UTC' ? 2000 : 300
const CASES_A_CALENDAR = 10

/** Numbers that follow from a seed alone. */
function chanceFrom(seed: number) {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const upTo = (most: number): number => Math.floor(next() * (most + 1))
  return {
    upTo,
    between: (least: number, most: number): number => least + upTo(most - least),
    is: (probability: number): boolean => next() < probability,
    oneOf: <T>(list: readonly T[]): T => list[upTo(list.length - 1)]!,
  }
}

type Chance = ReturnType<typeof chanceFrom>

const plus = (day: string, days: number): IsoDate => addDays(isoDate(day), days)

/** The terms of one school year: three, six, or some that nobody entered. */
function termsOfYear(start: number, chance: Chance): readonly SlowTerm[] {
  const spring = start + 1
  const autumn = chance.is(0.1)
    ? plus(`${start}-08-26`, chance.upTo(5))
    : plus(`${start}-09-01`, chance.upTo(5))
  const easter = plus(`${spring}-03-24`, chance.upTo(16))
  const three: SlowTerm[] = [
    {
      name: `Autumn ${start}`,
      season: 'autumn',
      firstDay: autumn,
      lastDay: plus(`${start}-12-13`, chance.upTo(9)),
    },
    {
      name: `Spring ${spring}`,
      season: 'spring',
      firstDay: plus(`${spring}-01-02`, chance.upTo(6)),
      lastDay: easter,
    },
    {
      name: `Summer ${spring}`,
      season: 'summer',
      firstDay: plus(easter, chance.between(11, 18)),
      lastDay: plus(`${spring}-07-14`, chance.upTo(10)),
    },
  ]
  const terms = chance.is(0.1)
    ? three.flatMap((term): SlowTerm[] => [
        { ...term, name: `${term.name}, first`, lastDay: plus(term.firstDay, 35) },
        { ...term, name: `${term.name}, second`, firstDay: plus(term.firstDay, 45) },
      ])
    : three
  return terms.filter(() => !chance.is(0.1))
}

/** A school's calendar of one to two and a half years, quick and slow. */
function schoolOf(chance: Chance) {
  const terms = [2024, 2025, 2026].flatMap((start) => {
    if (start !== 2025 && chance.is(0.3)) return []
    const ofYear = termsOfYear(start, chance)
    return start === 2026 ? ofYear.filter(({ season }) => season === 'autumn') : ofYear
  })
  const rows: TermDate[] = terms.map(({ name, firstDay, lastDay }) => ({
    kind: 'term',
    name,
    firstDay,
    lastDay,
  }))
  const close = (kind: TermDate['kind'], firstDay: IsoDate, days: number) =>
    rows.push({ kind, name: kind, firstDay, lastDay: addDays(firstDay, days - 1) })
  for (const { firstDay } of terms) {
    if (chance.is(0.9)) close('half-term', plus(firstDay, chance.between(30, 50)), chance.oneOf([5, 7, 9]))
    if (chance.is(0.5)) close('inset', firstDay, 1)
    for (let left = chance.upTo(2); left > 0; left -= 1) close('inset', plus(firstDay, chance.upTo(100)), 1)
    if (chance.is(0.4)) close('occasional', plus(firstDay, chance.upTo(80)), chance.between(1, 3))
    if (chance.is(0.3)) close('bank-holiday', plus(firstDay, chance.upTo(60)), 1)
  }
  const closed = rows
    .filter(({ kind }) => kind !== 'term')
    .map(({ firstDay, lastDay }) => [firstDay, lastDay] as const)
  return { quick: buildSchoolCalendar(rows), slow: slowCalendar({ terms, closed }), rows }
}

/** The session after so many from a start, so that a row can follow on another without a gap. */
function sessionAfter(start: SlowSession, halfDays: number, calendar: SlowCalendar): SlowSession | null {
  let left = halfDays
  for (const each of calendar.sessionsFrom(start.on, start.session)) {
    if (left === 0) return each
    left -= 1
  }
  return null
}

const two = (number: number): string => String(number).padStart(2, '0')
const minute = (day: IsoDate, chance: Chance): string =>
  `${day}T${chance.is(0.2) ? chance.oneOf(['11:59', '12:00', '15:29', '15:30', '15:31', '00:00', '23:59']) : `${two(chance.between(7, 18))}:${two(chance.upTo(59))}`}`

/** One to six rows of a child, many of them one right after another, some split, cancelled or elsewhere. */
function rowsOf(calendar: SlowCalendar, chance: Chance): SuspensionRow[] {
  const rows: SuspensionRow[] = []
  let next: SlowSession | null = null
  for (let number = 1 + chance.upTo(5); number > 0; number -= 1) {
    const isNext: boolean = next !== null && chance.is(0.6)
    const near: IsoDate | null =
      next !== null && chance.is(0.5) ? addDays(next.on, chance.between(-3, 6)) : null
    const startedOn: IsoDate = isNext ? next!.on : (near ?? plus('2024-08-20', chance.upTo(860)))
    const kind = chance.oneOf([
      'suspension',
      'suspension',
      'suspension',
      'suspension',
      'lunchtime',
      'permanent',
    ] as const)
    const startSession = isNext ? next!.session : chance.is(0.6) ? 'AM' : 'PM'
    const halfDays =
      kind === 'permanent' ? null : chance.is(0.1) ? chance.between(20, 95) : chance.between(1, 14)
    const isCancelled = chance.is(0.2)
    rows.push(
      aSuspensionRow(startedOn, halfDays, {
        id: `row-${rows.length}`,
        kind,
        startSession: kind === 'lunchtime' ? null : startSession,
        decidedAt: chance.is(0.5) ? minute(addDays(startedOn, -chance.upTo(3)), chance) : null,
        atOtherSchool: chance.is(0.1) ? 1 : 0,
        cancelledAt: isCancelled ? minute(addDays(startedOn, chance.between(-3, 12)), chance) : null,
      }),
    )
    if (kind === 'suspension') {
      const skipped = chance.is(0.2) ? chance.upTo(3) : 0
      next = sessionAfter({ on: startedOn, session: startSession }, halfDays! + skipped, calendar)
    }
  }
  return rows
}

const bySession = ({ on, session }: SlowSession): string => `${on} ${session}`

/** The same of the facts as the slow count says, and nothing that differs. */
function compared(rows: readonly SuspensionRow[], on: IsoDate, school: ReturnType<typeof schoolOf>) {
  const { quick, slow } = school
  const facts = buildSuspensionFacts(
    childRows({ suspensions: rows }),
    [],
    [],
    layOutSuspensions(quick, on, academicYearOf(on)),
  )
  const expected = slowSuspensions(rows, on, slow)
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const sessionsOf = (id: string) => suspendedSessions(rowOf.get(id)!, quick, on).map(bySession)
  const awayOf = (id: string, halfDays: number): readonly string[] => {
    const { kind, atOtherSchool, startedOn, startSession } = rowOf.get(id)!
    if (kind === 'lunchtime' || atOtherSchool === 1) return []
    const away: string[] = []
    for (const each of slow.sessionsFrom(isoDate(startedOn), startSession ?? 'AM')) {
      if (each.on > on || away.length >= halfDays) break
      away.push(bySession(each))
    }
    return away
  }
  return {
    counted: {
      rows: facts.rows.map((row) => ({
        id: row.id,
        halfDays: row.halfDays,
        byTerm: row.byTerm,
        after: row.termTotalAfter,
        lastDay: row.lastDay,
        back: row.atOtherSchool ? null : returnOf(row, quick),
        sessions: sessionsOf(row.id),
      })),
      byTerm: facts.byTerm,
      byYear: facts.byYear,
      atOtherSchool: facts.atOtherSchool,
      inCurrentYear: facts.inCurrentYear,
      inCurrentTerm: facts.inCurrentTerm,
      runs: facts.runs,
      runsPastCalendar: facts.runsPastCalendar,
    },
    slowly: {
      rows: expected.rows.map((row, place) => {
        const { kind, atOtherSchool } = rowOf.get(row.id)!
        return {
          id: row.id,
          halfDays:
            kind === 'permanent' && (atOtherSchool === 1 || row.halfDays === Infinity) ? null : row.halfDays,
          byTerm: row.byTerm,
          after: expected.after[place],
          lastDay: row.lastDay,
          back: atOtherSchool === 1 ? null : row.back,
          sessions: awayOf(row.id, row.halfDays),
        }
      }),
      byTerm: expected.byTerm,
      byYear: expected.byYear,
      atOtherSchool: expected.rows
        .filter(({ id }) => rowOf.get(id)!.atOtherSchool === 1)
        .reduce((sum, row) => sum + (row.byYear[academicYearOf(on)] ?? 0), 0),
      inCurrentYear: expected.byYear[academicYearOf(on)] ?? 0,
      inCurrentTerm: expected.byTerm[slow.termOf(on) ?? ''] ?? 0,
      runs: expected.runs.filter(({ sixthDay }) => sixthDay !== null),
      runsPastCalendar: expected.runs
        .filter(({ sixthDay }) => sixthDay === null)
        .map(({ firstDay }) => firstDay),
    },
  }
}

describe('the days of suspensions', () => {
  it(
    `are those that a slow walk over every day and session finds, in ${cases} cases`,
    () => {
      let school = schoolOf(chanceFrom(0))
      for (let number = 0; number < cases; number += 1) {
        const chance = chanceFrom(number + 1)
        if (number % CASES_A_CALENDAR === 0) school = schoolOf(chance)
        const rows = rowsOf(school.slow, chance)
        const on = plus('2025-09-01', chance.upTo(480))
        const { counted, slowly } = compared(rows, on, school)
        if (JSON.stringify(counted) !== JSON.stringify(slowly))
          expect({ number, on, rows, counted }).toEqual({ number, on, rows, counted: slowly })
      }
    },
    deep ? 1_800_000 : 120_000,
  )
})
