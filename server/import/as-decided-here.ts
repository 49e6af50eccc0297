import type { Database } from '../../db/schema.ts'
import { isoDate, localMinute } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { isDecidedHere } from '../law/decided-here.ts'
import { isSuspendedAllTheSame } from '../law/kept-in-school.ts'
import { coveredHalfDays, type SuspensionRow as CountedRow } from '../law/suspension-days.ts'
import type { Held } from './held.ts'
import { linesOf } from './lines-of.ts'
import type { SuspensionRow } from './sources/suspensions.ts'

type HeldRow = Database['suspension']

/** What a file says of a suspension that people here have decided otherwise. */
type Against = 'decided' | 'cancelled' | 'twice' | 'kept'

const noteOf: Readonly<Record<Against, (lines: string) => string>> = {
  decided: (lines) =>
    `Decided here for the same days otherwise than the file says, so left out: ${lines}. What was decided stands: correct it where the file comes from. If it is another one, record it on the child’s page.`,
  cancelled: (lines) =>
    `Cancelled here, and stays cancelled: ${lines}. The days served before count. If the child was suspended anew, record that on the child’s page.`,
  twice: (lines) =>
    `On half days of another suspension of the child, which then count twice: ${lines}. Take out the one that is wrong.`,
  kept: (lines) =>
    `Decided here not to suspend, and suspended by the file: ${lines}. The suspension counts, and that decision is no longer counted as one that kept the child in school. If the file is wrong, correct it where it comes from and take the suspension out here.`,
}

const isOfSameHalfDay = (row: SuspensionRow) => (held: HeldRow) =>
  held.kind === row.kind && held.startedOn === row.startedOn && held.startSession === row.startSession

const counted = (row: HeldRow): CountedRow => ({ ...row, startedOn: isoDate(row.startedOn) })

function sharesHalfDays(row: CountedRow, other: CountedRow, calendar: SchoolCalendar): boolean {
  if (row.kind !== 'suspension' || other.kind !== 'suspension') return false
  const place = ({ on, session }: { on: string; session: string }) => `${on} ${session}`
  const taken = new Set(coveredHalfDays(row, calendar)?.map(place))
  return (coveredHalfDays(other, calendar) ?? []).some((half) => taken.has(place(half)))
}

interface Found {
  readonly what: Against
  readonly goesIn: boolean
}

/** What people here have decided against a row of the file; undefined where nothing stands against it. */
function against(
  row: SuspensionRow,
  standing: readonly HeldRow[],
  calendar: SchoolCalendar,
): Found | undefined {
  const same = standing.filter(isOfSameHalfDay(row))
  if (same.some(({ cancelledAt }) => cancelledAt === null)) return undefined
  if (same.length > 0) return { what: 'cancelled', goesIn: true }
  if (row.atOtherSchool === true) return undefined
  const here = standing.filter(({ atOtherSchool }) => atOtherSchool === 0)
  const ofTheDay = here.filter((held) => isDecidedHere(held) && held.startedOn === row.startedOn)
  const sharing = here.filter(
    (held) => held.cancelledAt === null && sharesHalfDays(row, counted(held), calendar),
  )
  if (ofTheDay.some(({ cancelledAt }) => cancelledAt === null) || sharing.some(isDecidedHere))
    return { what: 'decided', goesIn: false }
  if (ofTheDay.some(({ kind }) => kind === row.kind)) return { what: 'cancelled', goesIn: false }
  return sharing.length > 0 ? { what: 'twice', goesIn: true } : undefined
}

/** Whether it was decided here not to suspend, and the row of the file says that the child was. */
function isAgainstStaying(
  row: SuspensionRow,
  standing: readonly HeldRow[],
  notSuspended: readonly Database['consideration'][],
  calendar: SchoolCalendar,
): boolean {
  if (row.atOtherSchool === true) return false
  const isConsidered = ({ considerationId }: HeldRow) => considerationId !== null
  if (standing.filter(isOfSameHalfDay(row)).some(isConsidered)) return false
  const apart = { ...row, decidedAt: row.decidedAt ?? null }
  return notSuspended.some(
    (each) =>
      each.decidedAt !== null &&
      isSuspendedAllTheSame({ ...each, decidedAt: localMinute(each.decidedAt) }, apart, calendar),
  )
}

/**
 * The rows of one child that lie on half days of another row of the files, where one of the two is new or of another
 * length than what is held: what stands already was said when it came in.
 */
function twiceInFiles(
  rows: readonly SuspensionRow[],
  standing: readonly HeldRow[],
  calendar: SchoolCalendar,
): readonly SuspensionRow[] {
  const apart = rows.filter((row) => {
    const same = standing.filter(isOfSameHalfDay(row))
    return (
      row.atOtherSchool !== true && !same.some((held) => held.cancelledAt !== null || isDecidedHere(held))
    )
  })
  const isHeld = (row: SuspensionRow) =>
    standing.some((held) => isOfSameHalfDay(row)(held) && held.halfDays === row.halfDays)
  return apart.filter((row) =>
    apart.some(
      (other) => other !== row && !(isHeld(row) && isHeld(other)) && sharesHalfDays(row, other, calendar),
    ),
  )
}

/** Rows by what `keyOf` says of them, in their order. */
function grouped<R>(rows: readonly R[], keyOf: (row: R) => string): ReadonlyMap<string, readonly R[]> {
  const found = new Map<string, R[]>()
  for (const row of rows) {
    const group = found.get(keyOf(row))
    if (group) group.push(row)
    else found.set(keyOf(row), [row])
  }
  return found
}

/**
 * The suspensions of the files that go in, and in words those that people here have decided otherwise: what was
 * cancelled stays cancelled, what was decided stands, and no half day counts twice unsaid. A row from the same half
 * day as one that is held is left to the comparison of its fields.
 */
export function asDecidedHere(
  rows: readonly SuspensionRow[],
  held: Pick<Held, 'suspension' | 'notSuspended'>,
  childIdOf: (upn: string) => string | undefined,
  calendar: SchoolCalendar,
): { readonly rows: readonly SuspensionRow[]; readonly notes: readonly string[] } {
  const said = new Map<Against, SuspensionRow[]>()
  const say = (what: Against, row: SuspensionRow) => said.set(what, [...(said.get(what) ?? []), row])
  const byChild = grouped(held.suspension, ({ childId }) => childId)
  const keptByChild = grouped(held.notSuspended, ({ childId }) => childId)
  const standingOf = (upn: string) => byChild.get(childIdOf(upn) ?? '') ?? []
  const goIn = rows.filter((row) => {
    const kept = keptByChild.get(childIdOf(row.upn) ?? '') ?? []
    const found = against(row, standingOf(row.upn), calendar)
    if (found) say(found.what, row)
    else if (isAgainstStaying(row, standingOf(row.upn), kept, calendar)) say('kept', row)
    return found?.goesIn ?? true
  })
  for (const [upn, ofChild] of grouped(goIn, (row) => row.upn))
    for (const row of twiceInFiles(ofChild, standingOf(upn), calendar))
      if (!said.get('twice')?.includes(row)) say('twice', row)
  const notes = (Object.keys(noteOf) as Against[]).flatMap((what) => {
    const lines = said.get(what)
    return lines ? [noteOf[what](linesOf(lines))] : []
  })
  return { rows: goIn, notes }
}
