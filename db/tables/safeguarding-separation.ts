import type { RecordColumns } from '../schema.ts'

/** A child kept off the premises because of an allegation of harm that needs it: no suspension. */
export interface SafeguardingSeparationTable extends RecordColumns {
  childId: string
  startedOn: string
  endedOn: string | null
  education: string | null
  /** Local minute at which the authority was asked to arrange education. */
  authorityAskedAt: string | null
  socialWorkerToldAt: string | null
  virtualSchoolToldAt: string | null
}

declare module '../schema.ts' {
  interface Database {
    safeguardingSeparation: SafeguardingSeparationTable
  }
}
