import { shownValue, type ReadProblem } from './read-problem.ts'

/** How the days of one file are written. */
export type DateFormat = 'yyyy-mm-dd' | 'dd/mm/yyyy'

const ISO = /^\d{4}-\d{1,2}-\d{1,2}(?!\d)/
const PARTS = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}(?!\d)/

interface Cell {
  line: number
  column: string
  text: string
}

/**
 * Looks at the days of a file until one of them proves how they are written: an ISO day, or one whose first
 * number is over 12. Nothing is guessed: days that could all be read either way are a problem.
 */
export class DateFormatFinder {
  /** Known for certain; there is no need to look further. */
  settled: DateFormat | null = null
  private monthFirst: Cell | null = null
  private eitherWay: Cell | null = null
  private sameEitherWay = false

  see(text: string, line: number, column: string): void {
    if (this.settled !== null) return
    if (ISO.test(text)) {
      this.settled = 'yyyy-mm-dd'
      return
    }
    const parts = PARTS.exec(text)
    if (parts === null) return
    const [first, second] = [Number(parts[1]), Number(parts[2])]
    if (first > 12) this.settled = 'dd/mm/yyyy'
    else if (second > 12) this.monthFirst ??= { line, column, text }
    else if (first === second) this.sameEitherWay = true
    else this.eitherWay ??= { line, column, text }
  }

  /** The format of the file; null when it holds no day at all. */
  found(): DateFormat | ReadProblem | null {
    if (this.settled !== null) return this.settled
    if (this.monthFirst !== null) {
      return problem(
        this.monthFirst,
        'month-first',
        'The days of this file seem to be written month first. Write them as day/month/year or as 2026-03-13, and drop the file again.',
      )
    }
    if (this.eitherWay !== null) {
      return problem(
        this.eitherWay,
        'ambiguous-days',
        'Every day of this file could be read as day/month or as month/day. Say which it is, or write the days as 2026-03-13.',
      )
    }
    return this.sameEitherWay ? 'dd/mm/yyyy' : null
  }
}

const problem = ({ line, column, text }: Cell, code: string, message: string): ReadProblem => ({
  line,
  column,
  value: shownValue(text),
  code,
  message,
})
