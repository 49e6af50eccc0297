import { describe, expect, it } from 'vitest'
import { academicYear, placeOf } from '../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { unpackMark } from '../../../server/law/register-codes.ts'
import { readFiles } from '../../../server/import/read-files.ts'
import { NOT_TOLD, TOLD_NO_MARK, type ChildRegister } from '../../../server/import/register-book.ts'
import { anUpn } from '../../support/upn.ts'
import { csvOf, problemsOf, readTexts } from '../../support/read-text.ts'

const long = (...rows: string[]) => readTexts({ 'marks.csv': csvOf('upn,date,session,mark', ...rows) })
const wide = (header: string, ...rows: string[]) => readTexts({ 'wide.csv': csvOf(header, ...rows) })

/** What a register says: `undefined` = nothing, null = no mark. */
const said = (register: ChildRegister | undefined, day: string, session: 'AM' | 'PM') => {
  if (register === undefined) throw new Error('no register')
  const byte = register.marks[placeOf(register.year, isoDate(day), session)!]!
  if (byte === NOT_TOLD) return undefined
  return byte === TOLD_NO_MARK ? null : unpackMark(String.fromCharCode(byte))
}
const child = anUpn(1)

describe('a register with a row for each mark', () => {
  it('tells marks, what has no mark, and says nothing of the rest', async () => {
    const { registers, problems, files } = await long(
      `${child},2025-09-02,AM,/`,
      `${child},2025-09-02,PM,Y1`,
      `${child},2025-09-03,AM,-`,
      `${child},2025-09-03,PM,`,
      `${child},2025-09-04,AM,i`,
    )
    expect(problems).toEqual([])
    expect(registers).toHaveLength(1)
    expect(registers[0]).toMatchObject({ upn: child, year: '2025/26', file: 'marks.csv', line: 2 })
    const register = registers[0]
    expect(said(register, '2025-09-02', 'AM')).toBe('/')
    expect(said(register, '2025-09-02', 'PM')).toBe('Y1')
    expect(said(register, '2025-09-03', 'AM')).toBeNull()
    expect(said(register, '2025-09-03', 'PM')).toBeNull()
    expect(said(register, '2025-09-04', 'AM')).toBe('I')
    expect(said(register, '2025-09-04', 'PM')).toBeUndefined()
    expect(files[0]).toMatchObject({
      rows: 5,
      marks: { children: 1, withoutMark: 2, firstDay: '2025-09-02', lastDay: '2025-09-04' },
    })
  })

  it('is one register for each child and academic year, in any order of rows and columns', async () => {
    const { registers } = await readTexts({
      'm.csv': csvOf(
        'Session;Mark;UPN;Date',
        `pm;B;${anUpn(2).toLowerCase()};01/09/2025`,
        `AM;/;${child};29/08/2025`,
        ` am ;L;${anUpn(2)};29/08/2025`,
        `AM;N;${child};01/09/2025`,
      ),
    })
    const byKey = new Map(registers.map((register) => [`${register.upn} ${register.year}`, register]))
    expect([...byKey.keys()].toSorted()).toEqual(
      [`${child} 2024/25`, `${child} 2025/26`, `${anUpn(2)} 2024/25`, `${anUpn(2)} 2025/26`].toSorted(),
    )
    expect(said(byKey.get(`${anUpn(2)} 2025/26`), '2025-09-01', 'PM')).toBe('B')
    expect(said(byKey.get(`${anUpn(2)} 2024/25`), '2025-08-29', 'AM')).toBe('L')
    expect(said(byKey.get(`${child} 2025/26`), '2025-09-01', 'AM')).toBe('N')
  })

  it('takes a retired code on a day when it held, and refuses it from the day it was retired', async () => {
    const held = await long(`${child},2024-07-10,AM,H`, `${child},2024-07-10,PM,J`)
    expect(held.problems).toEqual([])
    expect(said(held.registers[0], '2024-07-10', 'PM')).toBe('J')
    const retired = await long(
      `${child},2024-09-03,AM,H`,
      `${child},2024-07-10,AM,J1`,
      `${child},2025-09-02,AM,ZZ`,
    )
    expect(problemsOf(retired)).toEqual([
      '2 mark code-not-in-use',
      '3 mark code-not-in-use',
      '4 mark unknown-code',
    ])
    expect(retired.problems[0]!.message).toContain('H is not a code of the register on 2024-09-03')
  })

  it('lists everything that is wrong with each row, and reads on', async () => {
    const result = await long(
      `${child.slice(1)},2025-02-30,noon,?`,
      `${child},2025-09-06,AM,/`,
      `${child},2025-09-06,PM,-`,
      ',2025-09-02,AM,/',
      `${child},,AM,/`,
      `${child},2025-09-02,AM`,
      '',
      ',,,',
      `${child},2025-09-02,AM,/,,`,
      `${child},2025-09-02,PM,\\,x`,
    )
    expect(problemsOf(result)).toEqual([
      '2 upn upn-length',
      '2 date impossible-day',
      '2 session not-in-list',
      '3 mark weekend',
      '5 upn blank',
      '6 date blank',
      '7 - wrong-width',
      '11 - wrong-width',
    ])
    expect(said(result.registers[0], '2025-09-02', 'AM')).toBe('/')
    expect(result.files[0]!.status).toBe('faulty')
  })

  it('with one session twice names both lines, even where the marks are the same', async () => {
    const result = await long(
      `${child},2025-09-02,AM,/`,
      `${child},2025-09-02,PM,\\`,
      `${child},2025-09-02,AM,/`,
    )
    expect(problemsOf(result)).toEqual(['4 date repeated-row'])
    expect(result.problems[0]!.message).toMatch(/^Lines 2 and 4 /)
  })

  it('of the wrong file stops after ten thousand problems and says so', async () => {
    const { problems } = await long(...Array.from({ length: 20_000 }, () => 'x,2025-09-02,AM,/'))
    expect(problems).toHaveLength(10_000)
    expect(problems.at(-1)).toMatchObject({ code: 'too-many-problems', line: 10_000 })
  })
})

