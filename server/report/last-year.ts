import { addYears, daysBetween, type IsoDate } from '../calendar/iso-date.ts'
import type { ReportDocument, Shown, Training } from './shapes.ts'

/** What the report of the year before printed, and nothing else of that year: governors have had all of it. */
export interface LastYear {
  readonly on: IsoDate
  readonly printed: ReadonlyMap<string, Shown>
  /** Trainings for each audience, as its table lists them. */
  readonly trainings: ReadonlyMap<Training['forWhom'], number>
}

/** Whom a training was for, as its table has it. */
export const audiences: Readonly<Record<Training['forWhom'], string>> = {
  'designated-teacher': 'The designated teacher',
  'all-staff': 'All staff',
  governors: 'Governors',
}

/** Reads what a report printed back from its document. */
export function lastYearIn({ on, sections }: Pick<ReportDocument, 'on' | 'sections'>): LastYear {
  const tables = sections.flatMap((section) => section.tables)
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
  const rows = tables.find(({ id }) => id === 'training')?.rows ?? []
  const many = (words: string) =>
    rows.filter(({ cells: [first] }) => first !== undefined && 'text' in first && first.text === words).length
  return {
    on,
    printed: new Map(cells.flatMap((cell) => ('figure' in cell ? [[cell.figure, cell.shown] as const] : []))),
    trainings: new Map(
      (Object.keys(audiences) as Training['forWhom'][]).map((who) => [who, many(audiences[who])]),
    ),
  }
}

/** Days by which the last school day of two years can differ. */
const NEARLY = 7

/** Whether the two reports are of the same part of their years, so that one number may be held against the other. */
export const isSamePart = (lastYear: Pick<LastYear, 'on'>, on: IsoDate): boolean =>
  Math.abs(daysBetween(addYears(lastYear.on, 1), on)) <= NEARLY
