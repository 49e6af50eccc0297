import { spreadsheetCsv } from '../spreadsheet-safe.ts'
import type { FileProblem } from './read-problem.ts'

/** The problems of a run as a CSV file that a spreadsheet opens: one row each, with what to do. */
export function problemsAsCsv(problems: readonly FileProblem[]): string {
  return spreadsheetCsv(
    ['file', 'line', 'column', 'what stands there', 'what is wrong', 'code'],
    problems.map(({ file, line, column, value, message, code }) => [
      file,
      line,
      column,
      value,
      message,
      code,
    ]),
  )
}
