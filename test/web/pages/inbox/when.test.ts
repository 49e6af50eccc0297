import { describe, expect, it } from 'vitest'
import { lengthInWords, minutesBetween, whenWords } from '../../../../web/pages/inbox/when.ts'

const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null

describe('how long somebody waits', () => {
  it.each([
    [0, null],
    [1, '1 minute'],
    [59, '59 minutes'],
    [60, '1 hour'],
    [61, '1 hour 1 minute'],
    [140, '2 hours 20 minutes'],
    [1439, '23 hours 59 minutes'],
    [1440, '1 day'],
    [2900, '2 days'],
  ])('%i minutes are said as %s', (minutes, words) => {
    expect(plain(lengthInWords(minutes))).toBe(words)
  })

  it('is counted in whole minutes, and is nothing where clocks disagree', () => {
    expect(minutesBetween('2026-03-13T07:12:30.000Z', '2026-03-13T07:52:29.000Z')).toBe(39)
    expect(minutesBetween('2026-03-13T07:12:30.000Z', '2026-03-13T07:52:30.000Z')).toBe(40)
    expect(minutesBetween('2026-03-13T08:00:00.000Z', '2026-03-13T07:52:30.000Z')).toBe(0)
  })
})

describe('when something was', () => {
  it.each([
    ['2026-03-13T13:12', 'at 13:12'],
    ['2026-03-12T23:59', 'yesterday at 23:59'],
    ['2026-03-11T14:20', 'on Wed 11 March at 14:20'],
  ])('%s is said as %s on 13 March', (minute, words) => {
    expect(plain(whenWords(minute, '2026-03-13T15:00'))).toBe(words)
  })
})
