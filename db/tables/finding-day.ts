/** How many findings of each status a rule had on a day: what we said then, written once a day. */
export interface FindingDayTable {
  schoolId: string
  foundOn: string
  ruleId: string
  status: string
  count: number
}

declare module '../schema.ts' {
  interface Database {
    findingDay: FindingDayTable
  }
}
