import { academicYear, type AcademicYear } from '../calendar/academic-year.ts'
import { isIsoDate, type IsoDate } from '../calendar/iso-date.ts'
import { isPlainText } from '../records/plain-text.ts'
import type { ProblemList } from './problem-list.ts'
import { shownValue } from './read-problem.ts'

/** The school that the files are about, as `school.json` says. */
export interface SchoolFile {
  name: string
  /** Six digits. */
  urn: string
  /** Three digits of the authority, four of the school. */
  laestab: string | null
  localAuthority: { name: string; code: string | null } | null
  phase: string | null
  asAt: IsoDate | null
  academicYear: AcademicYear | null
}

const LONGEST = 200

const asObject = (value: unknown): ReadonlyMap<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : null

const parsed = (text: string): ReadonlyMap<string, unknown> | null => {
  try {
    return asObject(JSON.parse(text))
  } catch {
    return null
  }
}

const isAcademicYear = (text: string): text is AcademicYear => {
  try {
    return academicYear(text) === text
  } catch {
    return false
  }
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST && isPlainText(value)

/** True for the text of a `school.json`, good or faulty; false for JSON of anything else. */
export function isSchoolFile(text: string): boolean {
  const found = parsed(text)
  return found !== null && found.has('urn') && found.has('name')
}

/** The school of a `school.json`; null when something in it is wrong, which is then noted. */
export function readSchoolFile(text: string, problems: ProblemList): SchoolFile | null {
  const school = parsed(text) ?? new Map<string, unknown>()
  const before = problems.problems.length
  const field = <T extends string>(
    name: string,
    isRight: (value: string) => value is T,
    message: string,
    needed = false,
  ): T | null => {
    const value = school.get(name) ?? null
    if (value === null && !needed) return null
    if (isText(value) && isRight(value)) return value
    problems.add({
      line: null,
      column: name,
      value: shownValue(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')),
      code: 'school-file',
      message,
    })
    return null
  }
  const anyText = (value: string): value is string => value !== ''
  const digits =
    (pattern: RegExp) =>
    (value: string): value is string =>
      pattern.test(value)
  const authority = asObject(school.get('local_authority'))
  const authorityName = authority?.get('name') ?? school.get('local_authority')
  const code = authority?.get('code')
  const read = {
    name: field('name', anyText, 'Give the school’s name as text.', true),
    urn: field(
      'urn',
      digits(/^\d{6}$/),
      'A URN has six digits, in quotation marks. Copy it from the register of schools.',
      true,
    ),
    laestab: field('laestab', digits(/^\d{7}$/), 'A LAESTAB has seven digits, in quotation marks.'),
    phase: field('phase', anyText, 'Give the phase as text, such as primary.'),
    asAt: field('as_at', isIsoDate, 'Give the day as 2026-03-13.'),
    academicYear: field('academic_year', isAcademicYear, 'Give the academic year as 2025/26.'),
  }
  if (problems.problems.length > before || read.name === null || read.urn === null) return null
  return {
    ...read,
    name: read.name,
    urn: read.urn,
    localAuthority: isText(authorityName)
      ? { name: authorityName, code: isText(code) && /^\d{3}$/.test(code) ? code : null }
      : null,
  }
}
