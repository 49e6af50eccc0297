/** What packing loses: a single correction, minutes late, a note, to one mark. */
export interface SessionMarkTable {
  id: string
  schoolId: string
  childId: string
  markedOn: string
  session: 'AM' | 'PM'
  mark: string
  markBefore: string | null
  minutesLate: number | null
  note: string | null
  changedAt: string
  changedBy: string
}

declare module '../schema.ts' {
  interface Database {
    sessionMark: SessionMarkTable
  }
}
