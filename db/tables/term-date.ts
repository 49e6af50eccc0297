import type { RecordColumns } from '../schema.ts'

export interface TermDateTable extends RecordColumns {
  kind: 'term' | 'half-term' | 'inset' | 'occasional' | 'bank-holiday'
  name: string
  firstDay: string
  lastDay: string
}

declare module '../schema.ts' {
  interface Database {
    termDate: TermDateTable
  }
}
