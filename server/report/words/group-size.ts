import type { ReportGroup } from '../figures.ts'
import type { Controlled, Shown } from '../shapes.ts'
import { spanOf, type Reader } from './reader.ts'

/** Figures that tell that there are as many children of a group. */
const sizes = ['numbers.now', 'numbers.year', 'attendance.counted', 'suspension.children'] as const

/** Whether what is printed shows that there are more children of the group than the threshold. */
export const isShownLarge = (read: Pick<Reader, 'span' | 'threshold'>, group: ReportGroup): boolean =>
  group === 'all' || sizes.some((size) => read.span(`${size}.${group}`).from > read.threshold)

/** Whether what is printed shows that there are at most as many as the threshold, which may be none. */
export const isShownSmall = (read: Pick<Reader, 'span' | 'threshold'>, group: ReportGroup): boolean =>
  (read.span(`numbers.year.${group}`).to ?? Infinity) <= read.threshold

/** Figures whose records are there only where there is such a child. Plans have a text of their own. */
const hangsOn: readonly (readonly [begin: string, group: ReportGroup])[] = [
  ['attainment.', 'looked-after'],
  ['need.', 'looked-after'],
  ['money.looked-after.', 'looked-after'],
  ['money.previously.', 'previously'],
]

/**
 * What governors are shown. That nothing is recorded of a group is hidden where the group is not shown to be larger
 * than the threshold: else it would tell that there is nobody, and later that somebody has come.
 */
export function asPrinted({
  shown,
  threshold,
}: Pick<Controlled, 'shown' | 'threshold'>): Controlled['shown'] {
  const isNone = (id: string) => {
    const times = shown.get(id.replace('.half-days.', '.times.'))
    return id.startsWith('suspension.half-days.') && times?.as === 'exact' && times.value === 0
  }
  const read = { threshold, span: (id: string) => spanOf(shown.get(id) ?? { as: 'hidden' }) }
  const untold = hangsOn.filter(([, group]) => !isShownLarge(read, group))
  return new Map(
    [...shown].map(([id, each]): [string, Shown] => {
      // No suspension is no day of one: whoever reads the one 0 has the other.
      if (each.as === 'hidden' && isNone(id)) return [id, { as: 'exact', value: 0 }]
      return each.as === 'unknown' && untold.some(([begin]) => id.startsWith(begin))
        ? [id, { as: 'hidden' }]
        : [id, each]
    }),
  )
}
