import { describe, expect, it } from 'vitest'
import { isoDate, localMinute } from '../../../server/calendar/iso-date.ts'
import {
  capital,
  count,
  countWords,
  dateWords,
  dayWords,
  halfDayFigure,
  lineWords,
  list,
  minuteWords,
  ordinal,
  percentWords,
  schoolDayWords,
} from '../../../server/engine/words.ts'

describe('words of days', () => {
  it('write a day with its weekday, and no year within the academic year', () => {
    expect(dayWords(isoDate('2026-03-27'))).toBe('Fri 27 March')
    expect(dayWords(isoDate('2025-09-01'), isoDate('2026-08-31'))).toBe('Mon 1 September')
    expect(dateWords(isoDate('2026-04-05'), isoDate('2026-03-13'))).toBe('5 April')
  })

  it('add the year when the day lies in another academic year', () => {
    expect(dayWords(isoDate('2025-08-31'), isoDate('2025-09-01'))).toBe('Sun 31 August 2025')
    expect(dateWords(isoDate('2023-02-01'), isoDate('2026-03-13'))).toBe('1 February 2023')
  })

  it('write a local minute as day and time', () => {
    expect(minuteWords(localMinute('2026-01-20T13:40'))).toBe('Tue 20 January at 13:40')
    expect(minuteWords(localMinute('2025-06-20T08:05'), isoDate('2026-01-20'))).toBe(
      'Fri 20 June 2025 at 08:05',
    )
  })
})

describe('words of counts', () => {
  it('read well for none, one and many', () => {
    expect([0, 1, 2, 22].map((n) => count(n, 'session'))).toEqual([
      'no sessions',
      '1 session',
      '2 sessions',
      '22 sessions',
    ])
    expect(count(2, 'day in care', 'days in care')).toBe('2 days in care')
  })

  it('put small numbers of things in words up to ten', () => {
    expect([0, 1, 3, 10, 11].map((n) => countWords(n, 'PEP'))).toEqual([
      'no PEPs',
      'one PEP',
      'three PEPs',
      'ten PEPs',
      '11 PEPs',
    ])
  })

  it('say which of several', () => {
    expect([1, 2, 3, 10, 11].map(ordinal)).toEqual(['first', 'second', 'third', 'tenth', '11th'])
    expect([12, 13, 21, 22, 23, 101].map(ordinal)).toEqual(['12th', '13th', '21st', '22nd', '23rd', '101st'])
  })

  it('write half days as school days', () => {
    expect([0, 1, 2, 3, 11, 12].map(halfDayFigure)).toEqual(['0', '0.5', '1', '1.5', '5.5', '6'])
    expect([0, 1, 2, 3, 11].map(schoolDayWords)).toEqual([
      'no school days',
      'half a school day',
      '1 school day',
      '1.5 school days',
      '5.5 school days',
    ])
  })

  it('join a list as English does', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => list(items))).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ])
    expect(list(['N', 'O'], 'or')).toBe('N or O')
    expect(capital('no sessions')).toBe('No sessions')
  })
})

describe('words of rates', () => {
  it('round half up from the exact fraction, with a no-break space', () => {
    expect(percentWords(14, 224)).toBe('6.3\u00a0%')
    expect(percentWords(0, 20)).toBe('0.0\u00a0%')
    expect(percentWords(20, 20)).toBe('100.0\u00a0%')
    expect(percentWords(23, 231)).toBe('10.0\u00a0%')
    expect(percentWords(1, 2000)).toBe('0.1\u00a0%')
    expect(lineWords(10)).toBe('10\u00a0%')
  })
})
