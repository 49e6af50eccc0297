import { fileProblem, type ReadProblem } from './read-problem.ts'

const HEAD_LENGTH = 4096

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

const workbook = () =>
  fileProblem(
    'excel-workbook',
    'This is an Excel workbook. Open it, choose Save as, “CSV UTF-8”, and drop that file.',
  )

/**
 * A problem when the first bytes show that the file is no table of text, whatever its name says: a workbook,
 * an archive, a PDF, a page of markup. Null for anything else.
 */
export function notText(bytes: Uint8Array): ReadProblem | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_LENGTH)).toString(
    'latin1',
  )
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    return /\[Content_Types\]\.xml|xl\/|_rels\/|opendocument\.spreadsheet/.test(head)
      ? workbook()
      : fileProblem('archive', 'This is a ZIP archive. Unpack it and drop the CSV files that are in it.')
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return workbook()
  if (startsWith(bytes, 0x1f, 0x8b)) {
    return fileProblem(
      'archive',
      'This is a compressed (gzip) file. Unpack it and drop the CSV file that is in it.',
    )
  }
  if (head.startsWith('%PDF')) {
    return fileProblem(
      'pdf',
      'This is a PDF. Export the list from the school’s system as CSV and drop that file.',
    )
  }
  const start = head.replace(/^ï»¿/, '').trimStart().toLowerCase()
  if (/^<(!doctype|html|head|body|table|meta|div)\b/.test(start)) {
    return fileProblem(
      'web-page',
      'This is a web page, even if its name says otherwise. Open it in a spreadsheet, save it as “CSV UTF-8” and drop that file.',
    )
  }
  if (start.startsWith('<')) {
    return fileProblem(
      'xml',
      'This is an XML file. Export the list from the school’s system as CSV and drop that file.',
    )
  }
  if (/^[{[]\s*["{[\]}]/.test(start)) {
    return fileProblem(
      'json',
      'This is a JSON file. Export the list from the school’s system as CSV and drop that file.',
    )
  }
  return null
}
