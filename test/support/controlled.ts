import { academicYear } from '../../server/calendar/academic-year.ts'
import { isoDate } from '../../server/calendar/iso-date.ts'
import type { Controlled, SchoolMeasures, Shown } from '../../server/report/shapes.ts'
import { writeReport, type ReportInput } from '../../server/report/write-report.ts'

/** A number is shown exactly, a pair is a range, `null` is hidden, words say why it is not known. */
export type Told = number | readonly [from: number, to: number | null] | null | string

const shownOf = (told: Told): Shown => {
  if (told === null) return { as: 'hidden' }
  if (typeof told === 'number') return { as: 'exact', value: told }
  return typeof told === 'string' ? { as: 'unknown', why: told } : { as: 'range', from: told[0], to: told[1] }
}

/** What a reader is shown, made by hand. */
export function controlledOf(
  told: Readonly<Record<string, Told>>,
  changes: Partial<Controlled> = {},
): Controlled {
  return {
    threshold: 5,
    isSmall: false,
    shown: new Map(Object.entries(told).map(([id, each]) => [id, shownOf(each)])),
    reasons: new Map(),
    ...changes,
  }
}

/** A secondary school on 13 March 2026. */
export const aSchool: SchoolMeasures = {
  name: 'Ashbrook Vale School',
  phase: 'secondary',
  area: 'Hertfordshire',
  designatedTeacher: 'Ngozi Okafor',
  trainings: [],
  termNow: { name: 'Spring term', schoolDaysLeft: 10 },
  windowEnds: {
    autumn: isoDate('2025-12-31'),
    spring: isoDate('2026-04-05'),
    summer: isoDate('2026-07-31'),
  },
}

/** The report that is written from what is told, with nothing of a person in it. */
export function reportOf(
  told: Readonly<Record<string, Told>>,
  changes: Partial<ReportInput> = {},
): ReturnType<typeof writeReport> {
  return writeReport({
    kind: 'annual',
    year: academicYear('2025/26'),
    on: isoDate('2026-03-13'),
    school: aSchool,
    isDemonstration: false,
    controlled: controlledOf(told),
    words: new Map(),
    lastYear: null,
    lastActions: [],
    nextActions: [],
    ...changes,
  })
}
