import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { placeOf } from '../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { packMark } from '../../../server/law/register-codes.ts'
import { problemsAsCsv } from '../../../server/import/problems-as-csv.ts'
import { readFiles, type ReadResult } from '../../../server/import/read-files.ts'
import { NOT_TOLD } from '../../../server/import/register-book.ts'
import { csvOf, problemsOf, readTexts } from '../../support/read-text.ts'
import { anUpn } from '../../support/upn.ts'

const sample = new URL('../../golden/sample/', import.meta.url)
const sampleFile = (name: string) => ({ name, bytes: readFileSync(new URL(name, sample)) })
const HEADER = 'upn,surname,forename,date_of_birth,year_group,admitted_on'
const child = (number: number, name = 'Li') => `${anUpn(number)},${name},An,2012-01-05,9,2023-09-01`
const list = (...numbers: number[]) => csvOf(HEADER, ...numbers.map((number) => child(number)))

describe('the folder of the sample school', () => {
  const reading = readFiles(readdirSync(sample).map(sampleFile))

  it('has no problem; every file is named, read or ignored', async () => {
    const { files, problems } = await reading
    expect(problems).toEqual([])
    const summary = files.map((file) => [file.name, file.status, file.source, file.rows, file.encoding])
    expect(summary).toEqual([
      ['README.md', 'ignored', null, 0, null],
      ['care-episodes.csv', 'ready', 'care-episodes', 67, 'UTF-8'],
      ['children.csv', 'ready', 'children', 40, 'UTF-8'],
      ['expected.json', 'ignored', null, 0, null],
      ['pep-meetings.csv', 'ready', 'pep-meetings', 59, 'UTF-8'],
      ['school.json', 'ready', 'school', 0, null],
      ['session-marks-wide.csv', 'ready', 'session-marks-wide', 20, 'Windows-1252'],
      ['session-marks.csv', 'ready', 'session-marks', 4758, 'UTF-8'],
      ['suspensions.csv', 'ready', 'suspensions', 55, 'UTF-8'],
      ['term-dates.csv', 'ready', 'term-dates', 40, 'UTF-8'],
    ])
  })

  it('gives every name to the letter', async () => {
    const lines = readFileSync(new URL('children.csv', sample), 'utf8').trim().split('\n').slice(1)
    const { rows } = await reading
    expect(rows.children.map(({ surname, forename }) => `${surname},${forename}`)).toEqual(
      lines.map((line) => line.split(',').slice(1, 3).join(',')),
    )
  })

  it('gives the same marks as a plain reading of its two registers', async () => {
    const told = new Map<string, string>()
    const tell = (upn: string, day: string, session: string, mark: string) => {
      const place = placeOf('2025/26' as never, isoDate(day), session as 'AM')!
      told.set(`${upn} ${place}`, packMark(mark)!)
    }
    for (const line of readFileSync(new URL('session-marks.csv', sample), 'utf8')
      .trim()
      .split('\n')
      .slice(1)) {
      tell(...(line.split(',') as [string, string, string, string]))
    }
    const [header, ...rows] = readFileSync(new URL('session-marks-wide.csv', sample), 'latin1')
      .trim()
      .split('\r\n')
      .map((line) => line.slice(1, -1).split('","'))
    for (const row of rows) {
      header!.forEach((name, at) => {
        const [, day, month, year, session] = /^(\d\d)\/(\d\d)\/(\d{4}) (AM|PM)$/.exec(name) ?? []
        if (session !== undefined) tell(row[0]!, `${year}-${month}-${day}`, session, row[at]!)
      })
    }
    const { registers } = await reading
    const read = registers.flatMap(({ upn, marks }) =>
      [...marks].flatMap((mark, place) =>
        mark === NOT_TOLD ? [] : [[`${upn} ${place}`, String.fromCharCode(mark)] as const],
      ),
    )
    expect(new Map(read)).toEqual(told)
  })

  it('gives its school', async () => {
    expect((await reading).school).toEqual({
      name: 'Ashbrook Vale School (fictional)',
      urn: '999001',
      laestab: '9194999',
      phase: 'secondary',
      asAt: '2026-03-13',
      academicYear: '2025/26',
      localAuthority: { name: 'Hertfordshire', code: '919' },
    })
  })

  it('can be sent to another thread', async () => {
    const result: ReadResult = await reading
    expect(structuredClone(result)).toEqual(result)
  })
})

