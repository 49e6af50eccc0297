/** A local authority: an invented or real council that looks after children, and its Virtual School. */
export interface AuthorityTable {
  /** The Department's three-digit number, or a letter code of our own where there is none. */
  code: string
  name: string
  virtualSchoolPhone: string | null
  virtualSchoolEmail: string | null
  version: number
}

declare module '../schema.ts' {
  interface Database {
    authority: AuthorityTable
  }
}
