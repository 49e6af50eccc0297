import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import {
  completeOn,
  meetingEvidence,
  meetingWords,
  ratingWords,
} from '../../../server/engine/meeting-words.ts'
import { aCompleteMeeting, aMeeting } from '../../support/build/a-pep.ts'

const on = isoDate('2026-03-13')

describe('the words of a PEP meeting', () => {
  it('tell when it was held and complete, and how it was rated', () => {
    const meeting = aCompleteMeeting('2025-11-04', '2025-11-11')
    expect(meetingWords(meeting, on)).toBe('held on Tue 4 November, complete on Tue 11 November')
    expect(meetingEvidence(meeting, on)).toEqual({
      label: 'Held on Tue 4 November',
      value: 'Complete on Tue 11 November, rated green',
      on: '2025-11-04',
      record: { kind: 'pep-meeting', id: 'meeting-2025-11-04' },
    })
  })

  it('tell that it is not complete or not rated', () => {
    expect(meetingWords(aMeeting('2026-02-10'), on)).toBe('held on Tue 10 February, not complete')
    expect(meetingEvidence(aMeeting('2026-02-10'), on).value).toBe('Not complete')
    expect(ratingWords(aMeeting('2026-02-10'))).toBe('not rated yet')
  })

  it('know nothing of a completion after the day asked about', () => {
    const meeting = aCompleteMeeting('2026-03-10', '2026-03-14')
    expect(completeOn(meeting, isoDate('2026-03-13'))).toBeNull()
    expect(completeOn(meeting, isoDate('2026-03-14'))).toBe('2026-03-14')
    expect(meetingWords(meeting, on)).toBe('held on Tue 10 March, not complete')
  })
})
