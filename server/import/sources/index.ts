import type { Recognisable, Source } from '../source.ts'
import { careEpisodes, type CareEpisodeRow } from './care-episodes.ts'
import { children, type ChildRow } from './children.ts'
import { people, type PersonRow } from './people.ts'
import { pepMeetings, type PepMeetingRow } from './pep-meetings.ts'
import { sessionMarks, sessionMarksWide } from './session-marks.ts'
import { suspensions, type SuspensionRow } from './suspensions.ts'
import { termDates, type TermDateRow } from './term-dates.ts'

/** The row type of each source that has a row for each record. */
export interface SourceRows {
  'term-dates': TermDateRow
  children: ChildRow
  'care-episodes': CareEpisodeRow
  people: PersonRow
  'pep-meetings': PepMeetingRow
  suspensions: SuspensionRow
}

export type RowSourceName = keyof SourceRows
export type MarkSourceName = 'session-marks' | 'session-marks-wide'
export type SourceName = RowSourceName | MarkSourceName

export const rowSources: { readonly [Name in RowSourceName]: Source<SourceRows[Name]> } = {
  'term-dates': termDates,
  children,
  'care-episodes': careEpisodes,
  people,
  'pep-meetings': pepMeetings,
  suspensions,
}

/** Every source, with what it is recognised by. */
export const sources: { readonly [Name in SourceName]: Recognisable } = {
  ...rowSources,
  'session-marks': sessionMarks,
  'session-marks-wide': sessionMarksWide,
}

export const sourceNames = Object.keys(sources) as readonly SourceName[]

export const isRowSource = (name: SourceName): name is RowSourceName => Object.hasOwn(rowSources, name)
