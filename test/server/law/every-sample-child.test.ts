import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isoDate, localMinute } from '../../../server/calendar/iso-date.ts'
import { addWorkingDays } from '../../../server/calendar/working-days.ts'
import {
  canStillMiss,
  isPersistent,
  isSevere,
  isSmallBase,
  percentToOneDecimal,
} from '../../../server/law/attendance.ts'
import { cohortsOn, lookedAfterSpells, type CareRow } from '../../../server/law/cohorts.ts'
import { windowState } from '../../../server/law/pep.ts'
import {
  bySuspensionStart,
  coveredHalfDays,
  halfDaysByTerm,
  repeatedCriteria,
  sixthDayRuns,
  type SuspensionRow,
} from '../../../server/law/suspension-days.ts'
import {
  boardDeadline,
  governorDuty,
  nextTermThreshold,
  noticeState,
  yearHalfDaysLeft,
  yearLevel,
} from '../../../server/law/suspension.ts'
import { sampleCalendar, sampleLines } from '../../support/term-dates.ts'

/** What was worked out for the sample school by another program, of which this compares what `law` answers. */
interface Expected {
  as_at: string
  children: Record<string, ExpectedChild>
}
interface ExpectedChild {
  cohorts: Record<'cla' | 'previously_cla' | 'cin' | 'cp' | 'kinship' | 'ever6', boolean>
  on_roll: boolean
  attendance: {
    possible: number
    authorised: number
    unauthorised: number
    absence_percent: number | null
    persistent: boolean
    severe: boolean
    small_base: boolean
    remaining_sessions: number
    can_still_miss_before_10_percent: number | null
  }
  pep: {
    years: Record<string, { terms: Record<string, ExpectedWindow> }>
    first_pep: { spell_start: string; initiated_by: string; available_by: string }[]
  }
  suspensions: {
    list: ExpectedSuspension[]
    days_current_term: number
    days_current_year: number
    next_term_threshold: number | null
    days_left_to_term_threshold: number | null
    days_left_to_45: number
    year_level: string
    sixth_day_provision: { run_first_day: string; sixth_day: string; responsible: string }[]
    repeated_criteria: Record<string, boolean>
  }
}
interface ExpectedWindow {
  last_day: string
  working_days_in_care: number
  completed: number
  state: string
}
interface ExpectedSuspension {
  last_day: string | null
  days_by_term: Record<string, number>
  term_total_after: Record<string, number>
  governor_duty: string
  governor_deadline: string | null
  notices: Partial<
    Record<'parent' | 'la' | 'social_worker' | 'vsh', { state: string; severity: string | null }>
  >
}

interface Suspension extends SuspensionRow {
  readonly decidedAt: string
  readonly told: Record<'parent' | 'la' | 'social_worker' | 'vsh', string>
}

const expected = JSON.parse(
  readFileSync(new URL('../../golden/sample/expected.json', import.meta.url), 'utf8'),
) as Expected
const asAt = isoDate(expected.as_at)

const careRowsOf = (upn: string): CareRow[] =>
  sampleLines('care-episodes.csv')
    .map((line) => line.split(','))
    .filter(([child]) => child === upn)
    .map(([, status, startedOn = '', endedOn = '']) => ({
      status: status as CareRow['status'],
      startedOn: isoDate(startedOn),
      endedOn: endedOn === '' ? null : isoDate(endedOn),
    }))

const suspensionsOf = (upn: string): Suspension[] =>
  sampleLines('suspensions.csv')
    .map((line) => line.split(','))
    .filter(([child]) => child === upn)
    .map(([, kind, startedOn = '', session, days = '', , , , decidedAt = '', ...told]) => ({
      kind: kind as SuspensionRow['kind'],
      startedOn: isoDate(startedOn),
      startSession: session === '' ? null : (session as 'AM' | 'PM'),
      halfDays: days === '' ? null : Number(days) * 2,
      decidedAt,
      told: { parent: told[0] ?? '', la: told[1] ?? '', social_worker: told[2] ?? '', vsh: told[3] ?? '' },
    }))
    .toSorted(bySuspensionStart)

const children = Object.entries(expected.children)
const inDays = (halfDays: ReadonlyMap<string, number>) =>
  Object.fromEntries([...halfDays].map(([name, count]) => [name, count / 2]))

