import type { AuditEntry } from '../../db/queries/audit-event.ts'
import type { Role } from '../access/permissions.ts'
import { signInName, tokenHash } from '../access/sign-ins.ts'
import { addDays, type IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import type { DemoAccount } from './people.ts'
import { drawn, oneOf } from './random.ts'

const SCHOOL_DAYS_BACK = 15

/** What each role opened, and which classes of data that shows. */
const habits: Readonly<Partial<Record<Role, readonly { route: string; dataClasses: readonly number[] }[]>>> =
  {
    'designated-teacher': [
      { route: 'GET /api/today', dataClasses: [1, 3, 5, 7, 8] },
      { route: 'GET /api/children/:id', dataClasses: [1, 3, 5, 7, 8] },
      { route: 'GET /api/children/:id', dataClasses: [1, 3, 5, 7, 8] },
    ],
    'safeguarding-lead': [{ route: 'GET /api/children/:id', dataClasses: [1, 3, 4, 5, 7, 8] }],
    headteacher: [
      { route: 'GET /api/cohort', dataClasses: [1, 3, 5, 7, 8] },
      { route: 'GET /api/children/:id', dataClasses: [1, 3, 5, 7, 8] },
    ],
    'class-staff': [{ route: 'GET /api/class', dataClasses: [1, 3, 5, 6, 7, 8] }],
    'education-adviser': [{ route: 'GET /api/children/:id', dataClasses: [1, 3, 5, 7, 8] }],
    'virtual-school-head': [{ route: 'GET /api/children/:id', dataClasses: [1, 3, 5, 7, 8] }],
  }

/** How many of ten school days each works with the program. */
const daysOfTen: Readonly<Partial<Record<Role, number>>> = {
  'designated-teacher': 8,
  'safeguarding-lead': 4,
  headteacher: 3,
  'class-staff': 5,
  'education-adviser': 2,
  'virtual-school-head': 1,
}

const clockTime = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00.000Z`

function ofOneDay(
  day: IsoDate,
  person: DemoAccount,
  {
    schoolId,
    childIds,
    carried,
  }: { schoolId: string; childIds: readonly string[]; carried: readonly string[] },
): AuditEntry[] {
  const { accountId, name, role, email } = person
  const seed = `${email} ${day}`
  const began = 7 * 60 + 20 + Math.floor(drawn(`${seed} began`) * 500)
  const by = {
    changedBy: name,
    accountId,
    role,
    schoolId,
    signInId: signInName(tokenHash(seed)),
    address: `192.0.2.${10 + Math.floor(drawn(email) * 200)}`,
  }
  const own = person.childIds ?? (role === 'virtual-school-head' ? carried : childIds)
  const signIn = {
    ...by,
    at: `${day}T${clockTime(began)}`,
    action: 'sign-in',
    route: 'POST /api/sign-in/code',
  }
  const views = (habits[role] ?? []).map(({ route, dataClasses }, i): AuditEntry => ({
    ...by,
    route,
    dataClasses,
    action: 'view',
    at: `${day}T${clockTime(began + 2 + 3 * i)}`,
    childIds: route.includes(':id') ? [oneOf(own, `${seed} ${i}`)] : own,
  }))
  return [signIn, ...views]
}

/**
 * What people looked at over the last three school weeks before a day, in the order of time: a function of the day
 * and the names alone. `carried` are the children whom the authority looks after.
 */
export function earlierEvents(
  people: readonly DemoAccount[],
  on: IsoDate,
  calendar: Pick<SchoolCalendar, 'schoolDayOnOrBefore'>,
  school: { schoolId: string; childIds: readonly string[]; carried: readonly string[] },
): AuditEntry[] {
  const events: AuditEntry[] = []
  let day = calendar.schoolDayOnOrBefore(addDays(on, -1))
  for (let back = 0; back < SCHOOL_DAYS_BACK && day; back++) {
    for (const person of people)
      if (drawn(`${person.email} ${day} came`) * 10 < (daysOfTen[person.role] ?? 0))
        events.push(...ofOneDay(day, person, school))
    day = calendar.schoolDayOnOrBefore(addDays(day, -1))
  }
  return events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
