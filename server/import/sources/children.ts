import type { IsoDate } from '../../calendar/iso-date.ts'
import { day, text, upn, yearGroup } from '../column.ts'
import { blankAs, endBeforeStart, filled, optional, type RowPlace, type Source } from '../source.ts'

export interface ChildRow extends RowPlace {
  upn: string
  /** Empty for a child with one name only. */
  surname: string
  forename: string
  dateOfBirth: IsoDate
  /** N, R, or 1 to 14. */
  yearGroup: string
  admittedOn: IsoDate
  /** The last day on roll, inclusive. */
  leftOn?: IsoDate | null
  /** The authority in which the child lives, by name or code, as the file has it. */
  localAuthority?: string | null
}

export const children: Source<ChildRow> = {
  title: 'Children',
  columns: {
    upn: filled('upn', upn, 'unique_pupil_number'),
    surname: blankAs('', filled('surname', text(120), 'legal_surname', 'last_name', 'family_name')),
    forename: blankAs('', filled('forename', text(120), 'legal_forename', 'first_name', 'given_name')),
    dateOfBirth: filled('date_of_birth', day, 'dob', 'birth_date'),
    yearGroup: filled('year_group', yearGroup, 'year', 'nc_year', 'national_curriculum_year'),
    admittedOn: filled('admitted_on', day, 'admission_date', 'date_of_admission', 'doa'),
    leftOn: optional('left_on', day, 'leaving_date', 'date_of_leaving', 'dol'),
    localAuthority: optional('home_authority', text(120), 'home_la', 'home_local_authority'),
  },
  key: (row) => [row.upn],
  about: 'the child with this unique pupil number',
  check: ({ surname, forename, dateOfBirth, admittedOn, leftOn }) => [
    ...(surname === '' && forename === ''
      ? [
          {
            header: 'surname',
            code: 'no-name',
            message: 'Surname and forename are both blank. Give one of them.',
          },
        ]
      : []),
    ...(dateOfBirth >= admittedOn
      ? [
          {
            header: 'date_of_birth',
            code: 'born-after-admission',
            message: 'The date of birth is not before the first day on roll. Correct one of them.',
          },
        ]
      : []),
    ...endBeforeStart(
      'left_on',
      admittedOn,
      leftOn,
      'The last day on roll is before the first. Correct one of them.',
    ),
  ],
}