describe('each child of the sample school', () => {
  it('is there to be compared', () => {
    expect(children).toHaveLength(40)
  })

  it.each(children)('%s has the groups that follow from the care history', (upn, { cohorts, pep }) => {
    const rows = careRowsOf(upn)
    const { previouslyCla, ...rest } = cohortsOn(rows, asAt)
    expect({ ...rest, previously_cla: previouslyCla }).toEqual(cohorts)
    for (const first of pep.first_pep) {
      const spell = lookedAfterSpells(rows, asAt).find(({ startedOn }) => startedOn === first.spell_start)
      expect(spell).toBeDefined()
      expect(spell && addWorkingDays(spell.startedOn, 10)).toBe(first.initiated_by)
      expect(spell && addWorkingDays(spell.startedOn, 20)).toBe(first.available_by)
    }
  })

  it.each(children)('%s has a state for each window of plans', (_, { pep }) => {
    for (const { terms } of Object.values(pep.years))
      for (const window of Object.values(terms)) {
        const given = {
          workingDaysInCare: window.working_days_in_care,
          completedInWindow: window.completed,
          lastDay: isoDate(window.last_day),
        }
        expect(windowState(given, asAt)).toBe(window.state)
      }
  })

  it.each(children)('%s is absent by so much', (_, { attendance, on_roll: onRoll }) => {
    const { possible, authorised, unauthorised, remaining_sessions: remaining } = attendance
    const absent = authorised + unauthorised
    expect(percentToOneDecimal(absent, possible)).toBe(attendance.absence_percent)
    expect(isPersistent(absent, possible, asAt)).toBe(attendance.persistent)
    expect(isSevere(absent, possible, asAt)).toBe(attendance.severe)
    expect(isSmallBase(possible)).toBe(attendance.small_base)
    if (onRoll)
      expect(canStillMiss(possible, absent, remaining)).toBe(attendance.can_still_miss_before_10_percent)
  })

  it.each(children)('%s has these suspensions, with their totals and the board’s duty', (upn, child) => {
    const totals = new Map<string, number>()
    for (const [index, row] of suspensionsOf(upn).entries()) {
      const wanted = child.suspensions.list[index]
      const byTerm = new Map(
        [...(halfDaysByTerm(row, sampleCalendar) ?? [])].map(([name, t]) => [name, t.halfDays]),
      )
      for (const [name, halfDays] of byTerm) totals.set(name, (totals.get(name) ?? 0) + halfDays)
      const after = new Map([...byTerm.keys()].map((name) => [name, totals.get(name) ?? 0]))
      const duty = governorDuty(row.kind, Math.max(0, ...after.values()))
      const decidedOn = isoDate(row.decidedAt.slice(0, 10))
      expect({
        last_day: coveredHalfDays(row, sampleCalendar)?.at(-1)?.on ?? null,
        days_by_term: inDays(byTerm),
        term_total_after: inDays(after),
        governor_duty: duty,
        governor_deadline: boardDeadline(duty, decidedOn, sampleCalendar),
      }).toEqual({
        last_day: wanted?.last_day,
        days_by_term: wanted?.days_by_term,
        term_total_after: wanted?.term_total_after,
        governor_duty: wanted?.governor_duty,
        governor_deadline: wanted?.governor_deadline,
      })
    }
  })

  it.each(children)('%s has had each notice on time, late or not at all', (upn, child) => {
    for (const [index, { decidedAt, told }] of suspensionsOf(upn).entries())
      for (const [party, wanted] of Object.entries(child.suspensions.list[index]?.notices ?? {})) {
        const toldAt = told[party as keyof typeof told]
        const state = noticeState(
          toldAt === '' ? null : localMinute(toldAt),
          localMinute(decidedAt),
          asAt,
          sampleCalendar,
        )
        expect(state).toEqual(wanted)
      }
  })

  it.each(children)('%s stands so near the lines of term, year and sixth day', (upn, { suspensions }) => {
    const rows = suspensionsOf(upn)
    const next = nextTermThreshold(suspensions.days_current_term * 2)
    expect(next?.schoolDays ?? null).toBe(suspensions.next_term_threshold)
    expect(next ? next.halfDaysLeft / 2 : null).toBe(suspensions.days_left_to_term_threshold)
    expect(yearLevel(suspensions.days_current_year * 2)).toBe(suspensions.year_level)
    expect(yearHalfDaysLeft(suspensions.days_current_year * 2) / 2).toBe(suspensions.days_left_to_45)
    const runs = sixthDayRuns(rows, sampleCalendar).map((run) => ({
      run_first_day: run.firstDay,
      sixth_day: run.sixthDay,
      responsible: run.responsible,
    }))
    expect(runs).toEqual(suspensions.sixth_day_provision)
    const criteria = repeatedCriteria(rows, asAt, sampleCalendar)
    expect({
      two_in_a_term: criteria.inTerm,
      three_in_the_year: criteria.inYear,
      two_within_20_school_days: criteria.within,
      more_than_5_days_in_a_term: criteria.termDays,
    }).toEqual(suspensions.repeated_criteria)
  })
})
