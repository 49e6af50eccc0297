import type { IsoDate } from '../../calendar/iso-date.ts'
import { attendeeWords } from '../../records/kinds/pep-meeting.ts'
import { day, listOf, oneOf, upn, yesNo } from '../column.ts'
import { blankable, endBeforeStart, filled, optional, type RowPlace, type Source } from '../source.ts'

export type Attendee = keyof typeof attendeeWords

export interface PepMeetingRow extends RowPlace {
  upn: string
  heldOn: IsoDate
  completedOn: IsoDate | null
  /** Null = not rated. */
  quality?: 'gold' | 'green' | 'amber' | 'red' | null
  /** Roles, each once; empty when the file says that nobody is named. */
  attended?: readonly Attendee[]
  childViews?: boolean | null
  /** The day on which the school asked the authority to begin or review the plan. */
  askedOn?: IsoDate | null
}

const spellings = new Map<string, Attendee>([
  ['sw', 'social-worker'],
  ['dt', 'designated-teacher'],
  ['foster-carer', 'carer'],
  ['young-person', 'child'],
  ['pupil', 'child'],
  ['vs', 'virtual-school'],
  ['virtual-school-head', 'virtual-school'],
  ['education-adviser', 'virtual-school'],
])
const roles = listOf(oneOf(Object.keys(attendeeWords) as Attendee[], spellings))

export const pepMeetings: Source<PepMeetingRow> = {
  title: 'PEP meetings',
  columns: {
    upn: filled('upn', upn, 'unique_pupil_number'),
    heldOn: filled('held_on', day, 'pep_date', 'meeting_date', 'pep_held_on', 'date_held'),
    completedOn: blankable('completed_on', day, 'completed_date', 'date_completed', 'pep_completed_on'),
    quality: optional('quality', oneOf(['gold', 'green', 'amber', 'red']), 'rating', 'rag'),
    attended: {
      header: 'attended',
      also: ['attendees', 'present'],
      needed: false,
      blank: [],
      reader: roles,
    },
    childViews: optional('child_views', yesNo, 'pupil_views', 'views_of_child', 'pupil_voice'),
    askedOn: optional('asked_on', day),
  },
  key: (row) => [row.upn, row.heldOn],
  about: 'a PEP meeting of this child on one day',
  check: ({ heldOn, completedOn }) =>
    endBeforeStart(
      'completed_on',
      heldOn,
      completedOn,
      'The plan is completed before the meeting was held. Correct one of the two days.',
    ),
}
