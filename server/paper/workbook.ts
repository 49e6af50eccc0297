import { strToU8, zipSync, type Zippable } from 'fflate'
import { escaped } from '../report/charts/xml-text.ts'

/** How a cell looks. A text cell is text for ever: it is never run, also not when somebody edits it. */
export type Look = 'text' | 'bold' | 'head' | 'number' | 'percent' | 'pounds' | 'symbol' | 'wrapped'

export interface SheetCell {
  readonly value: string | number
  readonly look: Look
}

export interface Sheet {
  /** Any words; signs that sheets may not have in their names are left out, and what is too long is cut. */
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
  /** Widths of the columns in letters. */
  readonly widths: readonly number[]
  /** Rows at the top, and columns at the left, that stay when the sheet is scrolled. */
  readonly frozenRows: number
  readonly frozenColumns: number
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Any day: files of the same report are the same, and the format has no "none". */
const DAY = '2000-01-01T00:00:00'

const looks: readonly Look[] = ['text', 'bold', 'head', 'number', 'percent', 'pounds', 'symbol', 'wrapped']
const formatOf: Record<Look, string> = {
  text: 'numFmtId="49" fontId="0" borderId="0" quotePrefix="1" applyNumberFormat="1"',
  bold: 'numFmtId="49" fontId="1" borderId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1"',
  head: 'numFmtId="49" fontId="1" borderId="1" quotePrefix="1" applyNumberFormat="1" applyFont="1" applyBorder="1"',
  number: 'numFmtId="0" fontId="0" borderId="0"',
  percent: 'numFmtId="164" fontId="0" borderId="0" applyNumberFormat="1"',
  pounds: 'numFmtId="165" fontId="0" borderId="0" applyNumberFormat="1"',
  symbol: 'numFmtId="49" fontId="0" borderId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"',
  wrapped: 'numFmtId="49" fontId="0" borderId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"',
}
const alignmentOf: Partial<Record<Look, string>> = {
  symbol: '<alignment horizontal="right"/>',
  wrapped: '<alignment wrapText="1" vertical="top"/>',
}

const styles =
  `${HEAD}<styleSheet xmlns="${MAIN}">` +
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="General&quot; %&quot;"/><numFmt numFmtId="165" formatCode="&quot;£&quot;#,##0"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color auto="1"/></bottom><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${looks.length}">${looks
    .map((look) => `<xf ${formatOf[look]} fillId="0" xfId="0">${alignmentOf[look] ?? ''}</xf>`)
    .join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

/** `A`, `B`, … `Z`, `AA`. */
const columnName = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26)

const cellXml = ({ value, look }: SheetCell, place: string): string => {
  const start = `<c r="${place}" s="${looks.indexOf(look)}"`
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

function sheetXml({ rows, widths, frozenRows, frozenColumns }: Sheet): string {
  const split = [
    frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : '',
    frozenRows > 0 ? ` ySplit="${frozenRows}"` : '',
  ].join('')
  const pane = frozenColumns > 0 ? (frozenRows > 0 ? 'bottomRight' : 'topRight') : 'bottomLeft'
  const first = `${columnName(frozenColumns)}${frozenRows + 1}`
  const view = split
    ? `<sheetView workbookViewId="0"><pane${split} topLeftCell="${first}" activePane="${pane}" state="frozen"/></sheetView>`
    : '<sheetView workbookViewId="0"/>'
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  const lines = rows.map(
    (row, at) =>
      `<row r="${at + 1}">${row.map((cell, column) => cellXml(cell, `${columnName(column)}${at + 1}`)).join('')}</row>`,
  )
  return (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews>${view}</sheetViews>` +
    `${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>${lines.join('')}</sheetData></worksheet>`
  )
}

const LONGEST_NAME = 31

/** Names as sheets may have them, no two alike whatever their case. */
function sheetNames(sheets: readonly Sheet[]): string[] {
  const used = new Set<string>()
  return sheets.map(({ name }, at) => {
    const clean = name
      .replaceAll(/[[\]:*?/\\]/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
    const whole = clean.replaceAll(/^'+|'+$/g, '') || `Sheet ${at + 1}`
    let own = whole.slice(0, LONGEST_NAME).trim()
    for (let copy = 2; used.has(own.toLowerCase()); copy += 1) {
      const end = ` ${copy}`
      own = `${whole.slice(0, LONGEST_NAME - end.length).trim()}${end}`
    }
    used.add(own.toLowerCase())
    return own
  })
}

/** An Excel workbook as bytes: the same for the same sheets. Numbers are numbers, everything else is text. */
export function workbook(sheets: readonly Sheet[], title: string): Uint8Array {
  const names = sheetNames(sheets)
  const each = (write: (number: number, at: number) => string) =>
    sheets.map((_, at) => write(at + 1, at)).join('')
  const files: Record<string, string> = {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
      `${each((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels':
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>` +
      `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each(
      (number, at) => `<sheet name="${escaped(names[at] ?? '')}" sheetId="${number}" r:id="rId${number}"/>`,
    )}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each(
      (number) =>
        `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
    )}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)])),
  }
  const zipped: Zippable = {}
  for (const [path, xml] of Object.entries(files)) zipped[path] = [strToU8(xml), { mtime: DAY }]
  return zipSync(zipped, { level: 6 })
}
