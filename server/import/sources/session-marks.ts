import type { Recognisable } from '../source.ts'

const column = (header: string, ...also: readonly string[]) => ({ header, also, needed: true })

/** A register with a row for each mark. Its cells are read by `read-session-marks.ts`, without a row object each. */
export const sessionMarks = {
  title: 'Session marks',
  columns: {
    upn: column('upn', 'unique_pupil_number'),
    date: column('date', 'day', 'mark_date', 'session_date'),
    session: column('session', 'session_name', 'am_pm'),
    mark: column('mark', 'code', 'attendance_code', 'mark_code'),
  },
} satisfies Recognisable

/** A register with a row for each child and a column for each session, headed like `01/09/2025 AM`. */
export const sessionMarksWide = {
  title: 'Session marks, a column for each session',
  columns: { upn: column('upn', 'unique_pupil_number') },
} satisfies Recognisable

/** Columns of a wide register that are known not to be needed: the child is found by the pupil number. */
export const NAMES_IN_WIDE_REGISTER: readonly string[] = [
  'surname',
  'legal_surname',
  'forename',
  'legal_forename',
  'name',
  'pupil_name',
  'reg',
  'reg_group',
  'registration_group',
  'year',
  'year_group',
]
