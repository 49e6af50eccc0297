import { TEN_SESSIONS, type UnauthorisedChild } from '../../charts/unauthorised-series.ts'
import { countInWords, inWords, sentence } from '../../format.ts'
import type { CohortRow } from './cohort-row.ts'

const WEEKS = 10

/** Who is told of ten sessions; for a looked-after child it is never a step towards a penalty. */
function tellWhom({ group }: CohortRow): string {
  if (group === 'cla') return 'social worker and Virtual School'
  return group === 'social-worker' ? 'social worker' : ''
}

/** Unauthorised sessions of the last ten school weeks; what fell in last year's weeks is one block before them. */
export const unauthorisedChildren = (rows: readonly CohortRow[]): UnauthorisedChild[] =>
  rows.flatMap((row) => {
    if (!row.attendance) return []
    const weeks = row.attendance.weeks.slice(-WEEKS).map(([, unauthorised]) => unauthorised)
    const before = row.attendance.unauthorisedLast10 - weeks.reduce((sum, one) => sum + one, 0)
    const tell = tellWhom(row)
    return [
      {
        id: row.id,
        name: row.name,
        weeks: before > 0 ? [before, ...weeks] : weeks,
        ...(tell && { tell }),
      },
    ]
  })

/** The finding of the chart. */
export function unauthorisedHeading(rows: readonly CohortRow[]): string {
  const known = rows.flatMap(({ attendance }) => (attendance ? [attendance] : []))
  if (known.length === 0) return 'No sessions are known yet this year'
  const now = known.filter(({ unauthorisedLast10 }) => unauthorisedLast10 >= TEN_SESSIONS).length
  const earlier = known.filter(
    ({ unauthorisedLast10, unauthorisedWorst10 }) =>
      unauthorisedLast10 < TEN_SESSIONS && unauthorisedWorst10 >= TEN_SESSIONS,
  ).length
  const children = (many: number) => sentence(countInWords(many, 'child', 'children'))
  if (now === 0 && earlier === 0) return 'Nobody has ten unauthorised sessions in ten school weeks'
  if (now === 0)
    return `${children(earlier)} reached ten unauthorised sessions in ten school weeks earlier this year`
  return (
    `${children(now)} ${now === 1 ? 'has' : 'have'} ten or more unauthorised sessions in ten school weeks` +
    (earlier > 0 ? `; ${inWords(earlier)} more had earlier this year` : '')
  )
}
