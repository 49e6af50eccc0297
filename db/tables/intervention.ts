import type { RecordColumns } from '../schema.ts'

/** Something tried to keep a child in school: what, since when, when it is looked at again, what came of it. */
export interface InterventionTable extends RecordColumns {
  childId: string
  startedOn: string
  what:
    | 'plan-review'
    | 'risk-assessment'
    | 'interim-pep'
    | 'adviser-visit'
    | 'sen-review'
    | 'ehc-review'
    | 'adjustment'
    | 'key-adult'
    | 'in-school-support'
    | 'alternative-provision'
    | 'off-site-direction'
    | 'other'
  note: string | null
  /** The day it is looked at again. */
  reviewOn: string | null
  endedOn: string | null
  outcome: 'helps' | 'helps-a-little' | 'does-not-help' | null
  /** The suspension after which it was begun, when it was. */
  suspensionId: string | null
}

declare module '../schema.ts' {
  interface Database {
    intervention: InterventionTable
  }
}
