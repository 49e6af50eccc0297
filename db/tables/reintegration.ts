import type { RecordColumns } from '../schema.ts'

/** A meeting on a child’s return: offered, never a condition of it. */
export interface ReintegrationTable extends RecordColumns {
  childId: string
  suspensionId: string
  offeredOn: string
  meetsOn: string | null
  held: 0 | 1 | null
  /** Who came, separated by `;`. */
  attended: string
  agreed: string | null
}

declare module '../schema.ts' {
  interface Database {
    reintegration: ReintegrationTable
  }
}
