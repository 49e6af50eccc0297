import { nextYear, pepWindows, type AcademicYear } from '../../calendar/academic-year.ts'
import { addDays, isoDate } from '../../calendar/iso-date.ts'
import type { ReportFacts } from '../../facts/report-facts.ts'
import type { SchoolMeasures } from '../shapes.ts'

/** Where Easter is not known yet, the spring ends with March. */
function windowEnds(year: AcademicYear): SchoolMeasures['windowEnds'] {
  const windows = pepWindows(year)
  const spring = nextYear(year).slice(0, 4)
  const lastOf = (term: string) => windows?.find((window) => window.term === term)?.lastDay
  return {
    autumn: lastOf('autumn') ?? addDays(isoDate(`${spring}-01-01`), -1),
    spring: lastOf('spring') ?? isoDate(`${spring}-03-31`),
    summer: lastOf('summer') ?? isoDate(`${spring}-07-31`),
  }
}

/** What holds of no child. */
export function schoolMeasures(facts: ReportFacts): SchoolMeasures {
  const { school, calendar, on, year, trainings, designatedTeacher } = facts
  const term = calendar.termOf(on)
  return {
    name: school.name,
    phase: school.phase,
    area: school.area,
    designatedTeacher,
    trainings,
    termNow:
      term === null
        ? null
        : { name: term.name, schoolDaysLeft: calendar.schoolDaysBetween(addDays(on, 1), term.lastDay) },
    windowEnds: windowEnds(year),
  }
}
