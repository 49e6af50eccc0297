import type { ReportChart } from '../shapes.ts'
import { drawBars } from './draw-bars.ts'
import { drawMarks } from './draw-marks.ts'
import { drawing, type ChartTheme } from './drawing.ts'

export type { ChartTheme } from './drawing.ts'

/** Pixels: what a picture is wide on a page, on a telephone and on A4 paper beside its margin. */
const WIDTH = 640
const NARROWEST = 240

/**
 * A picture as an SVG file of its own: nothing from elsewhere, no script, letters of 13 px at the width asked
 * for, in pixels. Its title and what it shows in words are inside for who cannot see it; the page around it
 * prints title and note, which are not drawn. The same chart always gives the same text. A picture in a page has no
 * font of the page's: it is handed one as CSS, or takes the reader's own.
 */
export function drawChart(
  chart: ReportChart,
  width: number = WIDTH,
  theme: ChartTheme = 'auto',
  font = '',
): string {
  const on = drawing(theme)
  const wide = Math.max(NARROWEST, Math.floor(width))
  const height = chart.kind === 'marks' ? drawMarks(chart, wide, on) : drawBars(chart, wide, on)
  return on.file({ width: wide, height }, chart.name, chart.title, chart.alt, font)
}
