import type { Transaction } from 'kysely'
import type { AcademicYear } from '../calendar/academic-year.ts'
import { isoDate } from '../calendar/iso-date.ts'
import { buildSchoolCalendar } from '../calendar/school-calendar.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import { asDecidedHere } from './as-decided-here.ts'
import { loadHeld, type Held, type School } from './held.ts'
import { everyRow, type Decisions, type ImportPlan, type MayBring } from './plan.ts'
import { planContacts } from './plan-contacts.ts'
import { planMarks } from './plan-marks.ts'
import { planRecords, type ChildIds } from './plan-records.ts'
import { questionsOf } from './questions.ts'
import type { ReadResult } from './read-files.ts'
import type { RowPlace } from './source.ts'
import type { RowSourceName } from './sources/index.ts'
import type { SuspensionRow } from './sources/suspensions.ts'
import type { TermDateRow } from './sources/term-dates.ts'
import { besideTakenOut, correctedWords, takenOutWords } from './taken-out-here.ts'

/** Children first, since the others name them. */
const order = [
  'term-dates',
  'children',
  'care-episodes',
  'people',
  'pep-meetings',
  'suspensions',
] as const satisfies readonly RowSourceName[]

/**
 * What the files of a run would do to what the school holds at this moment. Nothing is written. Asked inside the
 * run's own transaction, so that what is planned is what is done.
 */
export async function planImport(
  trx: Transaction<Database>,
  scope: Scope,
  school: School,
  read: ReadResult,
  decisions: Decisions,
  mayBring: MayBring = everyRow,
): Promise<{ plan: ImportPlan; held: Held }> {
  const years = [...new Set(read.registers.map(({ year }) => year))] as AcademicYear[]
  const held = await loadHeld(trx, scope, school, years)
  const plan: ImportPlan = {
    creates: [],
    updates: [],
    removals: [],
    registers: [],
    counts: [],
    problems: [...read.problems],
    conflicts: [],
    questions: [],
    notes: [],
  }
  if (read.school && read.school.urn !== school.urn)
    plan.problems.push({
      file: read.files.find(({ source }) => source === 'school')?.name ?? '',
      line: null,
      column: 'urn',
      value: read.school.urn,
      code: 'other-school',
      message: `These files are of ${read.school.name} (URN ${read.school.urn}). This is ${school.name} (URN ${school.urn}). Take them to that school.`,
    })
  const childIds: ChildIds = new Map(held.child.map(({ upn, id }) => [upn, id]))
  const named = new Set(read.files.map(({ source }) => source))
  const stayOut: RowPlace[] = []
  const corrected: RowPlace[] = []
  const terms: TermDateRow[] = []
  for (const source of order)
    if (named.has(source)) {
      const rows = read.rows[source].filter((row) => mayBring(source, row))
      const told = besideTakenOut(source, rows as never, held, childIds)
      stayOut.push(...told.stayOut)
      corrected.push(...told.corrected)
      if (source === 'term-dates') terms.push(...(told.goIn as readonly TermDateRow[]))
      const goIn =
        source === 'suspensions'
          ? besideDecisions(told.goIn as readonly SuspensionRow[], terms, held, childIds, plan)
          : told.goIn
      planRecords(source, goIn as never, held, childIds, decisions, plan, mayBring)
      const leftOut = read.rows[source].length - rows.length
      if (leftOut > 0) plan.notes.push(leftOutWords(leftOut))
    }
  if (corrected.length > 0) plan.notes.unshift(correctedWords(corrected))
  if (stayOut.length > 0) plan.notes.unshift(takenOutWords(stayOut))
  if (named.has('suspensions')) planContacts(read.rows.suspensions, held, childIds, plan)
  if (read.registers.length > 0) {
    const { strangers } = planMarks(read.registers, held, childIds, decisions, plan)
    if (strangers > 0)
      plan.notes.push(
        `${strangers} ${strangers === 1 ? 'child in the register is' : 'children in the register are'} not on your list: their marks are left out.`,
      )
  }
  plan.questions = (await questionsOf(trx, scope, read, held, plan)).filter(
    ({ kind }) => !decisions.meant.includes(kind),
  )
  return { plan, held }
}

/** The suspensions that go in beside what was decided here, with what is said of the others, by the terms there will be. */
function besideDecisions(
  rows: readonly SuspensionRow[],
  terms: readonly TermDateRow[],
  held: Held,
  childIds: ChildIds,
  plan: ImportPlan,
) {
  const calendar = buildSchoolCalendar([
    ...held.termDate.map((row) => ({
      ...row,
      firstDay: isoDate(row.firstDay),
      lastDay: isoDate(row.lastDay),
    })),
    ...terms,
  ])
  const { rows: goIn, notes } = asDecidedHere(rows, held, (upn) => childIds.get(upn), calendar)
  plan.notes.push(...notes)
  return goIn
}

/** What is said of rows that somebody else brings in: the only ones so far are those about plans. */
const leftOutWords = (rows: number): string =>
  `${rows} ${rows === 1 ? 'row' : 'rows'} about child-in-need and child-protection plans ${rows === 1 ? 'was' : 'were'} left out: the safeguarding lead or the headteacher brings ${rows === 1 ? 'it' : 'them'} in.`
