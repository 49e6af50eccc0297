import { describe, expect, it } from 'vitest'
import type { ConsiderationTable } from '../../../../db/tables/consideration.ts'
import { inboxWords } from '../../../../server/api/views/inbox.ts'
import { isoDate } from '../../../../server/calendar/iso-date.ts'

const today = isoDate('2026-03-13')
const open = { state: 'open', kind: 'suspension', startedOn: '2026-03-16', halfDays: 6 } as ConsiderationTable
const total = { name: 'Spring 2026', before: 3, after: 9 }
const year = { name: '2025/26', before: 79, after: 85, atOtherSchool: 0 }

describe('what a school considers, in the words of the inbox', () => {
  it('says what it would come to, with its units', () => {
    expect(inboxWords(open, { term: total, year }, today, undefined)).toBe(
      'Considering 3 school days from Mon 16 March. With it: 4.5 school days in the term, 42.5 in the year.',
    )
    expect(inboxWords(open, { term: null, year }, today, undefined)).toBe(
      'Considering 3 school days from Mon 16 March. With it: 42.5 school days in the year.',
    )
  })

  it('says no total of a permanent exclusion, which adds no days', () => {
    const forGood = { ...open, kind: 'permanent', halfDays: null } as ConsiderationTable
    expect(inboxWords(forGood, { term: total, year }, today, undefined)).toBe(
      'Considering a permanent exclusion from Mon 16 March.',
    )
  })

  it('says that no length is proposed yet', () => {
    const noLength = { ...open, kind: null, halfDays: null } as ConsiderationTable
    expect(inboxWords(noLength, null, today, undefined)).toBe(
      'Thinking of a suspension; no length is proposed yet.',
    )
  })
})
