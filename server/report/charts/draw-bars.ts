import type { ReportChart } from '../shapes.ts'
import { LINE, TEXT, widest, type Drawing } from './drawing.ts'
import { wrapped } from './text-width.ts'
import { inUnit } from './unit-words.ts'

type BarsChart = Extract<ReportChart, { kind: 'bars' }>

const BAR = 16
const GAP = 8
const ROW_GAP = 10
/** From this width on the names stand beside the bars where that leaves room for bars, else above them. */
const BESIDE = 420
const LABEL_SHARE = 0.4
const SHORTEST = 80

/** Draws a bar for each row, a range as a bar with an outlined end; the numbers in words; the height. */
export function drawBars(chart: BarsChart, width: number, on: Drawing): number {
  const values = chart.rows.map(({ from, to }) => inUnit(from, to, chart.unit))
  const valueWidth = GAP + Math.ceil(widest(values))
  const beside = Math.min(
    Math.ceil(widest(chart.rows.map(({ label }) => label))),
    Math.floor(width * LABEL_SHARE),
  )
  const isBeside = width >= BESIDE && width - beside - 2 * GAP - valueWidth >= SHORTEST
  const labelWidth = isBeside ? beside : width
  const left = isBeside ? beside + 2 * GAP : 0
  const room = width - left - valueWidth
  const isBelow = room < SHORTEST
  const longest = isBelow ? width - left : room
  const most = Math.max(...chart.rows.map(({ to }) => to), 0)
  const scale = (value: number) => (most > 0 ? (Math.max(0, value) / most) * longest : 0)

  let y = 0
  chart.rows.forEach((row, at) => {
    const role = row.isOurs ? 'ours' : 'context'
    const labels = wrapped(row.label, TEXT, labelWidth)
    labels.forEach((line, place) =>
      on.text(0, y + TEXT + place * LINE, line, row.isOurs ? { isBold: true } : { role: 'ink2' }),
    )
    const top = isBeside ? y + Math.max(0, ((labels.length - 1) * LINE) / 2) : y + labels.length * LINE + 2
    const [solid, end] = [scale(row.from), scale(row.to)]
    on.solid(left, top - 3, 1.5, BAR + 6, 'edge')
    if (solid > 0) on.solid(left, top, solid, BAR, role)
    if (end > solid) on.outlined(left + solid, top, end - solid, BAR, role)
    const words = values[at] ?? ''
    if (isBelow) on.text(left, top + BAR + TEXT + 3, words, { isBold: true })
    else on.text(left + end + GAP, top + TEXT, words, { isBold: true })
    const barEnd = top + BAR + (isBelow ? LINE + 2 : 0)
    y = Math.max(barEnd, y + labels.length * LINE) + ROW_GAP
  })
  return y
}
