import type { ReportChart } from '../shapes.ts'
import { LINE, TEXT, type Drawing } from './drawing.ts'
import { textWidth, wrapped } from './text-width.ts'

type MarksChart = Extract<ReportChart, { kind: 'marks' }>
type What = MarksChart['rows'][number]['marks'][number]['what']

const MARK = 16
const STEP = 20
const GROUP = 5
const GROUP_GAP = 8
const MARK_LINE = 24

/** The product's shapes of 16 by 16: more ink means more urgent, in greyscale too. */
const shapes: Record<What, { fill?: string; line?: string; width?: number }> = {
  broken: {
    fill:
      'M7.05 1.04a1.34 1.34 0 0 1 1.9 0l6 6a1.34 1.34 0 0 1 0 1.9l-6 6a1.34 1.34 0 0 1-1.9 0l-6-6a1.34 1.34 0 0 1 0-1.9z' +
      'M8 3.6a1.15 1.15 0 0 0-1.15 1.25l.3 3.7a.85.85 0 0 0 1.7 0l.3-3.7A1.15 1.15 0 0 0 8 3.6z' +
      'M8 10.3a1.05 1.05 0 1 0 0 2.1 1.05 1.05 0 0 0 0-2.1z',
  },
  due: {
    line: 'M8 1.5a6.5 6.5 0 0 1 0 13a6.5 6.5 0 0 1 0-13z',
    fill: 'M8 1.5a6.5 6.5 0 0 1 0 13z',
    width: 1.75,
  },
  met: { line: 'M2.6 8.6l3.7 3.7 7.2-8.2' },
}

const placeOf = (at: number): number => at * STEP + Math.floor(at / GROUP) * GROUP_GAP

/** How many marks go on one line: whole groups of five, so that people can count. */
const perLine = (width: number): number => {
  let marks = GROUP
  while (placeOf(marks + GROUP - 1) + MARK <= width) marks += GROUP
  return marks
}

const counted = (row: MarksChart['rows'][number]): string =>
  row.marks
    .filter(({ count }) => count > 0)
    .map(({ count, word }) => `${count} ${word}`)
    .join(', ') || 'None'

const urgency: readonly What[] = ['broken', 'due', 'met']

/** Each shape with its word, once, the most urgent first. */
const keyOf = (chart: MarksChart): [What, string][] => {
  const keys = new Map<string, [What, string]>()
  for (const { marks } of chart.rows)
    for (const { what, word, count } of marks) if (count > 0) keys.set(`${what} ${word}`, [what, word])
  return [...keys.values()].sort(([a], [b]) => urgency.indexOf(a) - urgency.indexOf(b))
}

/** Draws one mark for each plan, groups of five, with the counts in words above them and a key below; the height. */
export function drawMarks(chart: MarksChart, width: number, on: Drawing): number {
  const inLine = perLine(width)
  let y = 0
  const lines = (text: string, look: { isBold?: boolean; role?: 'ink2' }) => {
    for (const line of wrapped(text, TEXT, width)) {
      on.text(0, y + TEXT, line, look)
      y += LINE
    }
  }
  for (const row of chart.rows) {
    lines(row.label, { isBold: true })
    lines(counted(row), { role: 'ink2' })
    y += 4
    const marks = row.marks.flatMap(({ what, count }) => Array<What>(Math.max(0, count)).fill(what))
    marks.forEach((what, at) => {
      on.shape(placeOf(at % inLine), y + Math.floor(at / inLine) * MARK_LINE, MARK, what, shapes[what])
    })
    y += Math.ceil(marks.length / inLine) * MARK_LINE + 16
  }
  let x = 0
  for (const [what, word] of keyOf(chart)) {
    const wide = MARK + 6 + textWidth(word, TEXT)
    if (x > 0 && x + wide > width) {
      x = 0
      y += MARK_LINE
    }
    on.shape(x, y, MARK, what, shapes[what])
    const [first = '', ...rest] = wrapped(word, TEXT, width - MARK - 6)
    on.text(x + MARK + 6, y + TEXT, first, { role: 'ink2' })
    for (const line of rest) on.text(x + MARK + 6, (y += LINE) + TEXT, line, { role: 'ink2' })
    x += wide + 16
  }
  return y + MARK_LINE
}
