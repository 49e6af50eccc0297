import type { IsoDate } from '../../calendar/iso-date.ts'
import { careStatusWords } from '../../records/kinds/care-episode.ts'
import { day, oneOf, text, upn } from '../column.ts'
import { blankable, endBeforeStart, filled, optional, type RowPlace, type Source } from '../source.ts'

export type CareStatus = keyof typeof careStatusWords

export interface CareEpisodeRow extends RowPlace {
  upn: string
  status: CareStatus
  startedOn: IsoDate
  /** The last day of the status, inclusive; null while it is open. */
  endedOn: IsoDate | null
  /** The authority's name, or its code, as the file has it. */
  localAuthority?: string | null
  detail?: string | null
}

const spellings = new Map<string, CareStatus>([
  ['looked-after', 'cla'],
  ['looked-after-child', 'cla'],
  ['previously-looked-after', 'previously-cla'],
  ['pla', 'previously-cla'],
  ['plac', 'previously-cla'],
  ['cin', 'cin-plan'],
  ['child-in-need', 'cin-plan'],
  ['cp', 'cp-plan'],
  ['child-protection', 'cp-plan'],
  ['child-protection-plan', 'cp-plan'],
  ['kinship-care', 'kinship'],
])

export const careEpisodes: Source<CareEpisodeRow> = {
  title: 'Care status',
  columns: {
    upn: filled('upn', upn, 'unique_pupil_number'),
    status: filled('status', oneOf(Object.keys(careStatusWords) as CareStatus[], spellings), 'care_status'),
    startedOn: filled('started_on', day, 'start_date', 'from', 'status_started_on'),
    endedOn: blankable('ended_on', day, 'end_date', 'to', 'until', 'status_ended_on'),
    localAuthority: optional('local_authority', text(120), 'authority', 'la', 'caring_authority'),
    detail: optional('detail', text(200), 'details', 'legal_status', 'category'),
  },
  key: (row) => [row.upn, row.status, row.startedOn],
  about: 'this child, status and first day',
  check: ({ startedOn, endedOn }) =>
    endBeforeStart(
      'ended_on',
      startedOn,
      endedOn,
      'The status ends before it starts. Correct one of the two days.',
    ),
}
