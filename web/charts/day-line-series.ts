import type { Day } from '../days.ts'
import { yearAxis } from './year-axis.ts'

/** One tick a school day, as the strokes of three paths, and the place of today. */
export interface DayLineSeries {
  done: string
  ahead: string
  /** Left edge of the day itself; null when it lies in no term of the year. */
  today: number | null
  unit: number
}

/** School days of one year, in order, over a width and a height in pixels. A day before `on` is done. */
export function dayLineSeries(days: readonly Day[], on: Day, width: number, height: number): DayLineSeries {
  const axis = yearAxis(days, width, 0.8, 3)
  const tick = Math.max(1, axis.unit * 0.72)
  const stroke = (left: number) => `M${left.toFixed(2)} 0h${tick.toFixed(2)}v${height}h-${tick.toFixed(2)}z`
  const place = days.indexOf(on)
  const draw = (keep: (day: Day) => boolean) =>
    axis.lefts
      .filter((_, at) => keep(days[at] ?? ''))
      .map(stroke)
      .join('')
  return {
    done: draw((day) => day < on),
    ahead: draw((day) => day > on),
    today: place < 0 ? null : (axis.lefts[place] ?? null),
    unit: tick,
  }
}
