import type { AssessedChild, Picture } from '../../alerts/picture.ts'
import { alertKey } from '../../alerts/reconcile-alerts.ts'
import type { RuleFinding } from '../../engine/run-rules.ts'
import type { IsoDate } from '../../calendar/iso-date.ts'
import { titleOf, type RulesById } from './card.ts'
import { nameOf } from './child-name.ts'

/** What becomes of a duty: it begins to ask for somebody, asks for more, for less, is told otherwise, or ends. */
export type Turn = 'opens' | 'worse' | 'changes' | 'better' | 'closes' | 'unknown'

export interface MeaningItem {
  ruleId: string
  turn: Turn
  /** As it will be. */
  status: RuleFinding['status']
  title: string
  /** What will be so, in one sentence; for a duty that ends, why it no longer asks. */
  after: string
  /** What is so now; null for one that begins. */
  before: string | null
}

export interface ImportMeaning {
  /** The day as at which it is worked out. */
  on: IsoDate
  counts: Record<Turn, number>
  children: { name: string; items: MeaningItem[] }[]
  /** Children looked at of whom no duty opens, closes or changes. */
  unchanged: number
}

const turns: readonly Turn[] = ['opens', 'worse', 'unknown', 'changes', 'better', 'closes']
const rank: Partial<Record<RuleFinding['status'], number>> = { watch: 1, due: 2, breach: 3 }
const rankOf = (finding: RuleFinding | undefined) => (finding ? (rank[finding.status] ?? 0) : 0)

function turnOf(before: RuleFinding | undefined, after: RuleFinding | undefined): Turn | null {
  const was = rankOf(before)
  const is = rankOf(after)
  if (was === 0 && is === 0) return null
  if (was === 0) return 'opens'
  if (is === 0) return after?.status === 'no-data' || after?.status === 'error' ? 'unknown' : 'closes'
  if (is !== was) return is > was ? 'worse' : 'better'
  return before?.message === after?.message ? null : 'changes'
}

const mostUrgentFirst = (a: MeaningItem, b: MeaningItem) =>
  turns.indexOf(a.turn) - turns.indexOf(b.turn) || (rank[b.status] ?? 0) - (rank[a.status] ?? 0)

const byKey = (child: AssessedChild | undefined) =>
  new Map((child?.findings ?? []).map((finding) => [alertKey(finding), finding]))

function itemsOf(before: AssessedChild | undefined, after: AssessedChild, rules: RulesById): MeaningItem[] {
  const was = byKey(before)
  const is = byKey(after)
  const items = [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const old = was.get(key)
    const now = is.get(key)
    const turn = turnOf(old, now)
    const shown = turn === 'closes' || turn === 'unknown' ? old : now
    const rule = shown && rules.get(shown.ruleId)
    if (turn === null || !shown || !rule) return []
    return {
      ruleId: rule.id,
      turn,
      status: now?.status ?? 'not-applicable',
      title: titleOf(rule, shown),
      after: now?.message ?? 'There is nothing left to check.',
      before: old && rankOf(old) > 0 ? old.message : null,
    }
  })
  return items.toSorted(
    (a, b) => turns.indexOf(a.turn) - turns.indexOf(b.turn) || (rank[b.status] ?? 0) - (rank[a.status] ?? 0),
  )
}

/** What a run would mean for duties: the same children before and after it, told in the rules' own words. */
export function importMeaning(
  { before, after }: { before: Picture; after: Picture },
  rules: RulesById,
): ImportMeaning {
  const was = new Map(before.children.map((child) => [child.row.id, child]))
  const children = after.children.flatMap((child) => {
    const items = itemsOf(was.get(child.row.id), child, rules)
    return items.length === 0 ? [] : [{ name: nameOf(child.row), items }]
  })
  const counts = { opens: 0, worse: 0, changes: 0, better: 0, closes: 0, unknown: 0 }
  for (const { items } of children) for (const { turn } of items) counts[turn] += 1
  return {
    on: after.on,
    counts,
    children: children.toSorted((a, b) => mostUrgentFirst(a.items[0]!, b.items[0]!)),
    unchanged: after.children.length - children.length,
  }
}
