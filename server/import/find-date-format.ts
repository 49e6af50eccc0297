import { trimmed } from './column.ts'
import { DateFormatFinder, type DateFormat } from './date-format.ts'
import { readRecords, type CsvFile, type CsvLimits, type ReadControl } from './read-csv.ts'
import type { ReadProblem } from './read-problem.ts'

/**
 * How a file writes its days, from the columns that hold them, read as far as it takes to know. Null when they
 * hold no day.
 */
export async function findDateFormat(
  csv: CsvFile,
  columns: readonly number[],
  limits: CsvLimits,
  signal: ReadControl['signal'],
): Promise<DateFormat | ReadProblem | null> {
  const finder = new DateFormatFinder()
  const ended = await readRecords(
    csv,
    limits,
    ({ records, lineOf }) => {
      records.forEach((record, index) => {
        for (const at of columns) finder.see(trimmed(record[at] ?? ''), lineOf(index), csv.header[at] ?? '')
      })
      return finder.settled === null
    },
    { signal },
  )
  return ended ?? finder.found()
}
