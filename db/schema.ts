/**
 * Every table, by its camelCase name. Each file of `tables/` adds its own line by declaration merging,
 * so that a new table is one new file and no list is edited by hand.
 * Days are text `YYYY-MM-DD`, instants text in UTC, local minutes text `YYYY-MM-DDTHH:MM`, flags 0 or 1.
 */
// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type
export interface Database {}

/** What every record that people keep and correct carries. */
export interface RecordColumns {
  id: string
  schoolId: string
  /** 1 at first, one more at each correction: the value of `If-Match`. */
  version: number
  /** Names of the fields a person typed, separated by `;`: a file's blank never erases these. */
  typed: string
  /** Set when a person removed a wrong row: it stays in the table, is counted nowhere. */
  removedAt: string | null
  removedReason: string | null
}