describe('a register with a column for each session', () => {
  it('finds the child by the pupil number, whatever became of the name', async () => {
    const bytes = Buffer.from(
      `"UPN","Surname","Forename","Reg","01/09/2025 AM","13/10/2025 PM"\r\n"${child}","?ó?kiewski","?layda","10C","#","J1"\r\n`,
      'latin1',
    )
    const { files, registers, problems } = await readFiles([{ name: 'w.csv', bytes }])
    expect(problems).toEqual([])
    expect(files[0]).toMatchObject({
      encoding: 'Windows-1252',
      dateFormat: 'dd/mm/yyyy',
      rows: 1,
      warnings: [],
    })
    expect(said(registers[0], '2025-09-01', 'AM')).toBe('#')
    expect(said(registers[0], '2025-10-13', 'PM')).toBe('J1')
    expect(said(registers[0], '2025-10-13', 'AM')).toBeUndefined()
  })

  it('reads `-` and an empty cell as no mark, and an empty weekend as nothing', async () => {
    const { registers, problems } = await wide(
      'UPN,2025-09-05 AM,2025-09-05 PM,2025-09-06 AM',
      `${child},-,,`,
    )
    expect(problems).toEqual([])
    expect(said(registers[0], '2025-09-05', 'AM')).toBeNull()
    expect(said(registers[0], '2025-09-05', 'PM')).toBeNull()
  })

  it('is refused for a mark at a weekend, an unknown code, a child twice, a session twice and a day that is none', async () => {
    const weekend = await wide('UPN,2025-09-05 AM,2025-09-06 AM', `${child},?,/`, `${child},/,`)
    expect(problemsOf(weekend)).toEqual([
      '2 2025-09-05 AM unknown-code',
      '2 2025-09-06 AM weekend',
      '3 UPN repeated-row',
    ])
    expect(problemsOf(await wide('UPN,01/09/2025 AM,1/9/2025 AM,31/09/2025 PM', `${child},/,/,/`))).toEqual([
      '1 1/9/2025 AM repeated-column',
      '1 31/09/2025 PM impossible-day',
    ])
    expect(problemsOf(await wide('UPN,01/09/2025 AM,01/09/2025 AM', `${child},/,/`))).toEqual([
      '1 - repeated-column',
    ])
  })

  it('of the first week of September is read day first, since no session is at a weekend', async () => {
    const { registers, problems } = await readTexts({
      'wide.csv': csvOf('UPN,01/09/2025 AM,02/09/2025 AM', `${child},/,I`),
    })
    expect(problems).toEqual([])
    expect(said(registers[0], '2025-09-02', 'AM')).toBe('I')
  })

  it('is refused when its days can be read either way and are weekdays both ways', async () => {
    expect(problemsOf(await wide('UPN,04/09/2025 AM', `${child},/`))).toEqual([
      '1 04/09/2025 AM ambiguous-days',
    ])
  })
})

describe('registers of several files', () => {
  const header = 'upn,date,session,mark'

  it('are one for each child and year', async () => {
    const { registers, problems } = await readTexts({
      'long.csv': csvOf(header, `${child},2025-09-02,AM,/`, `${child},2025-09-02,PM,\\`),
      'wide.csv': csvOf('UPN,2025-09-02 PM,2025-09-03 AM', `${child},\\,N`),
    })
    expect(problems).toEqual([])
    expect(registers.map(({ year }) => year)).toEqual([academicYear('2025/26')])
    expect(said(registers[0], '2025-09-02', 'AM')).toBe('/')
    expect(said(registers[0], '2025-09-03', 'AM')).toBe('N')
  })

  it('that tell one session otherwise are refused, naming both places', async () => {
    const result = await readTexts({
      'a.csv': csvOf(header, `${child},2025-09-02,AM,/`),
      'b.csv': csvOf(header, `${anUpn(2)},2025-09-02,AM,/`, `${child},2025-09-02,AM,N`),
    })
    expect(problemsOf(result)).toEqual(['3 - contradicting-marks'])
    expect(result.problems[0]).toMatchObject({
      file: 'b.csv',
      value: `${child} 2025-09-02 AM`,
      message: expect.stringContaining('Line 2 of a.csv'),
    })
  })
})
