import { describe, expect, it } from 'vitest'
import { minutesBetween } from '../../../server/access/instants.ts'
import { englishTime, hoursBefore } from '../../../server/calendar/english-time.ts'
import { localMinute } from '../../../server/calendar/iso-date.ts'

const at = (instant: string) => {
  const { on, time } = englishTime(`${instant}:00.000Z`)
  return `${on}T${time}`
}

describe('the nights on which clocks change', () => {
  it('England goes from 00:59 to 02:00 on the last Sunday of March', () => {
    expect(['2026-03-29T00:59', '2026-03-29T01:00'].map(at)).toEqual(['2026-03-29T00:59', '2026-03-29T02:00'])
    expect(at('2026-03-29T23:00')).toBe('2026-03-30T00:00')
  })

  it('and from 01:59 to 01:00 on the last Sunday of October', () => {
    const instants = ['2026-10-25T00:59', '2026-10-25T01:00', '2026-10-25T02:00']
    expect(instants.map(at)).toEqual(['2026-10-25T01:59', '2026-10-25T01:00', '2026-10-25T02:00'])
    expect(['2026-10-24T22:59', '2026-10-24T23:00', '2026-10-25T23:59'].map(at)).toEqual([
      '2026-10-24T23:59',
      '2026-10-25T00:00',
      '2026-10-25T23:59',
    ])
  })

  it('from a flag to its answer it is minutes that pass', () => {
    expect(minutesBetween('2026-03-29T00:45:00.000Z', '2026-03-29T01:15:00.000Z')).toBe(30)
    expect(minutesBetween('2026-10-25T00:45:00.000Z', '2026-10-25T01:15:00.000Z')).toBe(30)
  })
})

describe('so many hours before a minute', () => {
  const before = (minute: string, hours = 48) => hoursBefore(localMinute(minute), hours)

  it('are the same time of day where no clock changes between', () => {
    for (const minute of ['2026-01-21T09:30', '2026-06-12T09:30', '2026-03-31T09:00', '2026-10-27T09:00'])
      expect(before(minute).slice(11)).toBe(minute.slice(11))
    expect(before('2026-03-02T00:15')).toBe('2026-02-28T00:15')
  })

  it('begin an hour sooner on the clock over the night in March, and an hour later over that in October', () => {
    expect(before('2026-03-30T09:00')).toBe('2026-03-28T08:00')
    expect(before('2026-03-29T02:00', 1)).toBe('2026-03-29T00:00')
    expect(before('2026-10-26T09:00')).toBe('2026-10-24T10:00')
    expect(before('2026-10-25T02:00', 1)).toBe('2026-10-25T01:00')
  })

  it('of the hour that October has twice, mean the first', () => {
    expect(before('2026-10-25T01:30', 1)).toBe('2026-10-25T00:30')
  })
})
