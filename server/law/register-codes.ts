import { addDays, isoDate, type IsoDate } from '../calendar/iso-date.ts'

/**
 * PRES present, AEA at an approved educational activity, AUTH authorised absence, UNAUTH unauthorised
 * absence, NP not a possible session, ADMIN no mark about the child.
 */
export type MarkClass = 'PRES' | 'AEA' | 'AUTH' | 'UNAUTH' | 'NP' | 'ADMIN'

export interface RegisterCode {
  readonly code: string
  readonly meaning: string
  readonly class: MarkClass
  /** First day on which it may be used; absent = before any register held here. */
  readonly from?: string
  /** Last day on which it may be used; absent = still in use. */
  readonly to?: string
  /** The character that stands for it in a stored register, where the code has two. */
  readonly packed?: string
}

const NEW_RULES = '2024-08-19'
const OLD_RULES_END = '2024-08-18'

/**
 * School Attendance (Pupil Registration) (England) Regulations 2024, regulation 10, from 19 August 2024,
 * and the codes it retired. The statistical class is that of the date of the mark. A packed character
 * keeps its meaning for good: a code that the law gives a new meaning takes a new character.
 */
export const registerCodes: readonly RegisterCode[] = [
  { code: '/', meaning: 'Present in the morning', class: 'PRES' },
  { code: '\\', meaning: 'Present in the afternoon', class: 'PRES' },
  { code: 'L', meaning: 'Late, before the register closed', class: 'PRES' },
  { code: 'K', meaning: 'At provision the local authority arranged', class: 'AEA', from: NEW_RULES },
  { code: 'V', meaning: 'Educational visit', class: 'AEA' },
  { code: 'P', meaning: 'Approved sporting activity', class: 'AEA' },
  { code: 'W', meaning: 'Work experience', class: 'AEA' },
  { code: 'B', meaning: 'Other approved educational activity off site', class: 'AEA' },
  { code: 'D', meaning: 'Due at the other school of a dual registration', class: 'NP' },
  { code: 'C', meaning: 'Leave in exceptional circumstances', class: 'AUTH' },
  {
    code: 'C1',
    meaning: 'Leave for a regulated performance or work abroad',
    class: 'AUTH',
    from: NEW_RULES,
    packed: 'c',
  },
  { code: 'C2', meaning: 'Part-time timetable', class: 'AUTH', from: NEW_RULES, packed: 'd' },
  { code: 'J1', meaning: 'Leave for an interview', class: 'AUTH', from: NEW_RULES, packed: 'j' },
  { code: 'M', meaning: 'Medical or dental appointment', class: 'AUTH' },
  { code: 'S', meaning: 'Study leave for public exams', class: 'AUTH' },
  { code: 'X', meaning: 'Not of compulsory school age and not due in', class: 'NP' },
  { code: 'T', meaning: 'Parent travelling for work', class: 'AUTH' },
  { code: 'R', meaning: 'Religious observance', class: 'AUTH' },
  { code: 'I', meaning: 'Illness', class: 'AUTH' },
  { code: 'E', meaning: 'Suspended or permanently excluded, nothing provided', class: 'AUTH' },
  { code: 'Q', meaning: 'Access or transport not arranged by the authority', class: 'NP', from: NEW_RULES },
  { code: 'Y1', meaning: 'Usual transport not available', class: 'NP', from: NEW_RULES, packed: '1' },
  { code: 'Y2', meaning: 'Widespread disruption to travel', class: 'NP', from: NEW_RULES, packed: '2' },
  { code: 'Y3', meaning: 'Part of the premises closed', class: 'NP', from: NEW_RULES, packed: '3' },
  { code: 'Y4', meaning: 'Whole site closed unexpectedly', class: 'NP', from: NEW_RULES, packed: '4' },
  { code: 'Y5', meaning: 'In criminal-justice detention', class: 'NP', from: NEW_RULES, packed: '5' },
  {
    code: 'Y6',
    meaning: 'Kept away by public-health advice or law',
    class: 'NP',
    from: NEW_RULES,
    packed: '6',
  },
  { code: 'Y7', meaning: 'Another unavoidable cause', class: 'NP', from: NEW_RULES, packed: '7' },
  { code: 'G', meaning: 'Holiday not granted', class: 'UNAUTH' },
  { code: 'N', meaning: 'Reason not yet known', class: 'UNAUTH' },
  { code: 'O', meaning: 'Absent without authorisation', class: 'UNAUTH' },
  { code: 'U', meaning: 'Arrived after the register closed', class: 'UNAUTH' },
  { code: 'Z', meaning: 'Not yet on the register', class: 'ADMIN' },
  { code: '#', meaning: 'Planned closure of the whole school', class: 'ADMIN' },
  { code: 'F', meaning: 'Extended family holiday, agreed', class: 'AUTH', to: '2013-08-31' },
  { code: 'H', meaning: 'Family holiday, agreed', class: 'AUTH', to: OLD_RULES_END },
  { code: 'J', meaning: 'At an interview', class: 'AEA', to: OLD_RULES_END },
  { code: 'Y', meaning: 'Unable to attend, exceptional circumstances', class: 'NP', to: OLD_RULES_END },
]

