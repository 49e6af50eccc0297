import type { TableTwin } from '../components/table-twin.ts'

/** One child's unauthorised sessions in the last ten school weeks, oldest week first. */
export interface UnauthorisedChild {
  id: string
  name: string
  weeks: readonly number[]
  /** Who is told, in words: `social worker and Virtual School`. Never a penalty for a looked-after child. */
  tell?: string
}

/** Ten unauthorised sessions in ten school weeks: Working together to improve school attendance, chapter 6. */
export const TEN_SESSIONS = 10

export interface UnauthorisedRow {
  id: string
  name: string
  total: number
  /** At the line or past it. */
  isReached: boolean
  /** One block a week with any; lengths are percentages of the drawing. */
  blocks: readonly { x: number; width: number }[]
  tell: string
}

/** One bar a child with any unauthorised session, most first; each block is a week. */
export function unauthorisedSeries(children: readonly UnauthorisedChild[]): {
  rows: readonly UnauthorisedRow[]
  line: number
} {
  const counted = children.map((child) => ({ child, total: child.weeks.reduce((sum, one) => sum + one, 0) }))
  const scale = Math.max(TEN_SESSIONS + 2, ...counted.map(({ total }) => total))
  const rows = counted
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => b.total - a.total)
    .map(({ child, total }) => {
      let from = 0
      const blocks = child.weeks
        .filter((sessions) => sessions > 0)
        .map((sessions) => {
          const block = { x: (100 * from) / scale, width: (100 * sessions) / scale }
          from += sessions
          return block
        })
      const { id, name, tell = '' } = child
      return { id, name, total, isReached: total >= TEN_SESSIONS, blocks, tell }
    })
  return { rows, line: (100 * TEN_SESSIONS) / scale }
}

/** A row a child with its ten weeks and the total. */
export function unauthorisedTable(children: readonly UnauthorisedChild[]): TableTwin {
  return {
    caption: 'Unauthorised sessions in the last ten school weeks',
    head: ['Child', 'By week, oldest first', 'Total', 'Whom to tell'],
    rows: unauthorisedSeries(children).rows.map(({ id, name, total, tell }) => [
      { child: name },
      children.find((child) => child.id === id)?.weeks.join(' ') ?? '',
      total,
      tell || '–',
    ]),
  }
}
