import { sessionAt, type AcademicYear } from '../../calendar/academic-year.ts'
import type { IsoDate } from '../../calendar/iso-date.ts'
import type { PlannedRegister } from '../../import/plan.ts'
import { codeOn, NO_MARK, unpackMark } from '../../law/register-codes.ts'

export interface MarkChange {
  childId: string
  on: IsoDate
  session: 'AM' | 'PM'
  /** The code and what it means, such as `I, illness`. */
  before: string
  after: string
}

function inWords(mark: string, on: IsoDate): string {
  const code = unpackMark(mark)
  if (code === null) return 'no mark'
  const meaning = codeOn(on, code)?.meaning
  return meaning === undefined ? code : `${code} ${meaning.charAt(0).toLowerCase()}${meaning.slice(1)}`
}

/** The marks held that a run would replace, the first so many; new marks are not among them. */
export function markChanges(registers: readonly PlannedRegister[], most: number): MarkChange[] {
  const changes: MarkChange[] = []
  for (const { childId, academicYear, marksBefore, marks, changed } of registers) {
    if (changed === 0 || marksBefore === null) continue
    for (let place = 0; place < marks.length; place++) {
      const before = marksBefore[place] ?? NO_MARK
      const after = marks[place] ?? NO_MARK
      if (before === after || before === NO_MARK) continue
      if (changes.length === most) return changes
      const { on, session } = sessionAt(academicYear as AcademicYear, place)
      changes.push({ childId, on, session, before: inWords(before, on), after: inWords(after, on) })
    }
  }
  return changes
}
