export interface SchoolTable {
  id: string
  urn: string
  laestab: string
  name: string
  phase: 'nursery' | 'primary' | 'secondary' | 'all-through' | 'special' | 'pru' | 'other'
  authorityCode: string
  /** 1 for the demonstration school, which every page says. */
  demonstration: 0 | 1
  /** Local choices by rule id, as JSON: `{"repeated-suspension":{"inTerm":2}}`. */
  ruleOptions: string
  /** One more at every write to the school's data: what was computed at a revision holds until the next. */
  revision: number
  /** The day of the last full evaluation. */
  evaluatedOn: string | null
}

declare module '../schema.ts' {
  interface Database {
    school: SchoolTable
  }
}
