import type { ProblemList } from './problem-list.ts'
import { NOT_TOLD, type ChildRegister, type OpenRegister } from './register-book.ts'
import { sessionAt } from '../calendar/academic-year.ts'

/** The first register that tells a session otherwise than this one does. */
const contradiction = (others: readonly OpenRegister[], { marks }: OpenRegister, place: number) =>
  others.find((other) => other.marks[place] !== NOT_TOLD && other.marks[place] !== marks[place])

/**
 * One register for each child and academic year, from those of all files. Two files may tell the same mark;
 * two different ones are a problem of the later file.
 */
export class MergedRegisters {
  private readonly told = new Map<string, OpenRegister[]>()

  add(registers: readonly OpenRegister[], problems: ProblemList): void {
    for (const register of registers) {
      const key = `${register.upn} ${register.year}`
      const others = this.told.get(key) ?? []
      if (others.length > 0) this.compare(register, others, problems)
      this.told.set(key, [...others, register])
    }
  }

  private compare(register: OpenRegister, others: readonly OpenRegister[], problems: ProblemList): void {
    register.marks.forEach((mark, place) => {
      if (mark === NOT_TOLD || problems.full) return
      const other = contradiction(others, register, place)
      if (other === undefined) return
      const { on, session } = sessionAt(register.year, place)
      problems.add({
        line: register.lines[place] ?? null,
        column: null,
        value: `${register.upn} ${on} ${session}`,
        code: 'contradicting-marks',
        message: `Line ${other.lines[place]} of ${other.file} has another mark for this session. Take one of the two out.`,
      })
    })
  }

  merged(): ChildRegister[] {
    return [...this.told.values()].map(([first, ...others]) => {
      const { file, line, upn, year, marks } = first!
      for (const other of others) {
        other.marks.forEach((mark, place) => {
          if (mark !== NOT_TOLD) marks[place] = mark
        })
      }
      return { file, line, upn, year, marks }
    })
  }
}
