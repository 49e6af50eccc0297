import { describe, expect, it } from 'vitest'
import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import type { SuspensionPattern } from '../../../../server/pathway/shapes-after.ts'
import {
  patternHeading,
  patternRowsOf,
  patternTable,
} from '../../../../web/pages/child/suspension-pattern.ts'

const row = (id: string, on: string, more: Partial<SuspensionPattern['rows'][number]> = {}) => ({
  id,
  on: isoDate(on),
  kind: 'suspension' as const,
  startSession: 'AM' as const,
  halfDays: 4,
  happenedAt: null,
  decidedAt: null,
  reasons: ['DB'],
  whatBefore: null,
  ...more,
})
const pattern: SuspensionPattern = {
  evaluatesOn: isoDate('2026-03-13'),
  rows: [
    row('a', '2026-01-14', { happenedAt: localMinute('2026-01-13T13:40'), whatBefore: 'Change of room' }),
    row('b', '2026-03-04'),
  ],
  patterns: [],
  reasons: [{ code: 'DB', words: 'Persistent disruptive behaviour' }],
}
const weekday = { name: 'weekday', sentence: null, counts: [], notRecorded: [] } as const

describe('what suspensions have in common', () => {
  it('is a sentence where something stands out, and says so where nothing does', () => {
    const counts = [{ what: 'Monday', count: 2, ids: ['a', 'b'] }]
    expect(patternHeading({ ...weekday, counts, sentence: '2 of 3 on a Monday.' })).toBe('2 of 3 on a Monday')
    expect(patternHeading({ ...weekday, counts })).toBe('No day of the week stands out')
    expect(patternHeading(weekday)).toBe('Day of the week: nothing is recorded')
  })

  it('shows one mark a suspension, and what is not recorded as a gap', () => {
    const counts = [{ what: 'after 14:00', count: 1, ids: ['a'] }]
    const rows = patternRowsOf({ name: 'time', sentence: null, counts, notRecorded: ['b'] }, pattern)
    expect(rows.map(({ label, marks }) => [label, ...marks.map(({ shape }) => shape)])).toEqual([
      ['after 14:00', 'solid'],
      ['Not recorded', 'no-data'],
    ])
    expect(rows[0]?.marks[0]?.words.replaceAll('\u00a0', ' ')).toBe('2 days from 14 January')
  })

  it('has a table of every suspension with all that is compared', () => {
    expect(patternTable(pattern).rows.map((cells) => cells.slice(2))).toEqual([
      ['13:40', 'Persistent disruptive behaviour', 'Change of room'],
      ['not recorded', 'Persistent disruptive behaviour', 'not recorded'],
    ])
  })
})
