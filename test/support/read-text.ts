import { readFiles, type ReadOptions, type ReadResult } from '../../server/import/read-files.ts'

/** Reads files given as text by their names. */
export function readTexts(
  files: Readonly<Record<string, string>>,
  options?: ReadOptions,
): Promise<ReadResult> {
  return readFiles(
    Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
    options,
  )
}

/** What is wrong, as `line column code` for each problem; `-` where there is no line or column. */
export function problemsOf({ problems }: Pick<ReadResult, 'problems'>): string[] {
  return problems.map(({ line, column, code }) => `${line ?? '-'} ${column ?? '-'} ${code}`)
}

/** CSV text of a header and rows. */
export function csvOf(header: string, ...rows: readonly string[]): string {
  return `${[header, ...rows].join('\n')}\n`
}
