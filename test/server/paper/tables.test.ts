import { strFromU8, unzipSync } from 'fflate'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { tablesAsCsv } from '../../../server/paper/tables-csv.ts'
import { tablesAsXlsx } from '../../../server/paper/tables-xlsx.ts'
import { workbook } from '../../../server/paper/workbook.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { aNumbersTable, aReportDocument } from '../../support/a-report-document.ts'

const hostile = aReportDocument({
  school: '=cmd|calc',
  title: '<a&b>"\u0000\uD800',
  sections: ['[All]:*?/\\ the names of a sheet that is too long', "'x'", 'X'].map((name, at) => ({
    ...aReportDocument().sections[0]!,
    number: 1,
    name: at === 0 ? name : 'Same name that is longer than any sheet may have it',
    tables: [
      {
        ...aNumbersTable,
        caption: '=1+1',
        rows: [{ label: '+44 7700', cells: [{ text: '@SUM(A1)' }, { text: '' }] }],
      },
    ],
  })),
})

describe('the tables of a report as CSV', () => {
  const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true })
  const cellsOf = (label: string) =>
    rowsOf(tablesAsCsv(aReportDocument()))
      .filter(({ row, section }) => row === label && section === '1 Numbers')
      .map(({ value, from, to, symbol }) => [value, from, to, symbol])

  it('has a line for each cell, with exact numbers, ranges and symbols', () => {
    expect(cellsOf('Looked after')).toEqual([
      ['18', '', '', ''],
      ['', '6', '11', 'c'],
    ])
    expect(cellsOf('Child in need or protection plan')).toEqual([
      ['', '', '', 'c'],
      ['', '', '', 'x'],
    ])
    expect(cellsOf('Previously looked after')).toEqual([
      ['', '0', '5', 'c'],
      ['', '12', '', 'c'],
    ])
    expect(cellsOf('In kinship care alone')).toEqual([
      ['0', '', '', ''],
      ['Not counted', '', '', ''],
    ])
    const cells = aReportDocument().sections.flatMap(({ tables }) =>
      tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells)),
    )
    expect(rowsOf(tablesAsCsv(aReportDocument()))).toHaveLength(cells.length)
  })

  it('counts half days as school days and names the unit', () => {
    const days = rowsOf(tablesAsCsv(aReportDocument())).find(({ column }) => column === 'School days')
    expect(days).toMatchObject({ value: '46.5', unit: 'school days', section: '7 Suspension and exclusion' })
  })

  it('is UTF-8 with a mark, and nothing in it is run as a formula', () => {
    const csv = tablesAsCsv(hostile)
    expect(
      csv.startsWith('\uFEFFreport,school,as at,section,table,row,column,unit,value,from,to,symbol\r\n'),
    ).toBe(true)
    const [first, second] = rowsOf(csv)
    expect(first).toMatchObject({
      school: "'=cmd|calc",
      table: "'=1+1",
      row: "'+44 7700",
      value: "'@SUM(A1)",
    })
    expect(second).toMatchObject({ value: '', symbol: 'z' })
  })
})

