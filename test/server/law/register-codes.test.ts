import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import {
  CLASS_NUMBER,
  classOf,
  classTable,
  codeOn,
  NO_MARK,
  packMark,
  registerCodes,
  unpackMark,
  type MarkClass,
} from '../../../server/law/register-codes.ts'

const now = isoDate('2026-03-13')
const lastOldDay = isoDate('2024-08-18')
const firstNewDay = isoDate('2024-08-19')

const classes: Record<MarkClass, readonly string[]> = {
  PRES: ['/', '\\', 'L'],
  AEA: ['K', 'V', 'P', 'W', 'B'],
  AUTH: ['C', 'C1', 'C2', 'J1', 'M', 'S', 'T', 'R', 'I', 'E'],
  UNAUTH: ['G', 'N', 'O', 'U'],
  NP: ['D', 'X', 'Q', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7'],
  ADMIN: ['Z', '#'],
}

describe('register codes', () => {
  for (const [name, codes] of Object.entries(classes))
    it(`${codes.join(' ')} are ${name} today`, () => {
      for (const code of codes) expect(classOf(code, now), code).toBe(name)
    })

  it('are no others today', () => {
    const inUse = registerCodes.filter(({ code }) => codeOn(now, code) !== null).map(({ code }) => code)
    expect(inUse.toSorted()).toEqual(Object.values(classes).flat().toSorted())
  })

  it('keep the class of the day of the mark', () => {
    expect(classOf('J', lastOldDay)).toBe('AEA')
    expect(classOf('J', firstNewDay)).toBeNull()
    expect(classOf('J1', lastOldDay)).toBeNull()
    expect(classOf('J1', firstNewDay)).toBe('AUTH')
    expect(classOf('H', lastOldDay)).toBe('AUTH')
    expect(classOf('H', firstNewDay)).toBeNull()
    expect(classOf('Y', lastOldDay)).toBe('NP')
    expect(classOf('Y', firstNewDay)).toBeNull()
    expect(classOf('F', isoDate('2013-08-31'))).toBe('AUTH')
    expect(classOf('F', isoDate('2013-09-01'))).toBeNull()
    for (const code of ['K', 'Q', 'C1', 'C2', 'Y1', 'Y7']) {
      expect(codeOn(lastOldDay, code), code).toBeNull()
      expect(codeOn(firstNewDay, code)?.code, code).toBe(code)
    }
  })

  it('do not include what only looks like one', () => {
    for (const text of ['c', 'd', 'j', '1', 'y1', 'C3', 'Y8', 'A', '.', ' ', '//', 'present']) {
      expect(codeOn(now, text), text).toBeNull()
      expect(packMark(text), text).toBeNull()
    }
  })
})

describe('a stored mark', () => {
  it('is one printable character that stands for its code alone', () => {
    const packed = registerCodes.map(({ code }) => packMark(code) ?? '')
    for (const char of packed) expect(char).toMatch(/^[!-~]$/)
    expect(new Set([...packed, NO_MARK]).size).toBe(registerCodes.length + 1)
    for (const { code } of registerCodes) expect(unpackMark(packMark(code) ?? '')).toBe(code)
  })

  it('is a full stop where there is none', () => {
    expect(packMark('')).toBe('.')
    expect(packMark('-')).toBe('.')
    expect(unpackMark('.')).toBeNull()
    expect(unpackMark('?')).toBeNull()
    expect(classOf('.', now)).toBeNull()
  })

  it('never changes its character, or registers on disk would change their meaning', () => {
    const twoCharacters = registerCodes.filter(({ code }) => code.length > 1)
    expect(twoCharacters.map(({ code }) => `${code}=${packMark(code)}`).join(' ')).toBe(
      'C1=c C2=d J1=j Y1=1 Y2=2 Y3=3 Y4=4 Y5=5 Y6=6 Y7=7',
    )
    for (const { code } of registerCodes) if (code.length === 1) expect(packMark(code)).toBe(code)
  })
})

describe('the table for counting registers', () => {
  it('says of every character what classOf says, on either side of each change', () => {
    for (const day of ['2013-08-31', '2013-09-01', '2024-08-18', '2024-08-19', '2026-03-13'].map(isoDate)) {
      const table = classTable(day)
      for (let char = 0; char < 128; char += 1) {
        const expected = CLASS_NUMBER[classOf(String.fromCharCode(char), day) ?? 'none']
        if (table[char] !== expected) expect.fail(`${String.fromCharCode(char)} on ${day}`)
      }
      expect(table).toHaveLength(128)
    }
  })

  it('is the same between two changes of the law', () => {
    expect(classTable(firstNewDay)).toBe(classTable(now))
    expect(classTable(lastOldDay)).toBe(classTable(isoDate('2020-01-01')))
    expect(classTable(lastOldDay)).not.toBe(classTable(firstNewDay))
  })
})