describe('what is not a list of ours', () => {
  it('is named and ignored when nobody takes it for one', async () => {
    const { files, problems } = await readTexts({
      'notes.md': '# x',
      'letter.docx': 'PK',
      '.DS_Store': '\0\0',
      '~$children.xlsx': 'x',
      README: 'Read me first.\nThen the rest.',
      'folder/expected.json': '{"children":{}}',
      'broken.json': '{',
      'children.csv': list(1),
    })
    expect(problems).toEqual([])
    expect(files.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 7 }, () => 'ignored'),
      'ready',
    ])
  })

  it('stops the run when it looks like one: a workbook, an unknown header, an empty list', async () => {
    const result = await readTexts({
      'children.xlsx': 'PK\x03\x04 xl/workbook.xml',
      'other.csv': 'a,b\n1,2\n',
      'empty.csv': '',
      'header.csv': `${HEADER}\n`,
      'short.csv': 'upn,surname,forename\nx,y,z\n',
      'twice.csv': `${HEADER},UPN\n`,
    })
    expect(problemsOf(result)).toEqual([
      '- - excel-workbook',
      '1 - unknown-file',
      '- - empty-file',
      '1 - no-rows',
      '1 - missing-columns',
      '1 - repeated-column',
    ])
    expect(result.problems[4]!.message).toContain('it lacks: date_of_birth, year_group, admitted_on')
    expect(result.files.map(({ status }) => status)).toEqual([
      'faulty',
      'unknown',
      'faulty',
      'faulty',
      'unknown',
      'faulty',
    ])
  })

  it('is a column we do not know: it is named and left out', async () => {
    const { files, rows, problems } = await readTexts({
      'children.csv': csvOf(`${HEADER},__proto__,constructor,school_id,`, `${child(1)},a,b,c,d`),
    })
    expect(problems).toEqual([])
    expect(files[0]!.warnings).toEqual(['Columns not used: __proto__, constructor, school_id.'])
    expect(Object.keys(rows.children[0]!)).not.toContain('schoolId')
  })
})

describe('several files of one run', () => {
  it('are one when they are the same to the byte', async () => {
    const { files, rows, problems } = await readTexts({ 'a.csv': list(1, 2), 'a (1).csv': list(1, 2) })
    expect(problems).toEqual([])
    expect(files[1]).toMatchObject({ status: 'ignored', title: 'The same as a.csv' })
    expect(rows.children).toHaveLength(2)
  })

  it('hold one child once among them all', async () => {
    const result = await readTexts({ 'a.csv': list(1, 2), 'b.csv': list(3, 2) })
    expect(problemsOf(result)).toEqual(['3 - repeated-row'])
    expect(result.problems[0]).toMatchObject({
      file: 'b.csv',
      message: expect.stringContaining('Line 3 of a.csv'),
    })
  })

  it('are refused past the number allowed, and with two schools', async () => {
    expect(
      problemsOf(await readTexts({ 'a.csv': list(1), 'b.csv': list(2) }, { limits: { files: 1 } })),
    ).toEqual(['- - too-many-files'])
    const school = '{"name":"X","urn":"999001"}'
    expect(problemsOf(await readTexts({ 'school.json': school, 'b/school.json': school }))).toEqual([
      '- - second-school',
    ])
  })
})

describe('one bad row among five thousand', () => {
  it('is the one problem, with its line and column, to be written out for a spreadsheet', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => child(at))
    rows[3210] = rows[3210]!.replace('2012-01-05', '=cmd()')
    const result = await readTexts({ 'children.csv': csvOf(HEADER, ...rows) })
    expect(problemsOf(result)).toEqual(['3212 date_of_birth no-day'])
    const [header, row] = problemsAsCsv(result.problems).split('\r\n')
    expect(header).toBe('\uFEFFfile,line,column,what stands there,what is wrong,code')
    expect(row).toBe(
      "children.csv,3212,date_of_birth,'=cmd(),This is not a day. Write it as 2026-03-13 or 13/03/2026.,no-day",
    )
  })
})

