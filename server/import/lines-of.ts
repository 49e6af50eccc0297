import type { RowPlace } from './source.ts'

/** Lines of a file named in one note; the rest are counted. */
const NAMED = 10

/** `line 4 of suspensions.csv`; `lines 4 and 7 of suspensions.csv`; `lines 4, 7, 9 and 2 more of suspensions.csv`. */
export function linesOf(rows: readonly RowPlace[]): string {
  const files = [...new Set(rows.map(({ file }) => file))]
  return files
    .map((file) => {
      const ofFile = rows.filter((row) => row.file === file).map(({ line }) => line)
      const lines = [...new Set(ofFile)].toSorted((a, b) => a - b).map(String)
      const more = lines.length - NAMED
      const named = more > 0 ? [...lines.slice(0, NAMED), `${more} more`] : lines
      const [last] = named.slice(-1)
      const words = named.length === 1 ? last : `${named.slice(0, -1).join(', ')} and ${last}`
      return `${named.length === 1 ? 'line' : 'lines'} ${words} of ${file}`
    })
    .join('; ')
}
