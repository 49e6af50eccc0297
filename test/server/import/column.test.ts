import { describe, expect, it } from 'vitest'
import {
  day,
  halfDays,
  listOf,
  minute,
  oneOf,
  text,
  trimmed,
  upn,
  yearGroup,
  yesNo,
  type CellReader,
} from '../../../server/import/column.ts'
import { Refusal } from '../../../server/import/read-problem.ts'
import { anUpn } from '../../support/upn.ts'

/** What a reader makes of a cell: the value, or the code of its refusal. */
const of =
  <T>(reader: CellReader<T>, dates: 'yyyy-mm-dd' | 'dd/mm/yyyy' = 'yyyy-mm-dd') =>
  (cell: string) => {
    const value = reader.read(cell, dates)
    return value instanceof Refusal ? { refused: value.code } : value
  }
const refused = (code: string) => ({ refused: code })

describe('a day', () => {
  it('is read in the format of its file only', () => {
    expect(of(day)('2026-03-13')).toBe('2026-03-13')
    expect(of(day, 'dd/mm/yyyy')('13/03/2026')).toBe('2026-03-13')
    expect(of(day, 'dd/mm/yyyy')('1.9.2025')).toBe('2025-09-01')
    expect(of(day, 'dd/mm/yyyy')('03/04/2025')).toBe('2025-04-03')
    expect(of(day)('13/03/2026')).toEqual(refused('other-date-format'))
    expect(of(day, 'dd/mm/yyyy')('2026-03-13')).toEqual(refused('other-date-format'))
  })

  it('that does not exist is refused', () => {
    for (const cell of ['31/02/2026', '29/02/2025', '00/01/2026', '32/01/2026']) {
      expect([cell, of(day, 'dd/mm/yyyy')(cell)]).toEqual([cell, refused('impossible-day')])
    }
    for (const cell of ['2026-02-30', '2026-13-01', '2026-3-1', '2026-00-10']) {
      expect([cell, of(day)(cell)]).toEqual([cell, refused('impossible-day')])
    }
    expect(of(day, 'dd/mm/yyyy')('29/02/2024')).toBe('2024-02-29')
  })

  it('with two digits of the year, in month-first order, or as a spreadsheet’s number is refused', () => {
    expect(of(day, 'dd/mm/yyyy')('03/04/05')).toEqual(refused('two-digit-year'))
    expect(of(day, 'dd/mm/yyyy')('03/25/2026')).toEqual(refused('month-first'))
    expect(of(day)('45987')).toEqual(refused('spreadsheet-day'))
    expect(of(day)('next week')).toEqual(refused('no-day'))
    expect(of(day)('2026-03-13Z')).toEqual(refused('no-day'))
  })

  it('may have midnight after it, and no other time', () => {
    expect(of(day, 'dd/mm/yyyy')('13/03/2026 00:00:00')).toBe('2026-03-13')
    expect(of(day)('2026-03-13T00:00')).toBe('2026-03-13')
    expect(of(day)('2026-03-13 09:00')).toEqual(refused('no-day'))
  })
})

describe('a local time', () => {
  it('is read to the minute with T or a space, in the format of its file', () => {
    expect(of(minute)('2026-03-13T14:40')).toBe('2026-03-13T14:40')
    expect(of(minute)('2026-03-13 14:40:59')).toBe('2026-03-13T14:40')
    expect(of(minute, 'dd/mm/yyyy')('13/03/2026 08:05')).toBe('2026-03-13T08:05')
  })

  it('with a time zone is refused', () => {
    for (const zone of ['Z', '+01:00', ' +0100', '-05', ' BST', ' UTC']) {
      expect([zone, of(minute)(`2026-03-13T14:40${zone}`)]).toEqual([zone, refused('time-zone')])
    }
  })

  it('without a time, with an impossible one or on an impossible day is refused', () => {
    expect(of(minute)('2026-03-13')).toEqual(refused('no-time'))
    expect(of(minute)('2026-03-13T24:00')).toEqual(refused('no-time'))
    expect(of(minute)('2026-03-13T2:05 PM')).toEqual(refused('no-time'))
    expect(of(minute)('2026-02-30T10:00')).toEqual(refused('impossible-day'))
  })
})