describe('bounds', () => {
  it('a file too large is refused before it is read', async () => {
    const result = await readTexts({ 'children.csv': list(1) }, { limits: { fileBytes: 10 } })
    expect(problemsOf(result)).toEqual(['- - file-too-large'])
    expect(result.files[0]).toMatchObject({ sha256: '', encoding: null })
  })

  it('lists have fewer rows than registers may have', async () => {
    const register = csvOf(
      'upn,date,session,mark',
      `${anUpn(1)},2025-09-02,AM,/`,
      `${anUpn(1)},2025-09-02,PM,\\`,
    )
    const limits = { rows: 1, markRows: 2 }
    expect(problemsOf(await readTexts({ 'm.csv': register, 'c.csv': list(1, 2) }, { limits }))).toEqual([
      '- - too-many-rows',
    ])
  })

  it('an unclosed quotation mark is found by its line, and ends the reading of that file alone', async () => {
    const result = await readTexts({
      'a.csv': csvOf(
        HEADER,
        child(1),
        child(2, '"Li'),
        ...Array.from({ length: 20_000 }, (_, at) => child(at)),
      ),
      'b.csv': list(1),
    })
    expect(problemsOf(result)).toEqual(['3 - unclosed-quote'])
    expect(result.rows.children).toHaveLength(1)
  })
})

describe('reading', () => {
  it('tells how far it has come, over all files', async () => {
    const seen: { done: number; total: number }[] = []
    const files = { 'a.csv': list(1, 2), 'b.csv': list(3) }
    await readTexts(files, { onProgress: (progress) => seen.push(progress) })
    const total = files['a.csv'].length + files['b.csv'].length
    expect(seen.at(-1)).toEqual({ file: 'b.csv', done: total, total })
    expect(seen.map(({ done }) => done)).toEqual(seen.map(({ done }) => done).toSorted((a, b) => a - b))
  })

  it('ends at once when it is cancelled', async () => {
    const cancel = new AbortController()
    const rows = Array.from(
      { length: 50_000 },
      (_, at) => `${anUpn(at % 10_000)},2025-09-0${1 + Math.floor(at / 10_000)},AM,/`,
    )
    const reading = readTexts(
      { 'm.csv': csvOf('upn,date,session,mark', ...rows) },
      { signal: cancel.signal, onProgress: () => cancel.abort(new Error('cancelled by a person')) },
    )
    await expect(reading).rejects.toThrow('cancelled by a person')
  })

  it('takes what a person said of days that can be read either way, and of columns', async () => {
    const text = csvOf('upn,date,session,mark', `${anUpn(1)},03/09/2025,AM,/`)
    expect(problemsOf(await readTexts({ 'm.csv': text }))).toEqual(['2 date ambiguous-days'])
    const said = await readTexts({ 'm.csv': text }, { dateFormats: new Map([['m.csv', 'dd/mm/yyyy']]) })
    expect(said.problems).toEqual([])
    expect(said.files[0]!.marks?.firstDay).toBe('2025-09-03')

    const own = csvOf('Kind,Title of it,Begins,Ends', 'term,Autumn,2025-09-01,2025-12-19')
    const { files } = await readTexts({ 't.csv': own })
    const mapping = { Kind: 'kind', 'Title of it': 'name', Begins: 'first_day', Ends: 'last_day' }
    const mapped = await readTexts(
      { 't.csv': own },
      { mappings: [{ source: 'term-dates', header: files[0]!.shape, mapping }] },
    )
    expect(mapped.problems).toEqual([])
    expect(mapped.files[0]).toMatchObject({ remembered: true, source: 'term-dates', rows: 1 })
  })
})

describe('school.json', () => {
  const read = (school: unknown) => readTexts({ 'school.json': JSON.stringify(school) })

  it('needs a name and a URN of six digits as text', async () => {
    expect((await read({ name: 'X', urn: '099001' })).school).toMatchObject({
      urn: '099001',
      localAuthority: null,
    })
    for (const urn of [99001, '99001', '9900012', 'ABC123', null]) {
      const result = await read({ name: 'X', urn })
      expect(problemsOf(result)).toEqual(['- urn school-file'])
      expect(result.school).toBeNull()
    }
  })

  it('is refused for a day, an academic year or a LAESTAB that is none', async () => {
    const wrong = { name: 'X', urn: '999001', as_at: '2026-02-30', academic_year: '2025/27', laestab: '919' }
    expect(problemsOf(await read(wrong))).toEqual([
      '- laestab school-file',
      '- as_at school-file',
      '- academic_year school-file',
    ])
  })

  it('is refused for a name that no keyboard writes, though JSON can spell it', async () => {
    for (const name of ['A\\u202eB', '\\u0007', 'A\\ud800'])
      expect(problemsOf(await readTexts({ 'school.json': `{"name":"${name}","urn":"999001"}` }))).toEqual([
        '- name school-file',
      ])
  })

  it('takes an authority as a name alone', async () => {
    const school = { name: 'X', urn: '999001', local_authority: 'Barnet' }
    expect((await read(school)).school?.localAuthority).toEqual({ name: 'Barnet', code: null })
  })
})
