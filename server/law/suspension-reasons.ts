import { firstDayOf, type AcademicYear } from '../calendar/academic-year.ts'

/** A reason for a suspension or permanent exclusion, as the school census codes it. */
export interface SuspensionReason {
  code: string
  meaning: string
  /** First day of the first academic year it is used in; absent = before any record held here. */
  from?: string
}

/**
 * @NOTE The day on which the census takes up the wider list is not published; the academic year after the
 * list is used here.
 */
const WIDER_LIST = '2026-09-01'

/** Common Basic Data Set (Department for Education), list of May 2026; those without a day are in use since 2020/21. */
export const suspensionReasons: readonly SuspensionReason[] = [
  { code: 'PP', meaning: 'Physical assault against a pupil' },
  { code: 'PA', meaning: 'Physical assault against an adult' },
  { code: 'VP', meaning: 'Verbal abuse or threat against a pupil' },
  { code: 'VA', meaning: 'Verbal abuse or threat against an adult' },
  { code: 'OW', meaning: 'Use or threat of an offensive weapon or prohibited item' },
  { code: 'BU', meaning: 'Bullying' },
  { code: 'RA', meaning: 'Racist abuse' },
  { code: 'LG', meaning: 'Abuse about sexual orientation or gender identity' },
  { code: 'DS', meaning: 'Abuse about disability' },
  { code: 'SM', meaning: 'Sexual misconduct' },
  { code: 'DA', meaning: 'Drugs and alcohol' },
  { code: 'DM', meaning: 'Damage' },
  { code: 'TH', meaning: 'Theft' },
  { code: 'DB', meaning: 'Persistent or general disruptive behaviour' },
  { code: 'MT', meaning: 'Inappropriate use of social media or online technology' },
  { code: 'PH', meaning: 'Wilful breach of measures to protect public health' },
  { code: 'BW', meaning: 'Brought a weapon or prohibited item', from: WIDER_LIST },
  { code: 'TB', meaning: 'Bullying or threat online', from: WIDER_LIST },
  { code: 'SB', meaning: 'Harmful sexual behaviour', from: WIDER_LIST },
  { code: 'MB', meaning: 'Misogynistic behaviour', from: WIDER_LIST },
  { code: 'AB', meaning: 'Misandrist behaviour', from: WIDER_LIST },
  { code: 'DR', meaning: 'Drugs', from: WIDER_LIST },
  { code: 'AR', meaning: 'Alcohol', from: WIDER_LIST },
  { code: 'SR', meaning: 'Smoking', from: WIDER_LIST },
  { code: 'VR', meaning: 'Vaping', from: WIDER_LIST },
  { code: 'LD', meaning: 'Persistent disruption, low level', from: WIDER_LIST },
  { code: 'CB', meaning: 'Persistent disruption, challenging', from: WIDER_LIST },
  { code: 'MP', meaning: 'Mobile telephone', from: WIDER_LIST },
  { code: 'OS', meaning: 'Misbehaviour outside school', from: WIDER_LIST },
]

/** At most this many reasons are recorded for one suspension (school census). */
export const MOST_REASONS = 3

/** Codes that a suspension beginning in the academic year can have. */
export function reasonCodesOf(year: AcademicYear): readonly string[] {
  const first = firstDayOf(year)
  return suspensionReasons.filter(({ from }) => from === undefined || from <= first).map(({ code }) => code)
}
