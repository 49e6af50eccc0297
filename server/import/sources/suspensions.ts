import { academicYearOf, attendancePlaces, placeOf, type SessionHalf } from '../../calendar/academic-year.ts'
import type { IsoDate, LocalMinute } from '../../calendar/iso-date.ts'
import { MOST_REASONS, reasonCodesOf } from '../../law/suspension-reasons.ts'
import { day, halfDays, listOf, minute, oneOf, upn, yesNo, type CellReader } from '../column.ts'
import { Refusal } from '../read-problem.ts'
import { blankable, filled, optional, type RowContradiction, type RowPlace, type Source } from '../source.ts'

export type SuspensionKind = 'suspension' | 'permanent' | 'lunchtime'

export interface SuspensionRow extends RowPlace {
  upn: string
  kind: SuspensionKind
  startedOn: IsoDate
  /** Null for a lunchtime. */
  startSession: SessionHalf | null
  /** School days × 2; null for a permanent exclusion. */
  halfDays: number | null
  /** One to three codes of the school census. */
  reasons: readonly string[]
  vshContactedAt?: LocalMinute | null
  socialWorkerContactedAt?: LocalMinute | null
  decidedAt?: LocalMinute | null
  parentToldAt?: LocalMinute | null
  laToldAt?: LocalMinute | null
  socialWorkerToldAt?: LocalMinute | null
  vshToldAt?: LocalMinute | null
  /** True when another school suspended the child. */
  atOtherSchool?: boolean | null
}

const spellings = new Map<string, SuspensionKind>([
  ['susp', 'suspension'],
  ['suspended', 'suspension'],
  ['fixed-term', 'suspension'],
  ['fixed-term-exclusion', 'suspension'],
  ['perm', 'permanent'],
  ['permanent-exclusion', 'permanent'],
  ['lnch', 'lunchtime'],
  ['lunch', 'lunchtime'],
  ['lunchtime-suspension', 'lunchtime'],
])

const reasonCode: CellReader<string> = {
  read: (cell) =>
    /^[a-z]{2}$/i.test(cell)
      ? cell.toUpperCase()
      : new Refusal(
          'reason-form',
          'A reason is a code of two letters, such as DB; separate several with “;”.',
        ),
}

const lengthContradictions = ({ kind, startedOn, startSession, halfDays: halves }: SuspensionRow) => {
  const found: RowContradiction[] = []
  const say = (header: string, code: string, message: string) => found.push({ header, code, message })
  if (kind === 'permanent' && halves !== null) {
    say(
      'school_days',
      'permanent-with-days',
      'A permanent exclusion has no length. Leave the school days blank.',
    )
  }
  if (kind !== 'permanent' && halves === null) {
    say('school_days', 'no-length', 'The length is blank. Give it in school days, such as 1.5.')
  }
  if (kind === 'lunchtime' && startSession !== null) {
    say('start_session', 'lunchtime-session', 'A lunchtime is neither AM nor PM. Leave this blank.')
  }
  if (kind !== 'lunchtime' && startSession === null) {
    say('start_session', 'no-session', 'Say whether it began in the morning (AM) or the afternoon (PM).')
  }
  const year = academicYearOf(startedOn)
  const place = placeOf(year, startedOn, startSession ?? 'AM')
  if (place === null) {
    say(
      'started_on',
      'weekend',
      'This day is a Saturday or Sunday, on which there is no school. Correct the day.',
    )
  } else if (halves !== null && halves > attendancePlaces(year).places - place) {
    say(
      'school_days',
      'too-long',
      'This is more half days than the academic year has left. Correct the length.',
    )
  }
  return found
}

const reasonContradictions = ({ startedOn, reasons }: SuspensionRow): RowContradiction[] => {
  const year = academicYearOf(startedOn)
  const known = reasonCodesOf(year)
  return reasons
    .filter((code) => !known.includes(code))
    .map((code) => ({
      header: 'reasons',
      code: 'unknown-reason',
      message: `${code} is not a reason code of ${year}. The codes are ${known.join(', ')}.`,
    }))
}

export const suspensions: Source<SuspensionRow> = {
  title: 'Suspensions',
  columns: {
    upn: filled('upn', upn, 'unique_pupil_number'),
    kind: filled('kind', oneOf(['suspension', 'permanent', 'lunchtime'], spellings), 'type', 'category'),
    startedOn: filled('started_on', day, 'start_date', 'from'),
    startSession: blankable('start_session', oneOf(['AM', 'PM']), 'start_am_pm'),
    halfDays: blankable('school_days', halfDays, 'days', 'length', 'number_of_days'),
    reasons: filled('reasons', listOf(reasonCode, MOST_REASONS), 'reason', 'reason_codes'),
    vshContactedAt: optional('vsh_contacted_at', minute),
    socialWorkerContactedAt: optional('social_worker_contacted_at', minute),
    decidedAt: optional('decided_at', minute),
    parentToldAt: optional('parent_told_at', minute),
    laToldAt: optional('la_told_at', minute),
    socialWorkerToldAt: optional('social_worker_told_at', minute),
    vshToldAt: optional('vsh_told_at', minute),
    atOtherSchool: optional('at_other_school', yesNo),
  },
  key: (row) => [row.upn, row.kind, row.startedOn, row.startSession],
  about: 'a suspension of this child, of one kind and from one session on',
  check: (row) => [...lengthContradictions(row), ...reasonContradictions(row)],
}
