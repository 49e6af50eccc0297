import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { forSpreadsheet, fromSpreadsheet, spreadsheetCsv } from '../../server/spreadsheet-safe.ts'

const DANGEROUS = /^[\s ]*[=+\-@|%＝＋－＠｜％]/
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/

describe('text for a spreadsheet', () => {
  it('never begins like a formula or command, spaces, tabs and full-width forms included', () => {
    for (const start of ['=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠', '｜', '％']) {
      for (const before of ['', ' ', '\u00A0 ', '\t', '\r', '\n']) {
        const cell = `${before}${start}cmd()`
        expect([cell, forSpreadsheet(cell)[0]]).toEqual([cell, "'"])
      }
    }
  })

  it('does not begin so either where another separator or line end would split it', () => {
    expect(forSpreadsheet('a;=1+1')).toBe("a;'=1+1")
    expect(forSpreadsheet('a\n@x\t-y')).toBe("a\n'@x\t'-y")
    expect(forSpreadsheet(' \r-0')).toBe(" \r'-0")
  })

  it('keeps what a spreadsheet would turn into something else', () => {
    for (const cell of [
      '007',
      '07700900123',
      '+44 7700 900123',
      '12345678901234567890',
      '1E5',
      'True',
      'FALSE',
      '1/2',
      '9-10',
      '3 May',
      'Sept 12',
      '11:40',
      '1,234',
    ]) {
      expect([cell, forSpreadsheet(cell)]).toEqual([cell, `'${cell}`])
    }
  })

  it('leaves plain numbers, negative ones, ISO days and ordinary names as they are', () => {
    for (const cell of [
      '5',
      '-5',
      '-0.5',
      '0',
      '2026-03-13',
      '2026-03-13T08:40',
      "O'Neill",
      'Zoë',
      "'t Hooft",
      'May',
      '',
    ]) {
      expect([cell, forSpreadsheet(cell)]).toEqual([cell, cell])
    }
  })

  it('comes back as it was, whatever it holds', () => {
    const nasty = fc.string({ unit: fc.constantFrom(...'=+-@|%＝\'" ;,\t\r\naE0123/:.\u00A0') })
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: 'grapheme' })), (cell) => {
        const whole = cell.replaceAll('\0', '')
        const safe = forSpreadsheet(cell)
        expect(fromSpreadsheet(safe)).toBe(whole)
        expect(safe === whole || safe.includes("'")).toBe(true)
        expect(DANGEROUS.test(safe) && !PLAIN_NUMBER.test(safe) && !/^\d{4}-/.test(safe)).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a table for a spreadsheet', () => {
  it('is UTF-8 with a byte order mark and CRLF, numbers as they are, null as nothing', () => {
    expect(
      spreadsheetCsv(
        ['name', 'rate'],
        [
          ['Zoë', 9.5],
          ['=x', null],
          ['a "b", c', -1],
        ],
      ),
    ).toBe('\uFEFFname,rate\r\nZoë,9.5\r\n\'=x,\r\n"a ""b"", c",-1\r\n')
  })

  it('can be read back to the letter, NUL excepted', () => {
    const rows = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 2 }), {
      maxLength: 10,
    })
    fc.assert(
      fc.property(rows, (table) => {
        const [, ...read] = parse(spreadsheetCsv(['a', 'b'], table), { bom: true, record_delimiter: '\r\n' })
        expect(read.map((row) => row.map(fromSpreadsheet))).toEqual(
          table.map((row) => row.map((cell) => cell.replaceAll('\0', ''))),
        )
      }),
    )
  })
})
