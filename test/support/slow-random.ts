import { isoDate, weekday } from '../../server/calendar/iso-date.ts'
import { someTermDates } from './build/a-calendar.ts'
import type { RandomRows } from './random-school.ts'
import type { SlowChild, SlowSchool } from './slow-report.ts'

/** A random school's rows as the slow recount reads them: nothing is left out here, and nothing worked out but days. */

function isSchoolDay(day: string): boolean {
  const rows = someTermDates.filter(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)
  return rows.length > 0 && rows.every(({ kind }) => kind === 'term') && weekday(isoDate(day)) < 5
}

/** The Monday that the stored registers of a year begin with. */
const firstMondays: Readonly<Record<string, string>> = { '2024/25': '2024-09-02', '2025/26': '2025-09-01' }

/** Sessions of a stored register to a day: ten a week, weekends left out. */
function sessionsOf(
  { marks, academicYear }: { marks: string; academicYear: string },
  { admittedOn, leftOn }: { admittedOn: string; leftOn: string | null },
  on: string,
) {
  let [possible, missed, place] = [0, 0, 0]
  const first = Date.parse(firstMondays[academicYear]!)
  for (let days = 0; place < marks.length; days += 1) {
    const day = new Date(first + days * 86_400_000).toISOString().slice(0, 10)
    if (weekday(isoDate(day)) > 4) continue
    const two = marks.slice(place, place + 2)
    place += 2
    const isHere = admittedOn <= day && (leftOn === null || day <= leftOn)
    if (!isHere || day > on || !isSchoolDay(day)) continue
    for (const mark of two) {
      if ('OI'.includes(mark)) missed += 1
      if ('OI/\\'.includes(mark)) possible += 1
    }
  }
  return { possible, missed }
}

function slowChild(
  { rows, forReport }: RandomRows['children'][number],
  { steps }: RandomRows,
  on: string,
): SlowChild {
  const { child } = rows
  const register = rows.attendanceYears.find(
    ({ academicYear }) => academicYear === (on < '2025-09-01' ? '2024/25' : '2025/26'),
  )
  return {
    id: child.id,
    yearGroup: child.yearGroup,
    admittedOn: child.admittedOn,
    leftOn: child.leftOn,
    care: rows.careEpisodes.map((row) => ({ ...row, authority: row.authorityCode })),
    peps: rows.pepMeetings.map((row) => ({
      ...row,
      attended: row.attended.split(';'),
      views: row.childViews === 1,
    })),
    suspensions: rows.suspensions.map((row) => ({
      ...row,
      isOurs: row.atOtherSchool === 0,
      asked: rows.contacts
        .filter(({ suspensionId }) => suspensionId === row.id)
        .map(({ withRole, contactedAt, outcome }) => ({
          who: withRole,
          at: contactedAt,
          isThere: outcome !== 'no-answer',
        })),
    })),
    sessions: register ? sessionsOf(register, child, on) : null,
    considered: forReport.considered,
    spans: {
      'off-site': rows.offSiteDirections.map(({ startsOn, endsOn }) => [startsOn, endsOn] as const),
      'part-time': rows.partTimeTimetables.map(({ startsOn, endsOn }) => [startsOn, endsOn] as const),
    },
    days: {
      'managed-move': rows.managedMoves.map(({ agreedOn }) => agreedOn),
      'sent-home': rows.unlawfulExclusions.map(({ happenedOn }) => happenedOn),
    },
    needs: rows.specialNeeds,
    assessments: forReport.attainments.map((row) => ({
      ...row,
      on: row.assessedOn,
      expected: row.expected === null ? null : row.expected === 1,
    })),
    alerts: forReport.alerts.map(({ id, raisedAt, status }) => ({
      raisedAt,
      isDuty: status !== 'watch',
      steps: steps.filter(({ alertId }) => alertId === id),
    })),
  }
}

/** A random school on a day. */
export const slowRandomSchool = (rows: RandomRows, on: string): SlowSchool => ({
  on: isoDate(on),
  authority: rows.school.authorityCode,
  phase: rows.school.phase,
  told: rows.told,
  children: rows.children.map((child) => slowChild(child, rows, on)),
  money: rows.money.map((row) => ({ ...row, on: row.datedOn })),
  isSchoolDay,
  known: { from: '2024-09-01', to: '2026-08-31' },
})
