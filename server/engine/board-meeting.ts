import type { IsoDate } from '../calendar/iso-date.ts'
import type { BoardMeetingFact, SuspensionFact } from '../facts/child-facts.ts'
import { hasSocialWorker } from '../law/cohorts.ts'
import type { Evidence } from './finding.ts'
import { dayWords, list } from './words.ts'

const outcomes = {
  reinstated: 'it brought the child back',
  'reinstated-later': 'it brought the child back from a later day',
  declined: 'it did not bring the child back',
  considered: 'it considered what was said',
} as const satisfies Readonly<Record<NonNullable<BoardMeetingFact['outcome']>, string>>

/** `the governing board met on Tue 10 March; it did not bring the child back`. */
export function metWords({ meetsOn, outcome }: BoardMeetingFact, on: IsoDate): string {
  const ended = outcome === null ? '' : `; ${outcomes[outcome]}`
  return `the governing board met on ${dayWords(meetsOn, on)}${ended}`
}

/** The first meeting that was held. */
export const heldMeeting = ({
  boardMeetings,
}: Pick<SuspensionFact, 'boardMeetings'>): BoardMeetingFact | undefined =>
  boardMeetings.find(({ held }) => held)

/** The next meeting that is planned for the day or later. */
export const plannedMeeting = (
  { boardMeetings }: Pick<SuspensionFact, 'boardMeetings'>,
  on: IsoDate,
): BoardMeetingFact | undefined => boardMeetings.find(({ held, meetsOn }) => !held && meetsOn >= on)

/** The board brought the child back at its meeting. */
export const isReinstated = (suspension: Pick<SuspensionFact, 'boardMeetings'>): boolean =>
  (heldMeeting(suspension)?.outcome ?? '').startsWith('reinstated')

/**
 * Who is to be invited to the board's meeting, or of whom no invitation is on record: the parents, the headteacher and
 * the authority (2012 Regulations 6, 15 and 24); the social worker and the Virtual School may come and be heard (as
 * amended in 2022). Whether this is an academy is not recorded.
 */
export function invitationEvidence(
  { groupsThen }: Pick<SuspensionFact, 'groupsThen'>,
  meeting: BoardMeetingFact | undefined,
): Evidence {
  const all = [
    { role: 'parent', who: 'the parents' },
    { role: 'headteacher', who: 'the headteacher' },
    { role: 'local-authority', who: 'the local authority (of an academy, where the parents ask for it)' },
    ...(hasSocialWorker(groupsThen) ? [{ role: 'social-worker', who: 'the social worker' }] : []),
    ...(groupsThen.cla ? [{ role: 'virtual-school', who: 'the Virtual School' }] : []),
  ]
  if (meeting === undefined) return { label: 'To be invited', value: list(all.map(({ who }) => who)) }
  const missing = all.filter(({ role }) => !meeting.invited.includes(role)).map(({ who }) => who)
  return {
    label: 'Invited',
    value: missing.length === 0 ? 'all who may come' : `no record of ${list(missing)}`,
  }
}
