import type { ConsiderationTable } from '../../db/tables/consideration.ts'
import { isoDate, type IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { dayWords } from '../engine/words.ts'
import { coveredHalfDays } from '../law/suspension-days.ts'
import type { FieldProblem } from '../records/kind.ts'
import { proposedRow, type Proposed } from './proposal.ts'
import type { Proposal } from './shapes.ts'

/**
 * Whether an exam that a person says is missed lies on its days: not when they end before it or begin after it, nor at
 * lunchtimes, which miss no session. Where its day, or the last of them, is not known, what was said stands.
 */
export function isExamMissed(
  row: Proposed,
  { missesExam, examOn }: Pick<Proposal, 'missesExam' | 'examOn'>,
  calendar: SchoolCalendar,
): boolean {
  if (missesExam !== true || row.kind === 'lunchtime') return false
  if (examOn === null) return true
  const last = coveredHalfDays(row, calendar)?.at(-1)?.on
  return row.startedOn <= examOn && (row.kind === 'permanent' || last === undefined || examOn <= last)
}

type Fields = Pick<
  ConsiderationTable,
  'kind' | 'startedOn' | 'startSession' | 'halfDays' | 'missesExam' | 'examOn'
>

/** What speaks against deciding it with the exam that is said to be missed: its day is not known, or none of its days. */
export function againstExam(
  { kind, startedOn, startSession, halfDays, missesExam, examOn }: Fields,
  calendar: SchoolCalendar,
  today: IsoDate,
): FieldProblem[] {
  if (missesExam !== 1 || kind === 'lunchtime') return []
  if (examOn === null) return [{ field: 'examOn', message: 'Say on which day the first of them is.' }]
  const day = isoDate(examOn)
  const said = { missesExam: true, examOn: day }
  const first = startedOn === null ? null : isoDate(startedOn)
  const row = proposedRow({ kind, startedOn: first, startSession, halfDays, ...said })
  if (row === null || isExamMissed(row, said, calendar)) return []
  return [{ field: 'examOn', message: `${dayWords(day, today)} ${NOT_MISSED}` }]
}

const NOT_MISSED =
  'is none of its days, so that no exam would be missed: say so, or give the day of the one that would.'
