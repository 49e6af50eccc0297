import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { buildIdentityFacts } from '../../../server/facts/identity-facts.ts'
import { aChildRow } from '../../support/build/child-rows.ts'

const onRoll = (day: string, row = aChildRow({ admittedOn: '2026-01-12', leftOn: '2026-02-06' })) =>
  buildIdentityFacts(row, isoDate(day)).onRoll

describe('a child on roll', () => {
  it('is on roll from the day of admission', () => {
    expect(['2026-01-11', '2026-01-12'].map((day) => onRoll(day))).toEqual([false, true])
  })

  it('is on roll up to and on the last day', () => {
    expect(['2026-02-05', '2026-02-06', '2026-02-07'].map((day) => onRoll(day))).toEqual([true, true, false])
  })

  it('stays on roll while no last day is known', () => {
    expect(onRoll('2030-01-01', aChildRow())).toBe(true)
  })
})

describe('a child’s age', () => {
  it('changes on the birthday', () => {
    const age = (day: string) =>
      buildIdentityFacts(aChildRow({ dateOfBirth: '2012-03-13' }), isoDate(day)).age
    expect(['2026-03-12', '2026-03-13'].map(age)).toEqual([13, 14])
  })
})

describe('a row that holds no day', () => {
  it('is refused rather than guessed at', () => {
    expect(() => buildIdentityFacts(aChildRow({ admittedOn: '13/03/2026' }), isoDate('2026-03-13'))).toThrow(
      'Not a day',
    )
  })
})
