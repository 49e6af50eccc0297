import type { RecordColumns } from '../schema.ts'

/** Pupil premium plus, or pupil premium for children who were looked after before: received, or spent on something. */
export interface PremiumMoneyTable extends RecordColumns {
  datedOn: string
  fund: 'looked-after' | 'previously-looked-after'
  direction: 'received' | 'spent'
  /** Whole pounds. */
  pounds: number
  /** What it was spent on, without a child's name. */
  onWhat: string | null
  /** What it changed. */
  impact: string | null
}

declare module '../schema.ts' {
  interface Database {
    premiumMoney: PremiumMoneyTable
  }
}
