import { describe, expect, it } from 'vitest'
import { notText } from '../../../server/import/not-text.ts'

const code = (bytes: Uint8Array | string) => notText(Buffer.from(bytes))?.code ?? null

describe('a file that is no table of text is known by its first bytes', () => {
  it('Excel workbooks, new and old, with what to do', () => {
    const workbook = notText(
      Buffer.from('PK\x03\x04\x14\0\x06\0[Content_Types].xml xl/workbook.xml', 'latin1'),
    )
    expect(workbook?.message).toContain('This is an Excel workbook.')
    expect(workbook?.message).toContain('CSV')
    expect(code(Buffer.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1))).toBe('excel-workbook')
    expect(code('PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet')).toBe('excel-workbook')
  })

  it('archives, PDF, web pages saved as .xls, XML and JSON', () => {
    expect(code('PK\x03\x04 children.csv')).toBe('archive')
    expect(code(Buffer.of(0x1f, 0x8b, 8, 0))).toBe('archive')
    expect(code('%PDF-1.7')).toBe('pdf')
    expect(code('\uFEFF\n <!DOCTYPE html><p>')).toBe('web-page')
    expect(code('<TABLE border=1>')).toBe('web-page')
    expect(code('<?xml version="1.0"?><CTfile/>')).toBe('xml')
    expect(code('{"upn": 1}')).toBe('json')
  })

  it('a list is none of these, and an empty file is left to others', () => {
    for (const text of ['upn,surname\n', '"upn";"<b>"\n', 'PK,name\n', '', '[1] upn,name']) {
      expect([text, code(text)]).toEqual([text, null])
    }
  })
})
