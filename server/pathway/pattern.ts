import type { ConsiderationTable } from '../../db/tables/consideration.ts'
import { dayOf, localMinute, weekday } from '../calendar/iso-date.ts'
import { isUndone } from '../engine/suspension-duty.ts'
import type { SuspensionFact } from '../facts/child-facts.ts'
import { suspensionReasons } from '../law/suspension-reasons.ts'
import type { SuspensionPattern } from './shapes-after.ts'

type ConsiderationRow = Pick<ConsiderationTable, 'happenedAt' | 'whatBefore'>
type PatternRow = SuspensionPattern['rows'][number]

/** One thing that suspensions have in common, with the rows that have it. */
export type Pattern = SuspensionPattern['patterns'][number]

/**
 * The suspensions and exclusions of a child row by row, oldest first, with what was considered before them, by the
 * id of the suspension it led to. Another school's are not among them: what came before is not known here; nor what
 * was cancelled before it began.
 */
export function patternRows(
  rows: readonly SuspensionFact[],
  considerations: ReadonlyMap<string, ConsiderationRow>,
): SuspensionPattern['rows'] {
  return rows
    .filter((row) => !row.atOtherSchool && !isUndone(row))
    .toSorted((a, b) => (a.startedOn < b.startedOn ? -1 : a.startedOn > b.startedOn ? 1 : 0))
    .map(({ id, startedOn, kind, startSession, halfDays, decidedAt, reasons }) => {
      const considered = considerations.get(id)
      const happenedAt = considered?.happenedAt ?? null
      return {
        id,
        on: startedOn,
        kind,
        startSession,
        halfDays,
        happenedAt: happenedAt === null ? null : localMinute(happenedAt),
        decidedAt,
        reasons,
        whatBefore: considered?.whatBefore ?? null,
      }
    })
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The day it happened; where nobody said, the day of the decision, else its first day. */
const dayOfWeek = ({ happenedAt, decidedAt, on }: PatternRow): readonly string[] => {
  const at = happenedAt ?? decidedAt
  return [weekdays[weekday(at === null ? on : dayOf(at))] ?? '']
}

/** Hours in which it happened; the decision says nothing of it. */
const times: readonly { readonly until: string; readonly what: string }[] = [
  { until: '10:00', what: 'before 10:00' },
  { until: '12:00', what: 'from 10:00 to 12:00' },
  { until: '14:00', what: 'from 12:00 to 14:00' },
  { until: '24:00', what: 'after 14:00' },
]

const timeOfDay = ({ happenedAt }: PatternRow): readonly string[] =>
  happenedAt === null ? [] : [times.find(({ until }) => happenedAt.slice(11) < until)?.what ?? '']

const meanings = new Map(suspensionReasons.map(({ code, meaning }) => [code, meaning]))

const reasonsOf = ({ reasons }: PatternRow): readonly string[] => [
  ...new Set(reasons.map((code) => meanings.get(code) ?? code)),
]

const before = ({ whatBefore }: PatternRow): readonly string[] => {
  const words = whatBefore?.trim().replaceAll(/\s+/g, ' ') ?? ''
  return words === '' ? [] : [words]
}

const asked: readonly {
  readonly name: Pattern['name']
  readonly of: (row: PatternRow) => readonly string[]
  readonly sentence: (what: string) => string
  /** The order of what can be named; else by number. */
  readonly order?: readonly string[]
}[] = [
  { name: 'weekday', of: dayOfWeek, sentence: (what) => `on a ${what}`, order: weekdays },
  { name: 'time', of: timeOfDay, sentence: (what) => what, order: times.map(({ what }) => what) },
  { name: 'reason', of: reasonsOf, sentence: (what) => `for “${what}”` },
  { name: 'before', of: before, sentence: (what) => `after “${what}”` },
]

/**
 * What suspensions have in common: days of the week, times, reasons and what came before, with the rows of each.
 * A sentence is said only where at least two of three or more share something and nothing else is as frequent.
 */
export function patternsOf(rows: SuspensionPattern['rows']): readonly Pattern[] {
  return asked.map(({ name, of, sentence, order }) => {
    const found = new Map<string, { what: string; ids: string[] }>()
    const notRecorded: string[] = []
    for (const row of rows) {
      const all = of(row)
      if (all.length === 0) notRecorded.push(row.id)
      for (const what of all) {
        const key = what.toLowerCase()
        const entry = found.get(key) ?? { what, ids: [] }
        entry.ids.push(row.id)
        found.set(key, entry)
      }
    }
    const counts = [...found.values()]
      .map(({ what, ids }) => ({ what, count: ids.length, ids }))
      .toSorted((a, b) =>
        order === undefined ? b.count - a.count : order.indexOf(a.what) - order.indexOf(b.what),
      )
    const [top, second] = counts.toSorted((a, b) => b.count - a.count)
    const known = rows.length - notRecorded.length
    const standsOut = top !== undefined && known > 2 && top.count > 1 && top.count > (second?.count ?? 0)
    return {
      name,
      sentence: standsOut ? `${top.count} of ${known} ${sentence(top.what)}.` : null,
      counts,
      notRecorded,
    }
  })
}