/** The elements of an XML file, in order; throws where one is not closed or closes another. */
function elementsOf(xml: string): { name: string; source: string }[] {
  const found: { name: string; source: string }[] = []
  const open: string[] = []
  const rest = xml
    .replace(/^<\?xml[^?]*\?>\s*/, '')
    .replaceAll(
      /<(\/?)([\w:]+)((?: [\w:]+="[^"<]*")*)(\/?)>/g,
      (source, closes: string, name: string, _: string, empty: string) => {
        if (closes) {
          if (open.pop() !== name) throw new Error(`Closed but not open: ${name}`)
        } else {
          found.push({ name, source })
          if (!empty) open.push(name)
        }
        return ''
      },
    )
  if (open.length > 0 || /[<>]|&(?!(?:amp|lt|gt|quot);)/.test(rest)) throw new Error('Not well formed')
  return found
}

const filesOf = (xlsx: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(xlsx)).map(([name, bytes]) => [name, strFromU8(bytes)]))
const sheetNames = (files: Record<string, string>) =>
  [...(files['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)
const cellsIn = (sheet: string) =>
  new Map(
    [
      ...sheet.matchAll(
        /<c r="([A-Z]+\d+)"[^>]*?(?: t="(\w+)")?>(?:<v>([^<]*)<\/v>|<is><t[^>]*>([^<]*)<\/t><\/is>)<\/c>/g,
      ),
    ].map(([, place, type, number, text]) => [place, type === 'inlineStr' ? text : Number(number)]),
  )

describe('the tables of a report as a spreadsheet', () => {
  it('has a sheet for each section with tables and one that says what the symbols mean', () => {
    const files = filesOf(tablesAsXlsx(aReportDocument()))
    expect(sheetNames(files)).toEqual([
      '1 Numbers',
      '2 The designated teacher',
      '4 Personal education plans',
      '6 Attendance',
      '7 Suspension and exclusion',
      '11 Money',
      'Symbols',
    ])
    const symbols = [...cellsIn(files['xl/worksheets/sheet7.xml'] ?? '').values()]
    expect(symbols).toEqual(expect.arrayContaining(['c', 'x', 'z', aReportDocument().hiddenNote]))
  })

  it('has numbers as numbers, ranges as words and symbols for the rest, under heads that stay', () => {
    const files = filesOf(tablesAsXlsx(aReportDocument()))
    const sheet = files['xl/worksheets/sheet1.xml'] ?? ''
    const cells = cellsIn(sheet)
    expect([...cells].slice(0, 1)).toEqual([['A1', aNumbersTable.caption]])
    expect(['A2', 'B3', 'C3', 'B4', 'C4', 'B5', 'C5', 'B6', 'C6'].map((place) => cells.get(place))).toEqual([
      aNumbersTable.columns[0],
      18,
      '6 to 11',
      'c',
      'x',
      '0 to 5',
      '12 or more',
      0,
      'Not counted',
    ])
    expect(sheet).toContain(
      '<pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/>',
    )
    expect(sheet).toContain('<c r="A2" s="2"')
  })

  it('is well formed in all its parts, and each part that is named is there', () => {
    for (const xlsx of [tablesAsXlsx(aReportDocument()), tablesAsXlsx(hostile)]) {
      const files = filesOf(xlsx)
      for (const xml of Object.values(files)) expect(elementsOf(xml).length).toBeGreaterThan(0)
      for (const [, part = ''] of (files['[Content_Types].xml'] ?? '').matchAll(/PartName="\/([^"]*)"/g))
        expect(Object.keys(files)).toContain(part)
    }
  })

  it('keeps formulas as text and gives every sheet a name of its own that a sheet may have', () => {
    const files = filesOf(tablesAsXlsx(hostile))
    const names = sheetNames(files)
    expect(new Set(names).size).toBe(4)
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/)
    const sheet = files['xl/worksheets/sheet1.xml'] ?? ''
    expect(sheet).not.toContain('<f>')
    expect(cellsIn(sheet).get('B3')).toBe('@SUM(A1)')
    expect(files['xl/styles.xml']).toContain('quotePrefix="1"')
  })

  it('is the same file for the same report', () => {
    const [one, two] = [
      tablesAsXlsx(aReportDocument()),
      tablesAsXlsx(aReportDocument({ on: isoDate('2026-03-13') })),
    ]
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
  })

  it('names columns past the twenty-sixth', () => {
    const row = Array.from({ length: 28 }, (_, at) => ({ value: at, look: 'number' as const }))
    const files = filesOf(
      workbook([{ name: '', rows: [row], widths: [], frozenRows: 0, frozenColumns: 0 }], 'Wide'),
    )
    expect(cellsIn(files['xl/worksheets/sheet1.xml'] ?? '').get('AB1')).toBe(27)
    expect(sheetNames(files)).toEqual(['Sheet 1'])
  })
})
