import type { RecordColumns } from '../schema.ts'

/** Education for a child who is suspended or excluded: work set, a place elsewhere, or why there is none. */
export interface ProvisionTable extends RecordColumns {
  childId: string
  suspensionId: string
  what: 'work-set' | 'education' | 'none' | 'no-exams-left' | 'fewer-hours'
  /** The first day it covers. */
  fromOn: string
  fullTime: 0 | 1 | null
  provider: string | null
  address: string | null
  sessionTimes: string | null
  reportTo: string | null
  /** The day the work was marked. */
  markedOn: string | null
  /** Local minute at which the parent had the details of the education in writing. */
  noticeAt: string | null
  /** 1 when the parent agreed to education before the sixth day with less notice; null when nobody said. */
  soonerAgreed: 0 | 1 | null
  /** Why none could be arranged, or is owed in full. */
  reason: string | null
}

declare module '../schema.ts' {
  interface Database {
    provision: ProvisionTable
  }
}
