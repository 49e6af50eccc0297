import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bindColumns, fileKind } from '../../../server/import/file-kind.ts'
import { normalHeader, repeatedNames, shapeOf } from '../../../server/import/header.ts'
import { sourceNames, sources } from '../../../server/import/sources/index.ts'

const sourceOf = (...header: string[]) => fileKind(header).source
const sampleHeader = (file: string) =>
  readFileSync(new URL(`../../golden/sample/${file}`, import.meta.url), 'latin1')
    .split(/\r?\n/, 1)[0]!
    .split(',')
    .map((name) => name.replaceAll('"', ''))

describe('which source a file is', () => {
  it('follows from its header alone, for every file of the sample school', () => {
    for (const file of [
      'children',
      'care-episodes',
      'pep-meetings',
      'suspensions',
      'term-dates',
      'session-marks',
      'session-marks-wide',
    ]) {
      const kind = fileKind(sampleHeader(`${file}.csv`))
      expect(kind).toMatchObject({ source: file, binding: { missing: [], unused: [] } })
    }
  })

  it('does not depend on order, capitals, spaces, a byte order mark or punctuation', () => {
    expect(sourceOf('\uFEFFMark', ' SESSION ', 'Date', 'U P N'.replaceAll(' ', ''))).toBe('session-marks')
    expect(sourceOf('First day', 'LAST-DAY', 'Kind', 'name')).toBe('term-dates')
  })

  it('knows the names that systems give the same columns', () => {
    expect(sourceOf('UPN', 'Legal Surname', 'Legal Forename', 'DOB', 'Year Group', 'Date of Admission')).toBe(
      'children',
    )
    expect(sourceOf('UPN', 'Full name', 'Relationship', 'Telephone')).toBe('people')
  })

  it('is a wide register when columns are headed by days and sessions', () => {
    for (const heading of [
      '01/09/2025 AM',
      '2025-09-01 PM',
      'AM 1/9/2025',
      'Mon 01/09/2025 am',
      '01/09/2025 - AM',
    ]) {
      expect([heading, sourceOf('UPN', heading)]).toEqual([heading, 'session-marks-wide'])
    }
    expect(sourceOf('UPN', 'September')).toBeNull()
  })

  it('is a wide register of which only the names of children are left unread without a word', () => {
    const kind = fileKind(['UPN', 'Surname', 'Forename', 'Reg', 'House', '01/09/2025 AM'])
    expect(kind).toMatchObject({ binding: { unused: ['House'] } })
  })

  it('stays open when a needed column is missing: the best guess names it', () => {
    expect(fileKind(['upn', 'surname', 'forename', 'date_of_birth', 'year_group'])).toMatchObject({
      source: null,
      guess: 'children',
      missing: ['admitted_on'],
    })
  })

  it('stays open for a header of other names, with a guess for each column that is like one of ours', () => {
    const kind = fileKind(['Pupil UPN', 'Surname', 'Forename', 'DOB', 'Year', 'Joined', 'House'])
    expect(kind).toMatchObject({
      guess: 'children',
      columns: [
        { theirs: 'Pupil UPN', ours: 'upn' },
        { theirs: 'Surname', ours: 'surname' },
        { theirs: 'Forename', ours: 'forename' },
        { theirs: 'DOB', ours: 'date_of_birth' },
        { theirs: 'Year', ours: 'year_group' },
        { theirs: 'Joined', ours: null },
        { theirs: 'House', ours: null },
      ],
    })
  })

  it('stays open without a guess for a header that is like none', () => {
    expect(fileKind(['a', 'b'])).toMatchObject({ source: null, guess: null })
    expect(fileKind([''])).toMatchObject({ source: null, guess: null })
  })

  it('is never guessed from a thousand columns at length', () => {
    const header = Array.from({ length: 2000 }, (_, at) => `Pupil column ${at} of the export`)
    expect(fileKind(['upn', ...header])).toMatchObject({ source: null })
  })
})

describe('a mapping that a school gave once', () => {
  const header = ['Pupil', 'Day', 'Half', 'Attendance']
  const mapping = {
    source: 'session-marks' as const,
    header: shapeOf(header),
    mapping: { Pupil: 'upn', Day: 'date', Half: 'session', Attendance: 'mark' },
  }

  it('is used for the next file with the same columns', () => {
    const kind = fileKind(header, [mapping])
    expect(kind).toMatchObject({ source: 'session-marks', remembered: true })
    expect(kind.source && [...kind.binding.at]).toEqual([
      ['upn', 0],
      ['date', 1],
      ['session', 2],
      ['mark', 3],
    ])
  })

  it('is not used for another header, nor when it leaves a needed column out', () => {
    expect(fileKind([...header, 'Minutes'], [mapping]).source).toBeNull()
    expect(fileKind(header, [{ ...mapping, mapping: { Pupil: 'upn' } }]).source).toBeNull()
  })

  it('goes before a column that has our name by chance', () => {
    const swapped = new Map([
      ['upn', ''],
      ['true_upn', 'upn'],
    ])
    expect([...bindColumns(['upn', 'true upn', 'name'], sources.people, swapped).at]).toEqual([
      ['upn', 1],
      ['name', 2],
    ])
  })

  it('of a wide register is found again whatever days the next export covers', () => {
    expect(shapeOf(['Pupil', '01/09/2025 AM', '01/09/2025 PM'])).toBe(shapeOf(['pupil ', '02/09/2025 AM']))
    expect(shapeOf(['Pupil', '01/09/2025 AM'])).not.toBe(shapeOf(['Pupil']))
  })
})

describe('names of columns', () => {
  it('that mean something to a program are columns like any other', () => {
    const kind = fileKind(['upn', 'name', 'role', '__proto__', 'constructor', 'id', 'school_id', 'toString'])
    expect(kind).toMatchObject({
      source: 'people',
      binding: { unused: ['__proto__', 'constructor', 'id', 'school_id', 'toString'] },
    })
    expect(
      fileKind(['__proto__', 'constructor'], [{ source: 'people', header: '', mapping: {} }]).source,
    ).toBeNull()
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })

  it('that stand twice are found, also in other spelling; columns without a name are not', () => {
    expect(repeatedNames(['UPN', 'Year group', 'upn ', 'year_group', '', ''])).toEqual(['upn', 'year_group'])
    expect(repeatedNames(['01/09/2025 AM', '01/09/2025 am'])).toHaveLength(1)
    expect(repeatedNames(['01/09/2025 AM', '01/09/2025 PM'])).toEqual([])
  })

  it('of a source are normal already, and none stands for two of its columns', () => {
    for (const name of sourceNames) {
      const names = Object.values(sources[name].columns).flatMap(({ header, also }) => [header, ...also])
      expect([name, names]).toEqual([name, names.map(normalHeader)])
      expect([name, new Set(names).size]).toEqual([name, names.length])
    }
  })
})
