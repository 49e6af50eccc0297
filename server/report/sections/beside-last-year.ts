import { previousYear } from '../../calendar/academic-year.ts'
import { isSamePart } from '../last-year.ts'
import type { Cell, ReportTable } from '../shapes.ts'
import { longDay } from '../words/days.ts'
import { cellOf, labelOf, tells } from '../words/tables.ts'
import type { Writing } from './writing.ts'

/** A number that last year’s report printed is another than this year’s of the same name. */
const ofLastYear = (id: string) => `last-year.${id}`

/** `To 13 March 2026`. */
export const toDay = (on: Writing['on']): string => `To ${longDay(on)}`

const otherPart = ' The two are not of the same part of their years.'

/** Of whom the two columns are; said of children alone, as money is of nobody. */
const whoseNumbers =
  'The two years need not be of the same children: each counts those who were in these groups then. '

/** What is to be known of a table in which last year stands beside this one. */
const lastYearNote = (
  { on, lastYear }: Pick<Writing, 'on' | 'lastYear'>,
  rows: readonly { readonly cells: readonly Cell[] }[],
): string => {
  const isMoney = rows.some(({ cells }) => cells.some((cell) => 'unit' in cell && cell.unit === 'pounds'))
  return `${isMoney ? '' : whoseNumbers}Last year’s numbers are those that its report printed; what was corrected since is not in them.${lastYear !== null && isSamePart(lastYear, on) ? '' : otherPart}`
}

/** This year’s numbers beside those that the report of the year before printed; nothing where it printed none of them. */
export function besideLastYear(
  from: Pick<Writing, 'read' | 'on' | 'lastYear'>,
  {
    id,
    caption,
    rows: asked,
  }: {
    readonly id: string
    readonly caption: string
    readonly rows: readonly { readonly figure: string; readonly label?: string }[]
  },
): readonly ReportTable[] {
  const { read, on, lastYear } = from
  if (lastYear === null) return []
  const before = (figure: string): Cell => {
    const shown = lastYear.printed.get(figure)
    const { unit } = { unit: 'children' as const, ...cellOf(read, figure) }
    return shown === undefined ? { text: 'Not printed' } : { figure: ofLastYear(figure), unit, shown }
  }
  const rows = asked.map(({ figure, label = labelOf(figure) }) => ({
    label,
    cells: [cellOf(read, figure), before(figure)],
  }))
  if (!rows.some(({ cells: [, last] }) => last !== undefined && tells(last))) return []
  return [
    {
      id,
      caption,
      columns: ['What', toDay(on), toDay(lastYear.on)],
      rows: rows.filter(({ cells }) => cells.some(tells)),
      note: lastYearNote(from, rows),
    },
  ]
}

/** What last year’s report printed of a number, exactly and of the same part of the year; else null. */
export function yearBefore(
  { on, lastYear }: Pick<Writing, 'on' | 'lastYear'>,
  figure: string,
): number | null {
  if (lastYear === null || !isSamePart(lastYear, on)) return null
  const shown = lastYear.printed.get(figure)
  return shown?.as === 'exact' ? shown.value : null
}

/** Why last year does not stand beside this one, said once in a report. */
export function noLastYear({ kind, year, lastYear }: Writing): string | null {
  if (kind !== 'annual' || (lastYear !== null && lastYear.printed.size > 0)) return null
  if (lastYear !== null)
    return `The annual report for ${previousYear(year)} printed no number of children, so none of that year stands beside these.`
  return `There is no annual report for ${previousYear(year)} to lay beside this one, so attendance, suspensions, training and money stand here without the year before.`
}
