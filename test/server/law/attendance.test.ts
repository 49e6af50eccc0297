import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import {
  canStillMiss,
  greatestRun,
  isNearPersistent,
  isPersistent,
  isSevere,
  isSmallBase,
  percentToOneDecimal,
} from '../../../server/law/attendance.ts'

describe('a share in percent', () => {
  it('is rounded half up to one decimal from the exact fraction', () => {
    expect(percentToOneDecimal(14, 224)).toBe(6.3)
    expect(percentToOneDecimal(1, 2000)).toBe(0.1)
    expect(percentToOneDecimal(1, 2001)).toBe(0)
    expect(percentToOneDecimal(3, 2000)).toBe(0.2)
    expect(percentToOneDecimal(201, 2000)).toBe(10.1)
    expect(percentToOneDecimal(27, 233)).toBe(11.6)
    expect(percentToOneDecimal(0, 7)).toBe(0)
    expect(percentToOneDecimal(7, 7)).toBe(100)
  })

  it('of nothing is none', () => {
    expect(percentToOneDecimal(0, 0)).toBeNull()
  })

  it('is never further than half a tenth from the truth', () => {
    fc.assert(
      fc.property(fc.nat(3_800_000), fc.integer({ min: 1, max: 3_800_000 }), (part, whole) => {
        const tenths = BigInt(Math.round((percentToOneDecimal(part, whole) ?? NaN) * 10))
        const distance = 2000n * BigInt(part) - 2n * tenths * BigInt(whole)
        expect(distance >= -BigInt(whole) && distance < BigInt(whole)).toBe(true)
      }),
    )
  })
})

describe('persistent and severe absence', () => {
  it('begin at exactly a tenth and exactly a half, whatever is shown', () => {
    expect(isPersistent(21, 211)).toBe(false)
    expect(percentToOneDecimal(21, 211)).toBe(10)
    expect(isPersistent(21, 210)).toBe(true)
    expect(isPersistent(22, 219)).toBe(true)
    expect(percentToOneDecimal(22, 219)).toBe(10)
    expect(isSevere(104, 209)).toBe(false)
    expect(isSevere(104, 208)).toBe(true)
    expect(isSevere(105, 208)).toBe(true)
  })

  it('are of 38 and 190 sessions in a year of 380', () => {
    expect(isPersistent(37, 380)).toBe(false)
    expect(isPersistent(38, 380)).toBe(true)
    expect(isSevere(189, 380)).toBe(false)
    expect(isSevere(190, 380)).toBe(true)
  })

  it('are none without a possible session', () => {
    expect(isPersistent(0, 0)).toBe(false)
    expect(isSevere(0, 0)).toBe(false)
    expect(isNearPersistent(0, 0)).toBe(false)
  })

  it('are warned of at 8 %, or at what the school set', () => {
    expect(isNearPersistent(7, 100)).toBe(false)
    expect(isNearPersistent(8, 100)).toBe(true)
    expect(isNearPersistent(5, 100, 5)).toBe(true)
    expect(isNearPersistent(4, 100, 5)).toBe(false)
  })

  it('say little of fewer than 20 possible sessions', () => {
    expect(isSmallBase(19)).toBe(true)
    expect(isSmallBase(20)).toBe(false)
    expect(isSmallBase(9, 10)).toBe(true)
  })
})

describe('sessions that can still be missed', () => {
  it('leave the child one short of a tenth of the year', () => {
    expect(canStillMiss(233, 27, 146)).toBe(10)
    expect(canStillMiss(234, 0, 146)).toBe(37)
    expect(canStillMiss(0, 0, 380)).toBe(37)
    expect(canStillMiss(0, 0, 381)).toBe(38)
  })

  it('are never fewer than none nor more than there are', () => {
    expect(canStillMiss(234, 38, 146)).toBe(0)
    expect(canStillMiss(380, 10, 0)).toBe(0)
    expect(canStillMiss(370, 0, 10)).toBe(10)
    expect(canStillMiss(0, 0, 0)).toBe(0)
  })

  it('are the most with which the year ends below the line', () => {
    const counts = fc.tuple(fc.nat(400), fc.nat(400), fc.nat(400), fc.integer({ min: 0, max: 400 }))
    fc.assert(
      fc.property(counts, ([possible, absentOf, remaining]) => {
        const absent = Math.min(absentOf, possible)
        let most = 0
        for (let missed = 1; missed <= remaining; missed += 1)
          if (10 * (absent + missed) < possible + remaining) most = missed
        expect(canStillMiss(possible, absent, remaining, isoDate('2026-03-13'))).toBe(most)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the worst ten weeks', () => {
  it('are the greatest sum of ten weeks in a row', () => {
    expect(greatestRun([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 10)).toBe(10)
    expect(greatestRun([5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5], 10)).toBe(5)
    expect(greatestRun([5, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0], 10)).toBe(10)
    expect(greatestRun([3, 4], 10)).toBe(7)
    expect(greatestRun([], 10)).toBe(0)
    expect(greatestRun([9, 1, 2], 1)).toBe(9)
  })
})
