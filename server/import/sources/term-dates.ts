import type { IsoDate } from '../../calendar/iso-date.ts'
import { termDateWords } from '../../records/kinds/term-date.ts'
import { day, oneOf, text } from '../column.ts'
import { endBeforeStart, filled, type RowPlace, type Source } from '../source.ts'

export type TermDateKind = keyof typeof termDateWords

export interface TermDateRow extends RowPlace {
  kind: TermDateKind
  name: string
  firstDay: IsoDate
  /** Inclusive. */
  lastDay: IsoDate
}

const spellings = new Map<string, TermDateKind>([
  ['half-term-holiday', 'half-term'],
  ['inset-day', 'inset'],
  ['occasional-day', 'occasional'],
])

export const termDates: Source<TermDateRow> = {
  title: 'Term dates',
  columns: {
    kind: filled('kind', oneOf(Object.keys(termDateWords) as TermDateKind[], spellings), 'type'),
    name: filled('name', text(80), 'title', 'description'),
    firstDay: filled('first_day', day, 'start_date', 'starts_on', 'from'),
    lastDay: filled('last_day', day, 'end_date', 'ends_on', 'to', 'until'),
  },
  key: (row) => [row.kind, row.firstDay],
  about: 'one kind of date from one day on',
  check: ({ firstDay, lastDay }) =>
    endBeforeStart('last_day', firstDay, lastDay, 'The last day is before the first. Correct one of them.'),
}
