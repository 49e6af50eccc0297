import { describe, expect, it } from 'vitest'
import { isoDate, type IsoDate } from '../../../server/calendar/iso-date.ts'
import { firstPepState, type FirstPep } from '../../../server/law/first-pep.ts'

/** Care began on Friday 27 February 2026: ten working days end on Friday 13 March. */
const first = (given: Partial<Record<keyof FirstPep, string>> = {}): FirstPep => {
  const day = (text: string | undefined): IsoDate | null => (text === undefined ? null : isoDate(text))
  return {
    spellStartedOn: isoDate(given.spellStartedOn ?? '2026-02-27'),
    spellEndedOn: day(given.spellEndedOn),
    admittedOn: isoDate(given.admittedOn ?? '2023-09-04'),
    leftOn: day(given.leftOn),
    doneOn: day(given.doneOn),
  }
}
const stateOf = (one: FirstPep, on: string) => firstPepState(one, 10, isoDate(on))?.state

describe('the first plan of a spell of care', () => {
  it('is due up to and on the tenth working day, and overdue on the day after', () => {
    expect(firstPepState(first(), 10, isoDate('2026-03-13'))).toEqual({
      deadline: '2026-03-13',
      state: 'due',
    })
    expect(stateOf(first(), '2026-03-14')).toBe('overdue')
  })

  it('is met when done on the last day, and late on the day after', () => {
    expect(stateOf(first({ doneOn: '2026-03-13' }), '2026-03-20')).toBe('met')
    expect(stateOf(first({ doneOn: '2026-03-14' }), '2026-03-20')).toBe('late')
  })

  it('was another school’s when the child joined after the last day', () => {
    expect(stateOf(first({ admittedOn: '2026-03-14' }), '2026-03-20')).toBe('elsewhere')
    expect(stateOf(first({ admittedOn: '2026-03-13' }), '2026-03-20')).toBe('overdue')
  })

  it('is another school’s when the child left before the last day with nothing done', () => {
    expect(stateOf(first({ leftOn: '2026-03-12' }), '2026-03-13')).toBe('elsewhere')
    expect(stateOf(first({ leftOn: '2026-03-13' }), '2026-03-16')).toBe('overdue')
    expect(stateOf(first({ leftOn: '2026-03-12', doneOn: '2026-03-10' }), '2026-03-13')).toBe('met')
  })

  it('is owed no more when care ended before the last day, from the day after', () => {
    expect(stateOf(first({ spellEndedOn: '2026-03-12' }), '2026-03-12')).toBe('due')
    expect(stateOf(first({ spellEndedOn: '2026-03-12' }), '2026-03-13')).toBe('care-ended')
    expect(stateOf(first({ spellEndedOn: '2026-03-13' }), '2026-03-16')).toBe('overdue')
  })

  it('of an earlier academic year is settled once done or over, and stays open while the child waits', () => {
    const earlier = { spellStartedOn: '2025-03-03' }
    expect(stateOf(first({ ...earlier, doneOn: '2025-06-03' }), '2025-09-01')).toBe('settled')
    expect(stateOf(first({ ...earlier, doneOn: '2025-06-03' }), '2025-08-31')).toBe('late')
    expect(stateOf(first({ ...earlier, spellEndedOn: '2025-09-19' }), '2025-09-20')).toBe('settled')
    expect(stateOf(first({ ...earlier, spellEndedOn: '2025-09-19' }), '2025-09-19')).toBe('overdue')
  })

  it('is not known past the bank holidays that are published', () => {
    expect(firstPepState(first({ spellStartedOn: '2028-12-29' }), 10, isoDate('2028-12-29'))).toBeNull()
  })
})
