import type { RecordColumns } from '../schema.ts'

export interface ChildTable extends RecordColumns {
  upn: string
  surname: string
  forename: string
  /** The name the child goes by, when it is not the forename. */
  preferredName: string | null
  /** How to say the name. */
  sayName: string | null
  dateOfBirth: string
  /** N, R, or 1 to 14. */
  yearGroup: string
  admittedOn: string
  /** The last day on roll, inclusive; null while on roll. */
  leftOn: string | null
  /** The authority in which the child lives; null where nobody has said. */
  homeAuthorityCode: string | null
}

declare module '../schema.ts' {
  interface Database {
    child: ChildTable
  }
}
