import type { ImportPage } from '../../api.ts'
import type { ImportedFile } from './file-list.ts'

type Columns = ImportPage['sources'][number]['columns']

/** One of the file's columns, and the column of ours that it holds. */
export type Matched = readonly { theirs: string; ours: string | null }[]

/** What the server guessed, else nothing matched. */
export const guessOf = ({ guess, header }: Pick<ImportedFile, 'guess' | 'header'>): Matched =>
  (guess?.columns ?? header.map((theirs) => ({ theirs, ours: null }))).slice(0, 60)

/** Needed columns of ours that no column of the file was matched to, in words. */
export const missingFrom = (matched: Matched, columns: Columns): string[] =>
  columns
    .filter(({ header, needed }) => needed && !matched.some(({ ours }) => ours === header))
    .map(({ header }) => header.replaceAll('_', ' '))

/** The mapping as it is sent and remembered: only columns that hold something of the chosen source. */
export const mappingOf = (matched: Matched, columns: Columns): Record<string, string> =>
  Object.fromEntries(
    matched.flatMap(({ theirs, ours }) =>
      ours !== null && columns.some(({ header }) => header === ours) ? [[theirs, ours] as const] : [],
    ),
  )
