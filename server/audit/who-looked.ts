import type { AuditEventTable } from '../../db/tables/audit-event.ts'
import { roleWords, type Role } from '../access/permissions.ts'
import { englishTime } from '../calendar/english-time.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import { actWords, actWordsOfChild, depthOf, type Depth } from './act-words.ts'

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
  /** The role acted in, in words; empty for a person before they have one; null for a part of the program. */
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

/** Somebody who only gives a password, or sets their keys up, acts in no role yet and is a person all the same. */
const roleOf = ({ role, accountId }: Pick<CountedAct, 'role' | 'accountId'>): string | null =>
  roleInWords(role) ?? (accountId === null ? null : '')

/** The latest first. */
const latestFirst = <T extends { lastAt: string }>(list: T[]): T[] =>
  list.toSorted((a, b) => (a.lastAt < b.lastAt ? 1 : a.lastAt > b.lastAt ? -1 : 0))

/** The same act by several routes is one line. */
function byWords(acts: readonly CountedAct[]) {
  const found = new Map<string, { what: string; times: number; lastAt: string }>()
  for (const act of acts) {
    const what = actWordsOfChild(act)
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
    const own = found.get(key)
    if (own) own.push(act)
    else found.set(key, [act])
  }
  const people = [...found.values()].map((own) => {
    const [latest] = latestFirst([...own])
    return { own, latest: latest!, lastAt: latest!.lastAt }
  })
  return latestFirst(people).map(({ own, latest }) => ({
    key: latest.accountId ?? latest.changedBy,
    name: latest.changedBy,
    role: roleOf(latest),
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
  /** How many children it showed at least; null where that is not said. */
  readonly children: number | null
  /** Children that it showed one by one, where the reader may know which. */
  readonly named: readonly { readonly id: string; readonly name: string }[]
  /** Why, where the reader may know: of a file that was taken away, of a refusal. */
  readonly reason: string | null
}

export interface ChildrenShown {
  readonly count: number
  readonly child: { readonly id: string; readonly name: string } | null
}

/** One more event of a line: the day's first moment goes back, what it showed comes to what was shown. */
function joined(line: AuditLine, from: string, shown: ChildrenShown | null, singles: number): AuditLine {
  const { child = null, count = 0 } = shown ?? {}
  const isNew = child !== null && !line.named.some(({ id }) => id === child.id)
  const children = Math.max(line.children ?? 0, count, singles)
  return {
    ...line,
    from,
    times: line.times + 1,
    named: isNew ? [...line.named, child] : line.named,
    children: line.children === null && shown === null ? null : children,
  }
}

/**
 * Events, latest first, as lines, the latest day first: what the same person did alike on one day is one line.
 * `shown` says of whom an event was, as far as the reader may know.
 */
export function auditLines(
  events: readonly AuditEventTable[],
  shown: (event: AuditEventTable) => ChildrenShown | null,
  wordsOf: (event: AuditEventTable) => string = actWords,
): AuditLine[] {
  const lines = new Map<string, { line: AuditLine; singles: Set<string> }>()
  for (const event of events) {
    const { on, time } = englishTime(event.at)
    const { seq, action, accountId, changedBy: name, role, childSet } = event
    const what = wordsOf(event)
    const reason = /^(export|audit\.export|refused)$/.test(action) ? event.reason : null
    const key = JSON.stringify([on, accountId ?? name, role, what, reason])
    const children = shown(event)
    const found = lines.get(key) ?? { singles: new Set<string>() }
    if (children?.count === 1 && childSet !== null) found.singles.add(childSet)
    const first: AuditLine = {
      seq,
      on,
      from: time,
      to: time,
      name,
      role: roleOf(event),
      what,
      reason,
      times: 1,
      children: children?.count ?? null,
      named: children?.child ? [children.child] : [],
    }
    const line = 'line' in found ? joined(found.line, time, children, found.singles.size) : first
    lines.set(key, { line, singles: found.singles })
  }
  return [...lines.values()]
    .map(({ line }) => line)
    .toSorted((a, b) => (a.on === b.on ? b.seq - a.seq : a.on < b.on ? 1 : -1))
}
