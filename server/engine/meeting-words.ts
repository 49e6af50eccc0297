import type { IsoDate } from '../calendar/iso-date.ts'
import type { PepMeetingFact } from '../facts/child-facts.ts'
import type { Evidence } from './finding.ts'
import { dayWords } from './words.ts'

type Meeting = Pick<PepMeetingFact, 'id' | 'heldOn' | 'completedOn' | 'quality'>

/** The day by which the plan was complete, null when it was not by the day asked about. */
export function completeOn({ completedOn }: Meeting, on: IsoDate): IsoDate | null {
  return completedOn !== null && completedOn <= on ? completedOn : null
}

/** `rated green`, or `not rated yet`. */
export function ratingWords({ quality }: Meeting): string {
  return quality === null ? 'not rated yet' : `rated ${quality}`
}

/** `held on Tue 4 November, complete on Tue 11 November`, or `…, not complete`. */
export function meetingWords(meeting: Meeting, on: IsoDate): string {
  const complete = completeOn(meeting, on)
  const end = complete === null ? 'not complete' : `complete on ${dayWords(complete, on)}`
  return `held on ${dayWords(meeting.heldOn, on)}, ${end}`
}

/** The form to open on a meeting's own record. */
export function meetingRecord({ id }: Meeting): { kind: string; id: string } {
  return { kind: 'pep-meeting', id }
}

/** The meeting as a row of evidence. */
export function meetingEvidence(meeting: Meeting, on: IsoDate): Evidence {
  const complete = completeOn(meeting, on)
  return {
    label: `Held on ${dayWords(meeting.heldOn, on)}`,
    value:
      complete === null ? 'Not complete' : `Complete on ${dayWords(complete, on)}, ${ratingWords(meeting)}`,
    on: meeting.heldOn,
    record: meetingRecord(meeting),
  }
}
