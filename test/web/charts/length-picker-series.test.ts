import { describe, expect, it } from 'vitest'
import {
  longer,
  ofKind,
  pickerDays,
  pickerWeeks,
  tapped,
  type Picked,
} from '../../../web/charts/length-picker-series.ts'

/** Two weeks of March with the Friday of the first away. */
const days = [
  '2026-03-16',
  '2026-03-17',
  '2026-03-18',
  '2026-03-19',
  '2026-03-23',
  '2026-03-24',
  '2026-03-25',
  '2026-03-26',
  '2026-03-27',
]
const nothing: Picked = { kind: null, startedOn: null, startSession: null, halfDays: null }
const chosen = (picked: Picked) =>
  pickerDays(picked, days).flatMap(({ on, morning, afternoon, nth }) =>
    nth === null ? [] : [`${on.slice(8)} ${morning ? 'AM' : ''}${afternoon ? 'PM' : ''} ${nth}`],
  )

describe('the length of a suspension, picked on school days', () => {
  it('begins where the first half day is tapped, and ends where the last is', () => {
    const first = tapped(nothing, days, '2026-03-17', 'PM')
    expect(first).toEqual({ kind: 'suspension', startedOn: '2026-03-17', startSession: 'PM', halfDays: 1 })
    const last = tapped(first, days, '2026-03-19', 'AM')
    expect(last.halfDays).toBe(4)
    expect(chosen(last)).toEqual(['17 PM 1', '18 AMPM 2', '19 AM 3'])
  })

  it('counts school days alone: a day away is no day of it', () => {
    const week = tapped(tapped(nothing, days, '2026-03-19', 'AM'), days, '2026-03-23', 'PM')
    expect(week.halfDays).toBe(4)
    expect(chosen(week)).toEqual(['19 AMPM 1', '23 AMPM 2'])
  })

  it('begins earlier when an earlier half day is tapped, and keeps its end', () => {
    const picked = tapped(tapped(nothing, days, '2026-03-18', 'AM'), days, '2026-03-18', 'PM')
    expect(chosen(tapped(picked, days, '2026-03-17', 'PM'))).toEqual(['17 PM 1', '18 AMPM 2'])
  })

  it('begins anew when its first half day is tapped, and is taken away when it is tapped again', () => {
    const picked = tapped(tapped(nothing, days, '2026-03-16', 'AM'), days, '2026-03-17', 'PM')
    const anew = tapped(picked, days, '2026-03-16', 'AM')
    expect(anew.halfDays).toBe(1)
    expect(tapped(anew, days, '2026-03-16', 'AM')).toEqual({ ...nothing, kind: 'suspension' })
  })

  it('grows and shrinks by half a day, from the first school day on, down to nothing', () => {
    const first = { on: '2026-03-16', session: 'AM' } as const
    const half = longer(nothing, first, 1)
    expect(half).toEqual({ kind: 'suspension', startedOn: '2026-03-16', startSession: 'AM', halfDays: 1 })
    expect(longer(half, first, 1).halfDays).toBe(2)
    expect(longer(half, first, -1).halfDays).toBeNull()
  })

  it('begins in the afternoon once the morning is over, and nowhere where no school day is known', () => {
    const afternoon = { on: '2026-03-16', session: 'PM' } as const
    expect(longer(nothing, afternoon, 1)).toMatchObject({ startedOn: '2026-03-16', startSession: 'PM' })
    const later = { ...nothing, startedOn: '2026-03-18', startSession: 'AM' as const, halfDays: 1 }
    expect(longer(later, afternoon, 1)).toMatchObject({ startedOn: '2026-03-18', startSession: 'AM' })
    expect(longer({ ...nothing, kind: 'lunchtime' }, afternoon, 1).startSession).toBeNull()
    expect(longer(nothing, null, 1)).toEqual(nothing)
  })

  it('counts lunchtimes by the day, each one', () => {
    const first = tapped({ ...nothing, kind: 'lunchtime' }, days, '2026-03-19', 'AM')
    const picked = tapped(first, days, '2026-03-23', 'AM')
    expect(picked).toEqual({ kind: 'lunchtime', startedOn: '2026-03-19', startSession: null, halfDays: 2 })
    expect(chosen(picked)).toEqual(['19 AMPM 1', '23 AMPM 2'])
  })

  it('has a first half day and no length for a permanent exclusion', () => {
    const picked = ofKind(tapped(nothing, days, '2026-03-17', 'PM'), 'permanent')
    expect(picked).toEqual({ kind: 'permanent', startedOn: '2026-03-17', startSession: 'PM', halfDays: null })
    expect(chosen(tapped(picked, days, '2026-03-18', 'AM'))).toEqual(['18 AM 1'])
  })

  it('never turns days into as many lunchtimes', () => {
    const picked = tapped(tapped(nothing, days, '2026-03-16', 'AM'), days, '2026-03-18', 'PM')
    expect(ofKind(picked, 'lunchtime')).toMatchObject({ kind: 'lunchtime', halfDays: 1 })
  })

  it('stands in weeks from Monday to Friday, with a gap where there is no school', () => {
    const weeks = pickerWeeks(pickerDays(nothing, days))
    expect(weeks.map(({ days: week }) => week.map((day) => day?.on.slice(8) ?? '–').join(' '))).toEqual([
      '16 17 18 19 –',
      '23 24 25 26 27',
    ])
  })
})
