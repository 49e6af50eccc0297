import type { Held } from './held.ts'
import type { ImportPlan } from './plan.ts'

/** Sources of which a rule asks whether they were ever told: the first file tells something of every child. */
const toldOfAll = new Set<string>(['care-episodes', 'pep-meetings', 'suspensions'])

const firstOfItsSource = ({ counts }: ImportPlan, { runs }: Held) => {
  const before = new Set(
    runs.flatMap(({ files }) => (JSON.parse(files) as { source: string }[]).map(({ source }) => source)),
  )
  return counts.some(({ source }) => toldOfAll.has(source) && !before.has(source))
}

/** Whose duties a run may touch: every child's after term dates or the first file of a source, else those named. */
export function childrenConcerned(plan: ImportPlan, held: Held): readonly string[] | 'everyone' {
  const { creates, updates, removals, registers } = plan
  const writes = [...creates, ...updates]
  if (writes.some(({ table }) => table === 'termDate') || firstOfItsSource(plan, held)) return 'everyone'
  const ids = new Set<string>()
  for (const { table, id, childId } of writes) {
    if (table === 'child') ids.add(id)
    else if (childId !== null) ids.add(childId)
  }
  for (const { childId } of [...removals, ...registers]) ids.add(childId)
  return [...ids]
}
