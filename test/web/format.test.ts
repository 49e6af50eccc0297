import { describe, expect, it } from 'vitest'
import {
  actDay,
  careWord,
  count,
  countInWords,
  dayWithYear,
  distance,
  figure,
  forceWord,
  fullDay,
  halfDays,
  halfDaysInWords,
  initials,
  list,
  longDay,
  ownerWord,
  percent,
  rate,
  sentence,
  shortDay,
  statusWord,
  termPlace,
  timeOf,
  unbroken,
  yearGroupWord,
} from '../../web/format.ts'

/** With ordinary spaces, so that the expectation can be read. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('days', () => {
  it('names the weekday where somebody must act', () => {
    expect(plain(actDay('2026-03-13'))).toBe('Fri 13 March')
    expect(plain(longDay('2026-03-20'))).toBe('Friday 20 March')
    expect(plain(fullDay('2026-03-13'))).toBe('Fri 13 March 2026')
  })

  it('is short in cells, with no zero before the day', () => {
    expect(plain(shortDay('2025-10-08'))).toBe('8 Oct')
    expect(plain(shortDay('2025-09-30'))).toBe('30 Sept')
  })

  it('says the year only of a day outside the academic year', () => {
    expect(plain(dayWithYear('2025-12-15', '2026-03-13'))).toBe('15 December')
    expect(plain(dayWithYear('2025-08-31', '2026-03-13'))).toBe('31 August 2025')
    expect(plain(dayWithYear('2020-08-20', '2026-03-13'))).toBe('20 August 2020')
  })

  it('never lets a day break over two lines', () => {
    expect(fullDay('2026-03-13')).not.toContain(' ')
  })

  it('reads the time of a local minute', () => {
    expect(timeOf('2026-03-13T07:52')).toBe('07:52')
  })
})

describe('distances', () => {
  it('counts school days ahead, today, and late', () => {
    expect(plain(distance(3))).toBe('In 3 school days')
    expect(plain(distance(1))).toBe('In 1 school day')
    expect(distance(0)).toBe('Today')
    expect(plain(distance(-1))).toBe('1 school day late')
  })

  it('counts working days where the duty does', () => {
    expect(plain(distance(-5, 'working'))).toBe('5 working days late')
  })
})

describe('numbers', () => {
  it('keeps halves of a day and shows no other decimals', () => {
    expect(halfDays(31)).toBe('15.5')
    expect(halfDays(30)).toBe('15')
    expect(halfDays(0)).toBe('0')
  })

  it('says lengths in words', () => {
    expect(halfDaysInWords(1)).toBe('half a day')
    expect(plain(halfDaysInWords(2))).toBe('1 day')
    expect(plain(halfDaysInWords(3))).toBe('1.5 days')
    expect(plain(halfDaysInWords(12))).toBe('6 days')
  })

  it('rounds a rate half up from the exact fraction', () => {
    expect(rate(59, 233)).toBe('25.3\u00a0%')
    expect(rate(1, 800)).toBe('0.1\u00a0%')
    expect(rate(1, 2000)).toBe('0.1\u00a0%')
    expect(rate(1, 2001)).toBe('0.0\u00a0%')
    expect(rate(23, 230)).toBe('10.0\u00a0%')
    expect(rate(233, 233)).toBe('100.0\u00a0%')
  })

  it('keeps the sign with its number', () => {
    expect(percent(10)).toBe('10.0\u00a0%')
  })

  it('groups thousands', () => {
    expect(figure(999)).toBe('999')
    expect(figure(1902)).toBe('1,902')
    expect(figure(1234567)).toBe('1,234,567')
  })

  it('writes small numbers as words in sentences and as figures beside a unit', () => {
    expect(plain(countInWords(8, 'child', 'children'))).toBe('eight children')
    expect(plain(countInWords(1, 'child', 'children'))).toBe('one child')
    expect(plain(countInWords(0, 'child', 'children'))).toBe('no children')
    expect(plain(countInWords(11, 'mark'))).toBe('11 marks')
    expect(plain(count(33, 'child', 'children'))).toBe('33 children')
  })
})

describe('words', () => {
  it('joins one, two and three', () => {
    expect(list([])).toBe('')
    expect(list(['Ann'])).toBe('Ann')
    expect(list(['Ann', 'Ben'])).toBe('Ann and Ben')
    expect(list(['Ann', 'Ben', 'Cy'])).toBe('Ann, Ben and Cy')
  })

  it('keeps each day of a sentence on one line, and nothing else', () => {
    expect(
      unbroken('Fewer than 5 may meet by Tue 2 February 2027; told on 13 March, 15 school days later.'),
    ).toBe(
      'Fewer than 5 may meet by Tue\u00a02\u00a0February\u00a02027; told on 13\u00a0March, 15 school days later.',
    )
  })

  it('begins a sentence with a capital', () => {
    expect(sentence('eight spring PEPs')).toBe('Eight spring PEPs')
    expect(sentence('')).toBe('')
  })

  it('takes initials of any alphabet, of one name and of many', () => {
    expect(initials('Chidi Taylor')).toBe('CT')
    expect(initials('Łucja X')).toBe('ŁX')
    expect(initials('İlayda Çelik')).toBe('İÇ')
    expect(initials('Maximilian-Alexander Bartholomew Okonkwo-Adeyemi')).toBe('MO')
    expect(initials('Q')).toBe('Q')
    expect(initials('')).toBe('')
  })

  it('never calls unknown met', () => {
    expect(statusWord('no-data')).toBe('Not known')
    expect(statusWord('error')).toBe('Not worked out')
    expect(statusWord('not-applicable')).toBe('Not a duty')
  })

  it('puts stored words into plain ones and leaves unknown ones', () => {
    expect(careWord('cp-plan')).toBe('Child protection')
    expect(careWord('something-new')).toBe('something-new')
    expect(ownerWord('governing-board')).toBe('Governing board')
    expect(forceWord('advice')).toBe('is advised to')
    expect(yearGroupWord('R')).toBe('Reception')
    expect(plain(yearGroupWord('10'))).toBe('Year 10')
  })

  it('says where a day stands in its term', () => {
    expect(plain(termPlace({ season: 'spring', week: 10, weeks: 11, schoolDaysLeft: 10 }))).toBe(
      'Spring, week 10 of 11 · 10 school days left this term',
    )
    expect(plain(termPlace({ season: 'summer', week: 14, weeks: 14, schoolDaysLeft: 1 }))).toContain(
      '1 school day left',
    )
  })
})
