import { academicYearOf, firstDayOf } from '../calendar/academic-year.ts'
import { addDays, addYears, type IsoDate } from '../calendar/iso-date.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import type { DemoChild } from './cast.ts'
import { drawn } from './random.ts'

/** The invented school and its two invented authorities; nobody knows the second one's number. */
export const demoSchool = {
  name: 'Larkmere Primary (demonstration)',
  urn: '990001',
  laestab: '9904001',
  phase: 'primary',
  authority: { code: '990', name: 'Wexmoor', virtualSchoolPhone: '01632 960118' },
  elsewhere: { code: '991', name: 'Saltmere', virtualSchoolPhone: null },
} as const

/** Check letter, authority 990 that does not exist, establishment, year and serial: well formed and nobody's. */
function demoUpn(index: number): string {
  const digits = `9904001${String(18 + (index % 7)).padStart(2, '0')}${String(index + 1).padStart(3, '0')}`
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i + 2), 0)
  return `${'ABCDEFGHJKLMNPQRTUVWXYZ'[sum % 23]}${digits}`
}

const ageInYear: Record<string, number> = { N: 3, R: 4 }

function workingDaysBack(on: IsoDate, n: number): IsoDate {
  let day = on
  for (let left = n; left > 0;) {
    day = addDays(day, -1)
    if (isWorkingDay(day)) left--
  }
  return day
}

export interface Told {
  upn: string
  child: DemoChild
  dateOfBirth: IsoDate
  admittedOn: IsoDate
  statuses: {
    status: string
    startedOn: IsoDate
    endedOn: IsoDate | null
    authority: string
    detail: string
  }[]
}

export function told(child: DemoChild, index: number, on: IsoDate): Told {
  const yearStart = firstDayOf(academicYearOf(on))
  const age = ageInYear[child.yearGroup] ?? Number(child.yearGroup) + 4
  const dateOfBirth = addDays(addYears(yearStart, -age), -1 - Math.floor(drawn(`birth ${index}`) * 360))
  const began = child.statuses.map(({ began }) =>
    typeof began === 'number' ? addDays(on, -began) : workingDaysBack(on, began.workingDays),
  )
  return {
    upn: demoUpn(index),
    child,
    dateOfBirth,
    admittedOn: addYears(yearStart, -Math.max(0, age - 4)),
    statuses: child.statuses.map(({ status, ended, detail, elsewhere }, i) => ({
      status,
      startedOn: began[i]! < dateOfBirth ? addDays(dateOfBirth, 200) : began[i]!,
      endedOn: ended === undefined ? null : addDays(on, -ended),
      authority: elsewhere ? demoSchool.elsewhere.name : demoSchool.authority.name,
      detail: detail ?? '',
    })),
  }
}
