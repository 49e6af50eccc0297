import { addDays, addYears, type IsoDate } from '../calendar/iso-date.ts'

/** One row of a child's care history; `endedOn` is the last day of the status, null while it is open. */
export interface CareRow {
  readonly status: 'cla' | 'previously-cla' | 'cin-plan' | 'cp-plan' | 'kinship'
  readonly startedOn: IsoDate
  readonly endedOn: IsoDate | null
}

/** The groups that duties differ by. They do not exclude each other. */
export interface Cohorts {
  readonly cla: boolean
  readonly previouslyCla: boolean
  readonly cin: boolean
  readonly cp: boolean
  readonly kinship: boolean
  readonly ever6: boolean
}

/** An unbroken time of being looked after. */
export interface LookedAfterSpell {
  readonly startedOn: IsoDate
  readonly endedOn: IsoDate | null
}

/** A child of whose care nobody told us, or who is in none. */
export const inNoGroup: Cohorts = {
  cla: false,
  previouslyCla: false,
  cin: false,
  cp: false,
  kinship: false,
  ever6: false,
}

/** Looked after, or on a child in need or child protection plan. */
export const hasSocialWorker = ({ cla, cin, cp }: Pick<Cohorts, 'cla' | 'cin' | 'cp'>): boolean =>
  cla || cin || cp

/** The same of the statuses. */
const SOCIAL_WORK: ReadonlySet<CareRow['status']> = new Set(['cla', 'cin-plan', 'cp-plan'])

const lasts = (row: LookedAfterSpell, day: IsoDate): boolean => row.endedOn === null || day <= row.endedOn

/** The status holds on the day, first and last day included. */
export function isActive(row: CareRow, on: IsoDate): boolean {
  return row.startedOn <= on && lasts(row, on)
}

/**
 * Looked after, or on a child in need or child protection plan, today or within six years: an end on the
 * same calendar day six years ago still counts. Virtual School role extension guidance: has, or has had, a
 * social worker; the six years are those of pupil premium.
 */
export function isEver6(rows: readonly CareRow[], on: IsoDate): boolean {
  return wasWithinSixYears(
    rows.filter(({ startedOn }) => startedOn <= on),
    on,
  )
}

/** Of rows that have begun. */
function wasWithinSixYears(begun: readonly CareRow[], of: IsoDate): boolean {
  const since = addYears(of, -6)
  return begun.some((row) => SOCIAL_WORK.has(row.status) && lasts(row, since))
}

const groupsOf = (held: ReadonlySet<CareRow['status']>, ever6: boolean): Cohorts => ({
  cla: held.has('cla'),
  previouslyCla: held.has('previously-cla'),
  cin: held.has('cin-plan'),
  cp: held.has('cp-plan'),
  kinship: held.has('kinship'),
  ever6,
})

/**
 * The child's groups on a day. Only a previously-looked-after row makes a child previously looked after:
 * that needs adoption or an order (Children Act 1989, section 23ZZA), not merely an end of care.
 */
export function cohortsOn(rows: readonly CareRow[], on: IsoDate): Cohorts {
  const active = new Set(rows.filter((row) => isActive(row, on)).map((row) => row.status))
  return groupsOf(active, isEver6(rows, on))
}

/** The groups that a child was in on any day since the first, of rows that have begun by today. */
export function cohortsSince(begun: readonly CareRow[], first: IsoDate): Cohorts {
  const held = new Set(begun.filter((row) => lasts(row, first)).map((row) => row.status))
  return groupsOf(held, wasWithinSixYears(begun, first))
}

/**
 * The spells of being looked after that had begun by the day, oldest first. Rows that touch or overlap are
 * one spell: a change of legal status or placement starts no new clock.
 */
export function lookedAfterSpells(rows: readonly CareRow[], on: IsoDate): readonly LookedAfterSpell[] {
  const started = rows
    .filter((row) => row.status === 'cla' && row.startedOn <= on && lasts(row, row.startedOn))
    .toSorted((a, b) => (a.startedOn < b.startedOn ? -1 : 1))
  const spells: { startedOn: IsoDate; endedOn: IsoDate | null }[] = []
  for (const { startedOn, endedOn } of started) {
    const spell = spells.at(-1)
    if (spell === undefined || (spell.endedOn !== null && startedOn > addDays(spell.endedOn, 1))) {
      spells.push({ startedOn, endedOn })
    } else if (spell.endedOn !== null && (endedOn === null || endedOn > spell.endedOn)) {
      spell.endedOn = endedOn
    }
  }
  return spells
}
