import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  openCsv,
  readRecords,
  tooManyRows,
  type CsvFile,
  type CsvLimits,
} from '../../../server/import/read-csv.ts'
import { isProblem, type ReadProblem } from '../../../server/import/read-problem.ts'

const limits: CsvLimits = { recordBytes: 200_000, columns: 50 }

const opened = (text: string): CsvFile => {
  const csv = openCsv(Buffer.from(text), limits)
  if (isProblem(csv)) throw new Error(csv.message)
  return csv
}

/** Rows as `[line, ...cells]`, and the problem that ended the reading. */
const read = async (text: string) => {
  const rows: (string | number)[][] = []
  const problem = await readRecords(opened(text), limits, ({ records, lineOf }) => {
    records.forEach((record, index) => rows.push([lineOf(index), ...record]))
  })
  return { rows, problem }
}
const refusedHeader = (text: string): ReadProblem => {
  const csv = openCsv(Buffer.from(text), limits)
  if (!isProblem(csv)) throw new Error('was opened')
  return csv
}

describe('cells and lines', () => {
  it('are separated by comma, semicolon or tab, whichever the header holds most', () => {
    for (const [delimiter, name] of [
      [',', ','],
      [';', ';'],
      ['\t', '\t'],
    ] as const) {
      const csv = opened(`upn${delimiter}"a,b;c"${delimiter}d\n1${delimiter}2${delimiter}3`)
      expect(csv.delimiter).toBe(name)
      expect(csv.header).toEqual(['upn', 'a,b;c', 'd'])
    }
  })

  it('heed a spreadsheet’s own first line', async () => {
    const csv = opened('sep=;\r\na;b,c,d\r\n1;2\r\n')
    expect(csv).toMatchObject({ delimiter: ';', header: ['a', 'b,c,d'], headerLine: 2, bodyLine: 3 })
  })

  it('end with LF, CRLF or CR, also mixed, and without one at the end', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect((await read(`a,b${end}1,2${end}3,4`)).rows).toEqual([
        [2, '1', '2'],
        [3, '3', '4'],
      ])
    }
    expect((await read('a,b\r\n1,2\n3,4\r5,6\r\n')).rows).toEqual([
      [2, '1', '2'],
      [3, '3', '4'],
      [4, '5', '6'],
    ])
  })

  it('keep line ends and doubled marks inside quotation marks, and the line numbers after them', async () => {
    expect((await read('a,b\n"x\r\ny","say ""hi"""\n\n"p\nq\nr",2\n3,4\n')).rows).toEqual([
      [2, 'x\r\ny', 'say "hi"'],
      [4, ''],
      [5, 'p\nq\nr', '2'],
      [8, '3', '4'],
    ])
  })

  it('may lie under blank lines and a header with line ends in it', async () => {
    expect((await read('\n\r\n"a\nb",c\n1,2\n')).rows).toEqual([[5, '1', '2']])
  })

  it('keep their place in a file of many pieces', async () => {
    const rows = Array.from({ length: 900 }, (_, at) => [
      `${at}`,
      `${'x'.repeat(300)}${at % 7 === 0 ? '\n' : ''}`,
    ])
    const text = rows.map(([one, two]) => `${one},"${two}"`).join('\r\n')
    const found = (await read(`n,t\r\n${text}`)).rows
    expect(found.map(([, ...cells]) => cells)).toEqual(rows)
    const lines = text.split('\n')
    for (const [line, one] of found) expect(lines[Number(line) - 2]).toMatch(new RegExp(`^${one},`))
  })

  it('come back as they were written, whatever they hold', async () => {
    const cells = fc.array(
      fc.array(fc.stringMatching(/^[a-c,;"\r\n '=]{0,6}$/), { minLength: 2, maxLength: 2 }),
      {
        minLength: 1,
        maxLength: 20,
      },
    )
    await fc.assert(
      fc.asyncProperty(cells, fc.constantFrom('\n', '\r\n', '\r'), async (table, end) => {
        const quoted = table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
        const { rows, problem } = await read(['h,i', ...quoted].join(end))
        expect(problem).toBeNull()
        expect(rows.map(([, ...row]) => row)).toEqual(table)
      }),
    )
  })
})

describe('a file that is no list', () => {
  it('is refused when it is empty or blank', () => {
    for (const text of ['', '\n', '  \r\n\t\r\n']) expect(refusedHeader(text).code).toBe('empty-file')
  })

  it('is refused with the line of a quotation mark that is never closed', async () => {
    const { problem } = await read(`a,b\n1,2\n3,"4\n${'5,6\n'.repeat(100)}`)
    expect(problem).toMatchObject({ code: 'unclosed-quote', line: 3 })
    expect(refusedHeader('a,"b\n1,2\n')).toMatchObject({ code: 'unclosed-quote', line: 1 })
  })

  it('is refused with the line of a stray quotation mark', async () => {
    expect((await read('a,b\n1,2\n3,"4"x\n')).problem).toMatchObject({ code: 'stray-quote', line: 3 })
    expect((await read('a,b\n1,2\n3,5" nails and 6" nails\n')).problem).toMatchObject({
      code: 'stray-quote',
      line: 3,
    })
  })

  it('is refused when one line is too long, or one record in quotation marks', async () => {
    const long = 'x'.repeat(200_001)
    expect((await read(`a,b\n1,2\n${long}`)).problem).toMatchObject({ code: 'line-too-long', line: 3 })
    expect((await read(`a,b\n1,"${long}`)).problem).toMatchObject({ code: 'unclosed-quote', line: 2 })
    expect(refusedHeader(long).code).toBe('line-too-long')
  })

  it('is refused at one row too many, and read with the last one allowed', () => {
    for (const [end, last] of [
      ['\n', ''],
      ['\r\n', '\r\n'],
      ['\r', ''],
    ]) {
      const rows = ['"two\r\nlines"', '', '3'].join(end)
      expect(tooManyRows(opened(`a${end}${rows}${last}`), 3)).toBeNull()
      expect(tooManyRows(opened(`a${end}${rows}${end}4${last}`), 3)).toMatchObject({ code: 'too-many-rows' })
    }
  })

  it('is refused with too many columns', async () => {
    expect((await read(`a,b\n1,2\n3${',4'.repeat(50)}`)).problem).toMatchObject({
      code: 'too-many-columns',
      line: 3,
    })
    expect(refusedHeader(Array.from({ length: 51 }, (_, at) => `c${at}`).join(';')).code).toBe(
      'too-many-columns',
    )
  })
})

describe('reading', () => {
  it('stops at once when the consumer has seen enough, and throws when it is cancelled', async () => {
    const csv = opened(`a,b\n${'1,2\n'.repeat(400_000)}`)
    let chunks = 0
    await readRecords(csv, limits, () => ++chunks < 2)
    expect(chunks).toBe(2)
    const cancel = new AbortController()
    const reading = readRecords(csv, limits, () => cancel.abort(new Error('cancelled')), {
      signal: cancel.signal,
    })
    await expect(reading).rejects.toThrow('cancelled')
  })

  it('tells how far it has come, up to the last byte', async () => {
    const text = `a,b\n${'1,2\n'.repeat(400_000)}`
    const seen: number[] = []
    await readRecords(opened(text), limits, () => undefined, { onBytes: (bytes) => seen.push(bytes) })
    expect(seen.length).toBeGreaterThan(2)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.at(-1)).toBe(text.length)
  })
})
