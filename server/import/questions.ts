import type { Transaction } from 'kysely'
import { sessionAt, type AcademicYear } from '../calendar/academic-year.ts'
import { NO_MARK } from '../law/register-codes.ts'
import { inBlocks } from '../../db/blocks.ts'
import { recordHistoryOf } from '../../db/queries/record-history.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { Held } from './held.ts'
import { changesAnything, type ImportPlan, type Question } from './plan.ts'
import type { ReadResult } from './read-files.ts'
import { summarise } from './register-book.ts'

const older = (message: string): Question => ({ kind: 'older', message })

const lastMarked = (marks: string) => {
  for (let place = marks.length - 1; place >= 0; place--) if (marks[place] !== NO_MARK) return place
  return -1
}

const lastDayHeld = ({ registers }: Held) =>
  [...registers.values()].reduce<string | null>((last, { academicYear, marks }) => {
    const place = lastMarked(marks)
    const on = place < 0 ? null : sessionAt(academicYear as AcademicYear, place).on
    return on !== null && (last === null || on > last) ? on : last
  }, null)

/** A file that went in before, and whose rows would now change something. */
function wentInBefore(read: ReadResult, held: Held, plan: ImportPlan) {
  const changing = new Set<string | null>(plan.updates.map(({ source }) => source))
  if (plan.registers.some(({ changed }) => changed > 0))
    changing.add('session-marks').add('session-marks-wide')
  return read.files.find(
    ({ sha256, source }) => changing.has(source) && held.runs.some((run) => run.files.includes(sha256)),
  )
}

/** A field that would get back a value that a later import replaced. */
async function restoresReplaced(trx: Transaction<Database>, scope: Scope, plan: ImportPlan) {
  for (const block of inBlocks(plan.updates)) {
    const byId = new Map(block.map((update) => [update.id, update.changes]))
    const history = await recordHistoryOf(trx, scope, [...byId.keys()]).execute()
    const restored = history.some(({ recordId, before, importRunId }) => {
      const was = JSON.parse(before) as Record<string, unknown>
      const changes = byId.get(recordId) ?? {}
      return (
        importRunId !== null &&
        Object.keys(changes).some((field) => field in was && was[field] === changes[field])
      )
    })
    if (restored) return true
  }
  return false
}

/** What must be asked before these files go in: whether they are older, and whether they are this school's. */
export async function questionsOf(
  trx: Transaction<Database>,
  scope: Scope,
  read: ReadResult,
  held: Held,
  plan: ImportPlan,
): Promise<Question[]> {
  const questions: Question[] = []
  const onRoll = new Set(held.child.map(({ upn }) => upn))
  const upns = new Set([...read.rows.children, ...read.registers].map(({ upn }) => upn))
  if (onRoll.size > 0 && upns.size > 0 && ![...upns].some((upn) => onRoll.has(upn)))
    questions.push({
      kind: 'other-school',
      message: `None of the ${upns.size} children in these files is on this school’s roll. They may be another school’s.`,
    })
  if (!changesAnything(plan)) return questions
  const before = wentInBefore(read, held, plan)
  if (before)
    questions.push(
      older(
        `${before.name} was brought in before, and later files changed what it says. It would change it back.`,
      ),
    )
  else if (await restoresReplaced(trx, scope, plan))
    questions.push(
      older('These files would bring back values that a later import replaced. They may be older.'),
    )
  const told = summarise(read.registers).lastDay
  const last = lastDayHeld(held)
  if (plan.registers.length > 0 && told !== null && last !== null && told < last)
    questions.push(
      older(`The marks in these files end on ${told}, before the marks already here, which end on ${last}.`),
    )
  return questions
}
