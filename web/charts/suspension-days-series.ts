import type { TableTwin } from '../components/table-twin.ts'
import { halfDays } from '../format.ts'
import { MAY_MEET, MUST_MEET, termLevel, type Level } from './suspension-level.ts'

/** One child's suspensions of a term, in half days, in order. */
export interface SuspensionDaysChild {
  id: string
  name: string
  halfDays: readonly number[]
}

/** A bar of blocks; lengths are percentages of the drawing. */
export interface SuspensionDaysRow {
  id: string
  name: string
  total: number
  level: Level
  blocks: readonly { x: number; width: number }[]
}

export interface SuspensionDaysSeries {
  rows: readonly SuspensionDaysRow[]
  mayMeet: number
  mustMeet: number
}

/** A little past the last line, so that what is past it can be seen. */
const LEAST_SCALE = MUST_MEET + 4

const totalOf = ({ halfDays: lengths }: SuspensionDaysChild) => lengths.reduce((sum, one) => sum + one, 0)

/** One bar a child, longest first; each block is one suspension. */
export function suspensionDaysSeries(children: readonly SuspensionDaysChild[]): SuspensionDaysSeries {
  const scale = Math.max(LEAST_SCALE, ...children.map(totalOf))
  const share = (halves: number) => (100 * halves) / scale
  const rows = children
    .map((child) => ({ child, total: totalOf(child) }))
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => b.total - a.total)
    .map(({ child, total }) => {
      let from = 0
      const blocks = child.halfDays.map((length) => {
        const block = { x: share(from), width: share(length) }
        from += length
        return block
      })
      return { id: child.id, name: child.name, total, level: termLevel(total), blocks }
    })
  return { rows, mayMeet: share(MAY_MEET), mustMeet: share(MUST_MEET) }
}

/** A row a child with each length and the total, in school days. */
export function suspensionDaysTable(children: readonly SuspensionDaysChild[], termName: string): TableTwin {
  return {
    caption: `School days of suspension, ${termName}`,
    head: ['Child', 'Each suspension', 'Total'],
    rows: suspensionDaysSeries(children).rows.map(({ id, name, total }) => [
      { child: name },
      children
        .find((child) => child.id === id)
        ?.halfDays.map(halfDays)
        .join(' + ') ?? '',
      total / 2,
    ]),
  }
}
