import type { RecordColumns } from '../schema.ts'

/** A significant incident of reasonable force, seclusion or restraint. */
export interface RestrictiveInterventionTable extends RecordColumns {
  childId: string
  happenedAt: string
  what: 'force' | 'restraint' | 'seclusion'
  account: string
  /** Local minute at which it was written down. */
  writtenAt: string | null
  parentToldAt: string | null
  /** Why the parents were not told: serious harm to the child. */
  withheldReason: string | null
  socialWorkerToldAt: string | null
}

declare module '../schema.ts' {
  interface Database {
    restrictiveIntervention: RestrictiveInterventionTable
  }
}
