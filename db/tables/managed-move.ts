import type { RecordColumns } from '../schema.ts'

/** A permanent transfer to another school that everybody agreed to; there is no trial. */
export interface ManagedMoveTable extends RecordColumns {
  childId: string
  agreedOn: string
  toSchool: string
  startsOn: string | null
  parentAgrees: 0 | 1 | null
  childViews: string | null
  socialWorkerToldAt: string | null
  virtualSchoolToldAt: string | null
}

declare module '../schema.ts' {
  interface Database {
    managedMove: ManagedMoveTable
  }
}
