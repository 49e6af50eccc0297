import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { messageOf, proposalWords, type MessageOf } from '../../../server/pathway/message.ts'
import type { Proposal } from '../../../server/pathway/shapes.ts'

const on = isoDate('2026-03-13')
const proposal = (given: Partial<Proposal> = {}): Proposal => ({
  kind: 'suspension',
  startedOn: isoDate('2026-03-16'),
  startSession: 'AM',
  halfDays: 6,
  missesExam: null,
  examOn: null,
  ...given,
})
const message = (given: Partial<MessageOf> = {}) =>
  messageOf({
    initials: 'C. T.',
    yearGroup: '9',
    school: 'Invented School',
    ringBack: '01632 960001',
    proposal: proposal(),
    on,
    ...given,
  })

describe('the message before a decision', () => {
  it('says who asks, what is considered, and when a call is wanted, with initials', () => {
    expect(message().split('\n')).toEqual([
      'Invented School is considering a suspension of 3 school days from Mon 16 March for C. T., Year 9.',
      'Nothing is decided. We would like your advice before it is: what could help, and what else could be done.',
      'Please ring 01632 960001 today, as soon as you can.',
      'This message holds no name on purpose.',
    ])
  })

  it('has a place to ring where nobody gave one', () => {
    expect(message({ ringBack: null })).toMatch(/Please ring the school today/)
  })

  it('says as much as is proposed', () => {
    expect(proposalWords(null, on)).toBe('a suspension')
    expect(proposalWords(proposal({ halfDays: null, startedOn: null }), on)).toBe('a suspension')
    expect(proposalWords(proposal({ halfDays: 1 }), on)).toBe(
      'a suspension of half a school day from Mon 16 March',
    )
    expect(proposalWords(proposal({ kind: 'permanent', halfDays: null }), on)).toBe(
      'a permanent exclusion from Mon 16 March',
    )
    expect(proposalWords(proposal({ kind: 'lunchtime', halfDays: 1 }), on)).toBe(
      'a suspension at 1 lunchtime from Mon 16 March',
    )
    expect(proposalWords(proposal({ kind: 'lunchtime', halfDays: null }), on)).toBe(
      'a suspension at lunchtimes from Mon 16 March',
    )
  })
})
