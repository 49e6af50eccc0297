/** One register: a child's marks of one academic year, one character a session. */
export interface AttendanceYearTable {
  id: string
  schoolId: string
  childId: string
  academicYear: string
  /** 530 characters; a session's place follows from its date alone; `.` is no mark. */
  marks: string
  version: number
}

/** What a register was before an import or a correction changed it. */
export interface AttendanceYearHistoryTable {
  id: string
  schoolId: string
  childId: string
  academicYear: string
  marksBefore: string
  changedAt: string
  changedBy: string
  importRunId: string | null
}

declare module '../schema.ts' {
  interface Database {
    attendanceYear: AttendanceYearTable
    attendanceYearHistory: AttendanceYearHistoryTable
  }
}
