import type { FileProblem, ReadProblem } from './read-problem.ts'

/** A file with more problems is not read to its end: it is the wrong file, or made to keep us busy. */
const MOST_PROBLEMS = 10_000

/** The problems of one file, in the order they were found. */
export class ProblemList {
  readonly problems: FileProblem[] = []
  readonly file: string

  constructor(file: string) {
    this.file = file
  }

  /** True when there are so many that reading should stop. */
  get full(): boolean {
    return this.problems.length >= MOST_PROBLEMS
  }

  add(problem: ReadProblem): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ file: this.file, ...problem })
    if (this.problems.length === MOST_PROBLEMS - 1) {
      this.problems.push({
        file: this.file,
        line: problem.line,
        column: null,
        value: '',
        code: 'too-many-problems',
        message: `Reading stopped here: the file has ${MOST_PROBLEMS.toLocaleString('en-GB')} problems or more. Mend what is listed and drop it again.`,
      })
    }
  }
}
