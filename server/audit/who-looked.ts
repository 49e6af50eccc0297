import type { AuditEventTable } from '../../db/tables/audit-event.ts'
import { roleWords, type Role } from '../access/permissions.ts'
import { englishTime } from '../calendar/english-time.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import { actWords, depthOf, type Depth } from './act-words.ts'

/** What one person did again and again, from `auditActsWhere`. */
export interface CountedAct extends Pick<
  AuditEventTable,
  'accountId' | 'changedBy' | 'role' | 'action' | 'route' | 'kind' | 'dataClasses'
> {
  readonly times: number
  readonly firstAt: string
  readonly lastAt: string
}

/** A moment as the clock in England said it. */
export interface Moment {
  readonly on: IsoDate
  readonly time: string
}

export interface WhoLooked {
  /** Of the account; the name itself for a part of the program. */
  readonly key: string
  readonly name: string
  /** The role acted in, in words; null for a part of the program. */
  readonly role: string | null
  readonly times: number
  readonly last: Moment
  /** The deepest of what the person did. */
  readonly depth: Depth
  readonly acts: readonly { readonly what: string; readonly times: number; readonly last: Moment }[]
}

const depths: readonly Depth[] = ['log', 'list', 'page', 'change']

export const roleInWords = (role: string | null): string | null =>
  role === null ? null : (roleWords[role as Role] ?? role)

/** The latest first. */
const latestFirst = <T extends { lastAt: string }>(list: T[]): T[] =>
  list.toSorted((a, b) => (a.lastAt < b.lastAt ? 1 : a.lastAt > b.lastAt ? -1 : 0))

/** The same act by several routes is one line. */
function byWords(acts: readonly CountedAct[]) {
  const found = new Map<string, { what: string; times: number; lastAt: string }>()
  for (const act of acts) {
    const what = actWords(act)
    const before = found.get(what)
    const lastAt = before && before.lastAt > act.lastAt ? before.lastAt : act.lastAt
    found.set(what, { what, times: (before?.times ?? 0) + act.times, lastAt })
  }
  return latestFirst([...found.values()])
}

/** Who looked, each in each role, the latest first; what was refused is no look. */
export function whoLooked(acts: readonly CountedAct[]): WhoLooked[] {
  const found = new Map<string, CountedAct[]>()
  for (const act of acts) {
    if (act.action === 'refused') continue
    const key = `${act.accountId ?? act.changedBy} ${act.role ?? ''}`
    found.set(key, [...(found.get(key) ?? []), act])
  }
  const people = [...found.values()].map((own) => {
    const [latest] = latestFirst([...own])
    return { own, latest: latest!, lastAt: latest!.lastAt }
  })
  return latestFirst(people).map(({ own, latest }) => ({
    key: latest.accountId ?? latest.changedBy,
    name: latest.changedBy,
    role: roleInWords(latest.role),
    times: own.reduce((sum, { times }) => sum + times, 0),
    last: englishTime(latest.lastAt),
    depth: depths[Math.max(...own.map((act) => depths.indexOf(depthOf(act))))]!,
    acts: byWords(own).map(({ what, times, lastAt }) => ({ what, times, last: englishTime(lastAt) })),
  }))
}

/** A line of the list: one person, one day, one thing done once or more. */
export interface AuditLine {
  /** The number of its latest event. */
  readonly seq: number
  readonly on: IsoDate
  /** Of the first and the last. */
  readonly from: string
  readonly to: string
  readonly name: string
  readonly role: string | null
  readonly what: string
  readonly times: number
  /** How many children it showed; null where that is not said. */
  readonly children: number | null
  /** The child, where it was one and the reader may know which. */
  readonly child: { readonly id: string; readonly name: string } | null
  /** Why, where the reader may know: of a file that was taken away, of a refusal. */
  readonly reason: string | null
}

export interface ChildrenShown {
  readonly count: number
  readonly child: AuditLine['child']
}

/**
 * Events, latest first, as lines: what the same person did alike on one day is one line. `shown` says of whom an
 * event was, as far as the reader may know; it is part of what is alike unless all lines are of one child.
 */
export function auditLines(
  events: readonly AuditEventTable[],
  shown: (event: AuditEventTable) => ChildrenShown | null,
  { ofOneChild = false } = {},
): AuditLine[] {
  const lines = new Map<string, AuditLine>()
  for (const event of events) {
    const { on, time } = englishTime(event.at)
    const what = actWords(event)
    const { action, accountId, changedBy, role, childSet } = event
    const reason = /^(export|audit\.export|refused)$/.test(action) ? event.reason : null
    const set = ofOneChild ? null : childSet
    const key = JSON.stringify([on, accountId ?? changedBy, role, what, set, reason])
    const later = lines.get(key)
    if (later) {
      lines.set(key, { ...later, from: time, times: later.times + 1 })
      continue
    }
    const children = shown(event)
    lines.set(key, {
      seq: event.seq,
      on,
      from: time,
      to: time,
      name: changedBy,
      role: roleInWords(role),
      what,
      reason,
      times: 1,
      children: children?.count ?? null,
      child: children?.child ?? null,
    })
  }
  return [...lines.values()]
}
