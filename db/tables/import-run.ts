/** One drop of files: all of them went in, or none. */
export interface ImportRunTable {
  id: string
  schoolId: string
  startedAt: string
  finishedAt: string
  changedBy: string
  /** JSON: `[{name, source, sha256, rows}]`. */
  files: string
  /** JSON: what changed, by source. */
  counts: string
}

/** How a school's own column names map to ours, remembered for the next file of that shape. */
export interface ColumnMappingTable {
  schoolId: string
  source: string
  /** The file's header as it stands, normalised. */
  header: string
  /** JSON: `{"Their header": "our_column"}`. */
  mapping: string
}

declare module '../schema.ts' {
  interface Database {
    importRun: ImportRunTable
    columnMapping: ColumnMappingTable
  }
}
