import { sessionAt } from '../calendar/academic-year.ts'
import { NO_MARK, unpackMark } from '../law/register-codes.ts'
import { registerKey, type Held } from './held.ts'
import type { Decisions, ImportPlan } from './plan.ts'
import type { ChildIds } from './plan-records.ts'
import { NOT_TOLD, type ChildRegister } from './register-book.ts'

const none = NO_MARK.charCodeAt(0)

/**
 * Plans registers: what the files tell laid over what is held. A session the files do not name keeps its mark,
 * and so does one that a person corrected, unless it is decided otherwise. Children who are not on our list
 * are left out: a school's export names everybody.
 */
export function planMarks(
  registers: readonly ChildRegister[],
  held: Held,
  childIds: ChildIds,
  decisions: Decisions,
  plan: ImportPlan,
): { strangers: number } {
  const strangers = new Set<string>()
  const counts = { added: 0, changed: 0, same: 0 }
  for (const told of registers) {
    const childId = childIds.get(told.upn)
    if (!childId) {
      strangers.add(told.upn)
      continue
    }
    const stored = held.registers.get(registerKey(childId, told.year))
    const marks = Buffer.from(stored?.marks ?? NO_MARK.repeat(told.marks.length), 'latin1')
    const corrected = held.corrected.get(childId)
    let added = 0
    let changed = 0
    let same = 0
    for (let place = 0; place < marks.length; place++) {
      const mark = told.marks[place]!
      if (mark === NOT_TOLD) continue
      const before = marks[place]!
      if (mark === before) {
        if (mark !== none) same++
        continue
      }
      if (corrected && !mayReplace(told, place, childId, before, mark, corrected, decisions, plan)) continue
      if (before === none) added++
      else changed++
      marks[place] = mark
    }
    counts.added += added
    counts.changed += changed
    counts.same += same
    if (added + changed > 0)
      plan.registers.push({
        id: stored?.id ?? crypto.randomUUID(),
        childId,
        academicYear: told.year,
        marksBefore: stored?.marks ?? null,
        marks: marks.toString('latin1'),
        added,
        changed,
        same,
      })
  }
  plan.counts.push({ source: 'session-marks', ...counts, missing: 0, missingChildIds: [] })
  return { strangers: strangers.size }
}

const shown = (mark: number) => unpackMark(String.fromCharCode(mark))

function mayReplace(
  { year }: ChildRegister,
  place: number,
  childId: string,
  before: number,
  mark: number,
  corrected: ReadonlySet<string>,
  decisions: Decisions,
  plan: ImportPlan,
): boolean {
  const { on, session } = sessionAt(year, place)
  if (!corrected.has(`${on} ${session}`)) return true
  const key = `${childId} ${on} ${session}`
  const decided = decisions.conflicts[key]
  if (decided === undefined)
    plan.conflicts.push({
      key,
      source: 'session-marks',
      childId,
      label: `mark of ${on} ${session}`,
      field: 'mark',
      held: shown(before),
      told: shown(mark),
      recordId: childId,
    })
  return decided === 'take'
}
