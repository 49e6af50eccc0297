import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import {
  cohortsOn,
  hasSocialWorker,
  isActive,
  isEver6,
  lookedAfterSpells,
  type CareRow,
} from '../../../server/law/cohorts.ts'

const row = (status: CareRow['status'], startedOn: string, endedOn: string | null = null): CareRow => ({
  status,
  startedOn: isoDate(startedOn),
  endedOn: endedOn === null ? null : isoDate(endedOn),
})
const day = isoDate('2026-03-13')
const groups = (...rows: CareRow[]) =>
  Object.entries(cohortsOn(rows, day))
    .filter(([, member]) => member)
    .map(([group]) => group)

describe('a care status', () => {
  it('holds from its first to its last day', () => {
    const plan = row('cin-plan', '2026-03-10', '2026-03-13')
    expect(isActive(plan, isoDate('2026-03-09'))).toBe(false)
    expect(isActive(plan, isoDate('2026-03-10'))).toBe(true)
    expect(isActive(plan, isoDate('2026-03-13'))).toBe(true)
    expect(isActive(plan, isoDate('2026-03-14'))).toBe(false)
    expect(isActive(row('cla', '2026-03-13'), isoDate('2030-01-01'))).toBe(true)
  })
})

describe('the groups of a child', () => {
  it('follow from each status alone', () => {
    expect(groups(row('cla', '2026-01-01'))).toEqual(['cla', 'ever6'])
    expect(groups(row('previously-cla', '2015-01-01'))).toEqual(['previouslyCla'])
    expect(groups(row('cin-plan', '2026-01-01'))).toEqual(['cin', 'ever6'])
    expect(groups(row('cp-plan', '2026-01-01'))).toEqual(['cp', 'ever6'])
    expect(groups(row('kinship', '2026-01-01'))).toEqual(['kinship'])
    expect(groups()).toEqual([])
  })

  it('do not exclude each other', () => {
    expect(groups(row('cla', '2026-01-01'), row('cp-plan', '2026-02-01'))).toEqual(['cla', 'cp', 'ever6'])
  })

  it('do not include previously looked after merely because care ended', () => {
    expect(groups(row('cla', '2025-01-01', '2026-03-12'))).toEqual(['ever6'])
  })

  it('end the day after the last day', () => {
    expect(groups(row('cin-plan', '2025-01-01', '2026-03-13'))).toEqual(['cin', 'ever6'])
    expect(groups(row('cin-plan', '2025-01-01', '2026-03-12'))).toEqual(['ever6'])
    expect(groups(row('cla', '2026-03-14'))).toEqual([])
  })
})

describe('a social worker', () => {
  it('is there for a looked-after child and on a plan, and for nobody else', () => {
    const has = (status: CareRow['status']) => hasSocialWorker(cohortsOn([row(status, '2026-01-01')], day))
    expect((['cla', 'cin-plan', 'cp-plan'] as const).map(has)).toEqual([true, true, true])
    expect((['previously-cla', 'kinship'] as const).map(has)).toEqual([false, false])
    expect(hasSocialWorker(cohortsOn([row('cla', '2025-01-01', '2026-03-12')], day))).toBe(false)
  })
})

describe('a social worker within six years', () => {
  it('counts to the same day six years ago', () => {
    expect(isEver6([row('cin-plan', '2019-01-01', '2020-03-12')], day)).toBe(false)
    expect(isEver6([row('cin-plan', '2019-01-01', '2020-03-13')], day)).toBe(true)
    expect(isEver6([row('cin-plan', '2019-01-01', '2020-03-14')], day)).toBe(true)
  })

  it('counts from 28 February on 29 February', () => {
    const on = isoDate('2028-02-29')
    expect(isEver6([row('cla', '2019-01-01', '2022-02-27')], on)).toBe(false)
    expect(isEver6([row('cla', '2019-01-01', '2022-02-28')], on)).toBe(true)
  })

  it('is not that of an order or of kinship care, nor one that is still to come', () => {
    expect(isEver6([row('previously-cla', '2025-01-01'), row('kinship', '2025-01-01')], day)).toBe(false)
    expect(isEver6([row('cp-plan', '2026-03-14')], day)).toBe(false)
    expect(isEver6([row('cp-plan', '2026-03-13')], day)).toBe(true)
  })
})

describe('spells of being looked after', () => {
  const spells = (...rows: CareRow[]) =>
    lookedAfterSpells(rows, day).map(({ startedOn, endedOn }) => `${startedOn} to ${endedOn ?? 'now'}`)

  it('are one where rows touch, and two a day apart', () => {
    const first = row('cla', '2025-01-01', '2025-06-30')
    expect(spells(row('cla', '2025-07-01'), first)).toEqual(['2025-01-01 to now'])
    expect(spells(first, row('cla', '2025-07-02'))).toEqual(['2025-01-01 to 2025-06-30', '2025-07-02 to now'])
  })

  it('are one where rows overlap or lie inside each other', () => {
    expect(
      spells(
        row('cla', '2025-01-01', '2025-12-31'),
        row('cla', '2025-02-01', '2025-03-01'),
        row('cla', '2025-12-01', '2026-01-31'),
      ),
    ).toEqual(['2025-01-01 to 2026-01-31'])
    expect(spells(row('cla', '2025-01-01'), row('cla', '2025-02-01', '2025-03-01'))).toEqual([
      '2025-01-01 to now',
    ])
  })

  it('begin on the first day itself', () => {
    expect(spells(row('cla', '2026-03-13'))).toEqual(['2026-03-13 to now'])
  })

  it('are not of other statuses, nor of rows to come, nor of rows that end before they begin', () => {
    expect(
      spells(row('cin-plan', '2025-01-01'), row('cla', '2026-03-14'), row('cla', '2025-05-01', '2025-04-01')),
    ).toEqual([])
  })
})
