/** The designated teacher's own words in a section of a report that is not approved yet. */
export interface ReportWordsTable {
  reportId: string
  schoolId: string
  /** 1 to 15. */
  section: number
  words: string
  changedAt: string
  changedBy: string
  version: number
}

declare module '../schema.ts' {
  interface Database {
    reportWords: ReportWordsTable
  }
}
