import type { TableTwin } from '../components/table-twin.ts'
import { percent, rate } from '../format.ts'

export interface SpreadChild {
  id: string
  name: string
  /** Sessions missed, of those the child could attend. */
  missed: number
  possible: number
}

/** A published rate of the same group, as context and never as a target. */
export interface SpreadContext {
  area: 'national' | 'county'
  /** Percent. */
  rate: number
  /** `England, looked after`. */
  name: string
}

export interface SpreadGroup {
  label: string
  note?: string
  children: readonly SpreadChild[]
  context?: readonly SpreadContext[]
}

export interface SpreadDot {
  x: number
  y: number
  /** One session in ten or more, decided on the exact fraction. */
  isPersistent: boolean
  name: string
  /** `10.0 %`. */
  words: string
}

export interface SpreadRow {
  label: string
  note: string
  y: number
  top: number
  bottom: number
  dots: readonly SpreadDot[]
  context: readonly { x: number; area: SpreadContext['area']; title: string }[]
}

export interface SpreadSeries {
  rows: readonly SpreadRow[]
  ticks: readonly { x: number; percent: number }[]
  persistentX: number
  severeX: number
  left: number
  right: number
  height: number
}

const DOT = 10
const LABELS = 92
const RIGHT_EDGE = 16
const ROW_PADDING = 14
const LEAST_ROW = 46

const share = ({ missed, possible }: SpreadChild) => missed / possible

/** Children in the order of their rate, each moved up or down until it touches nobody. */
function swarm(children: readonly SpreadChild[], xOf: (rate: number) => number) {
  const placed: { x: number; offset: number; child: SpreadChild }[] = []
  for (const child of children.toSorted((a, b) => share(a) - share(b))) {
    const x = xOf(share(child))
    const near = placed.filter((one) => Math.abs(one.x - x) < DOT)
    const isFree = (offset: number) =>
      near.every((one) => Math.hypot(one.x - x, (one.offset - offset) * DOT) >= DOT * 0.98)
    let step = 0
    const offset = () => (step % 2 === 0 ? step / 2 : -(step + 1) / 2)
    while (!isFree(offset())) step++
    placed.push({ x, offset: offset(), child })
  }
  return placed
}

/** A dot a child on one axis of absence from 0 to 50 % (further when somebody missed more). */
export function attendanceSpreadSeries(groups: readonly SpreadGroup[], width: number): SpreadSeries {
  const counted = groups.map((group) => ({
    ...group,
    children: group.children.filter(({ possible }) => possible > 0),
  }))
  const rates = counted.flatMap(({ children, context = [] }) => [
    ...children.map(share),
    ...context.map((line) => line.rate / 100),
  ])
  const end = Math.max(0.5, Math.ceil(Math.max(0, ...rates) * 10) / 10)
  const [left, right] = [LABELS, width - RIGHT_EDGE]
  const xOf = (one: number) => left + (one / end) * (right - left)
  let top = 0
  const rows = counted.map(({ label, note, children, context = [] }) => {
    const dots = swarm(children, xOf)
    const reach = Math.max(1, ...dots.map(({ offset }) => Math.abs(offset))) * DOT + DOT / 2
    const height = Math.max(LEAST_ROW, 2 * reach + ROW_PADDING)
    const y = top + height / 2
    const row: SpreadRow = {
      label,
      note: note ?? '',
      y,
      top,
      bottom: top + height,
      dots: dots.map(({ x, offset, child }) => ({
        x,
        y: y + offset * DOT,
        isPersistent: 10 * child.missed >= child.possible,
        name: child.name,
        words: rate(child.missed, child.possible),
      })),
      context: context.map((line) => ({
        x: xOf(line.rate / 100),
        area: line.area,
        title: `${line.name}: ${percent(line.rate)}`,
      })),
    }
    top += height
    return row
  })
  const step = end > 0.6 ? 20 : 10
  const percents = Array.from({ length: Math.floor((end * 100) / step) + 1 }, (_, at) => at * step)
  return {
    rows,
    ticks: [...new Set([...percents, 10])]
      .toSorted((a, b) => a - b)
      .map((one) => ({ x: xOf(one / 100), percent: one })),
    persistentX: xOf(0.1),
    severeX: xOf(0.5),
    left,
    right,
    height: top,
  }
}

/** A row a child. A child without a possible session has no rate and says so. */
export function attendanceSpreadTable(groups: readonly SpreadGroup[]): TableTwin {
  const rows = groups.flatMap(({ label, children }) =>
    children.map((child) => [
      { child: child.name },
      label,
      child.possible > 0 ? rate(child.missed, child.possible) : 'Not known: no possible sessions',
      child.possible > 0 ? `${child.missed} of ${child.possible}` : '–',
    ]),
  )
  const published = groups.flatMap(({ label, context = [] }) =>
    context.map((line) => [line.name, label, percent(line.rate), '']),
  )
  return {
    caption: 'Absence by child',
    head: ['Child', 'Group', 'Absence', 'Sessions missed'],
    rows: [...rows, ...published],
  }
}
