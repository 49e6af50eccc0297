import type { RecordColumns } from '../schema.ts'

/** Fewer hours for a time, agreed and reviewed; never to manage behaviour. */
export interface PartTimeTimetableTable extends RecordColumns {
  childId: string
  startsOn: string
  endsOn: string | null
  reviewOn: string | null
  weeklyHours: number | null
  reason: 'health' | 'return-to-school' | 'other'
  why: string | null
  parentAgrees: 0 | 1 | null
  socialWorkerToldAt: string | null
  virtualSchoolToldAt: string | null
}

declare module '../schema.ts' {
  interface Database {
    partTimeTimetable: PartTimeTimetableTable
  }
}