describe('a unique pupil number', () => {
  const right = anUpn(7)

  it('is read in small letters and with spaces', () => {
    const spaced = `${right.slice(0, 4)} ${right.slice(4, 8)}\u00A0${right.slice(8)}`.toLowerCase()
    expect(of(upn)(spaced)).toBe(right)
  })

  it('is refused with the reason', () => {
    expect(of(upn)(right.slice(0, 12))).toEqual(refused('upn-length'))
    expect(of(upn)(`${right}1`)).toEqual(refused('upn-length'))
    expect(of(upn)('1.23E+12')).toEqual(refused('upn-as-number'))
    expect(of(upn)(`I${right.slice(1)}`)).toEqual(refused('upn-form'))
    expect(of(upn)(`${right[0] === 'A' ? 'B' : 'A'}${right.slice(1)}`)).toEqual(refused('upn-check-letter'))
  })
})

describe('text', () => {
  it('is kept to the letter, odd names, markup and formulas included', () => {
    for (const name of [
      "O'Neill",
      'Ngũgĩ',
      '李',
      'Zoë-Anaïs',
      'Null',
      'True',
      'undefined',
      'X',
      "'t Hooft",
      'x'.repeat(120),
      '<script>alert(1)</script>',
      '=HYPERLINK("http://x.example")',
      '+44 7700 900123',
      '-5',
      '@x',
      '＝1+1',
      '\t=1',
      'Ãrvore',
      'Ängelholm “Å”',
    ]) {
      expect(of(text(120))(name)).toBe(name)
    }
  })

  it('longer than its column is refused, not cut', () => {
    expect(of(text(120))('x'.repeat(121))).toEqual(refused('too-long'))
  })

  it('whose letters were lost on the way is refused, not stored', () => {
    for (const lost of ['JosÃ©', 'Åukasz Å‚', 'SiÃ¢n', 'Oâ€™Neill', 'Jos\uFFFD', 'Â£5', 'Â\u00A0x']) {
      expect([lost, of(text())(lost)]).toEqual([lost, refused('garbled-text')])
    }
  })

  it('loses what our own export put before it for the spreadsheet’s sake', () => {
    expect(of(text())("'=1+1")).toBe('=1+1')
    expect(of(text())("'+44 7700 900123")).toBe('+44 7700 900123')
  })

  it('loses spaces and no-break spaces around it, and no others', () => {
    expect(trimmed(' \u00A0 van der  Berg\u00A0')).toBe('van der  Berg')
    expect(trimmed('\tx')).toBe('\tx')
    expect(trimmed('  ')).toBe('')
  })
})

describe('short answers', () => {
  it('a year group is N, R or 1 to 14, in the spellings of school systems', () => {
    const read = of(yearGroup)
    expect(['N', 'n1', 'Nursery'].map(read)).toEqual(['N', 'N', 'N'])
    expect(['R', 'Reception', 'YR', 'Year R'].map(read)).toEqual(['R', 'R', 'R', 'R'])
    expect(['1', '07', 'Year 7', 'Y10', '14', 'yr 3'].map(read)).toEqual(['1', '7', '7', '10', '14', '3'])
    for (const cell of ['0', '15', '-1', '7A', 'Y', 'K']) expect(read(cell)).toEqual(refused('year-group'))
  })

  it('school days come in halves', () => {
    const read = of(halfDays)
    expect(['0.5', '1', '3.0', '2.50', '45'].map(read)).toEqual([1, 2, 6, 5, 90])
    for (const cell of ['0', '0.25', '-1', '2,5', '95%', 'n/a', '1e3', '196']) {
      expect([cell, read(cell)]).toEqual([cell, refused('half-days')])
    }
  })

  it('yes and no are told apart, and nothing else is either', () => {
    expect(['yes', 'Y', 'TRUE', '1'].map(of(yesNo))).toEqual([true, true, true, true])
    expect(['no', 'N', 'false', '0'].map(of(yesNo))).toEqual([false, false, false, false])
    expect(of(yesNo)('maybe')).toEqual(refused('yes-no'))
  })

  it('one of a list is found in other spelling; a refusal names the list', () => {
    const status = oneOf(['cla', 'cin-plan'], new Map([['looked-after', 'cla']]))
    expect(['CLA', 'CIN plan', 'cin_plan', 'Looked after'].map(of(status))).toEqual([
      'cla',
      'cin-plan',
      'cin-plan',
      'cla',
    ])
    const refusal = status.read('lac', 'yyyy-mm-dd')
    expect(refusal instanceof Refusal && refusal.message).toContain('cla, cin-plan')
  })

  it('a list holds each thing once and no more than allowed', () => {
    const list = of(listOf(oneOf(['a', 'b', 'c', 'd']), 3))
    expect(list('a; c ;;B')).toEqual(['a', 'c', 'b'])
    expect(list('a;b;c;d')).toEqual(refused('too-many'))
    expect(list('a;A')).toEqual(refused('twice'))
    expect(list('a;x')).toEqual(refused('not-in-list'))
  })
})