/** Stands for "no mark" in a stored register. */
export const NO_MARK = '.'

const byCode = new Map(registerCodes.map((each) => [each.code, each]))
const byPacked = new Map(registerCodes.map((each) => [each.packed ?? each.code, each]))

const inUse = (entry: RegisterCode, day: IsoDate): boolean =>
  (entry.from === undefined || day >= entry.from) && (entry.to === undefined || day <= entry.to)

/** The entry of a code on the day of the mark; null for an unknown code, and for one not in use that day. */
export function codeOn(day: IsoDate, code: string): RegisterCode | null {
  const entry = byCode.get(code)
  return entry !== undefined && inUse(entry, day) ? entry : null
}

/**
 * The one character that stands for a code in a stored register; `.` for no mark (empty, `-`); null for
 * text that is no code, whatever the day.
 */
export function packMark(code: string): string | null {
  if (code === '' || code === '-') return NO_MARK
  const entry = byCode.get(code)
  return entry === undefined ? null : (entry.packed ?? entry.code)
}

/** The code that a stored character stands for; null for no mark and for a character that stands for none. */
export function unpackMark(char: string): string | null {
  return byPacked.get(char)?.code ?? null
}

/** The class of a code or stored character on the day of the mark; null for no mark or a code not in use. */
export function classOf(mark: string, day: IsoDate): MarkClass | null {
  const entry = byCode.get(mark) ?? byPacked.get(mark)
  return entry !== undefined && inUse(entry, day) ? entry.class : null
}

/** What the numbers of a class table stand for. */
export const CLASS_NUMBER = { none: 0, PRES: 1, AEA: 2, AUTH: 3, UNAUTH: 4, NP: 5, ADMIN: 6 } as const

const tables = new Map<string, Uint8Array>()
/** First days of a new set of codes. */
const changes = registerCodes
  .flatMap(({ from, to }) => [from, to === undefined ? to : addDays(isoDate(to), 1)])
  .filter((day) => day !== undefined)
  .toSorted()

/**
 * Classes by character code of a stored mark, for counting registers: `table[marks.charCodeAt(place)]` is a
 * `CLASS_NUMBER`. Days between two changes of the law share one and the same table.
 */
export function classTable(day: IsoDate): Uint8Array {
  const era = changes.findLast((change) => day >= change) ?? ''
  const found = tables.get(era)
  if (found !== undefined) return found
  const table = new Uint8Array(128)
  for (const [char, entry] of byPacked) {
    if (inUse(entry, day)) table[char.charCodeAt(0)] = CLASS_NUMBER[entry.class]
  }
  tables.set(era, table)
  return table
}
