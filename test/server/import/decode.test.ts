import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, type DecodedFile } from '../../../server/import/decode.ts'
import { isProblem, type ReadProblem } from '../../../server/import/read-problem.ts'

const decoded = (bytes: Uint8Array): DecodedFile & { string: string } => {
  const file = decode(bytes)
  if (isProblem(file)) throw new Error(file.message)
  return { ...file, string: Buffer.from(file.text).toString() }
}
const refused = (bytes: Uint8Array): ReadProblem => {
  const file = decode(bytes)
  if (!isProblem(file)) throw new Error('was read')
  return file
}
const bytes = (...parts: (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(part))))
const BOM = [0xef, 0xbb, 0xbf]
const utf16 = (text: string, big: boolean) => {
  const little = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return big ? little.swap16() : little
}

const list = 'upn,forename\r\n1,Zoë-Anaïs\r\n2,Ngũgĩ\r\n3,李\r\n'

describe('the encoding of a file', () => {
  it('is UTF-8 with or without a byte order mark, which is not part of the text', () => {
    for (const [start, encoding] of [
      [[], 'UTF-8'],
      [BOM, 'UTF-8 with BOM'],
    ] as const) {
      const file = decoded(bytes(...start, list))
      expect(file.encoding).toBe(encoding)
      expect(file.string).toBe(list)
      expect(file.firstAccented).toBe('Zoë-Anaïs')
    }
  })

  it('is UTF-16 of either order by its byte order mark, pairs of surrogates included', () => {
    for (const big of [false, true]) {
      const file = decoded(utf16(`${list}4,𝒜🙂`, big))
      expect(file.encoding).toBe(big ? 'UTF-16 BE' : 'UTF-16 LE')
      expect(file.string).toBe(`${list}4,𝒜🙂`)
      expect(file.stripped.count).toBe(0)
    }
  })

  it('is Windows-1252 when the bytes are not UTF-8, the upper control range included', () => {
    const file = decoded(bytes('upn;name\n1;Jos', 0xe9, ' O', 0x92, 'Neill ', 0x80, 0x8a, 0x9f, 0x9e, 0xff))
    expect(file.encoding).toBe('Windows-1252')
    expect(file.string).toBe('upn;name\n1;José O’Neill €ŠŸžÿ')
    expect(file.firstAccented).toBe('José O’Neill €ŠŸžÿ')
  })

  it('of plain ASCII has no accented letter to show', () => {
    expect(decoded(bytes('a,b\n1,2'))).toMatchObject({ encoding: 'UTF-8', firstAccented: null })
  })

  it('is refused with the line when letters of two encodings are mixed', () => {
    const problem = refused(bytes('name\r\nJosé\r\nRen', 0xe9, 'e\r\n'))
    expect(problem).toMatchObject({ code: 'mixed-encodings', line: 3 })
    expect(problem.message).toContain('Line 3')
  })

  it('is refused when a file that says it is UTF-8 is not', () => {
    expect(refused(bytes(...BOM, 'a\nb\nRen', 0xe9, 'e'))).toMatchObject({ code: 'mixed-encodings', line: 3 })
  })

  it('is refused with the line at a byte that stands for nothing', () => {
    for (const byte of [0x81, 0x8d, 0x8f, 0x90, 0x9d]) {
      expect(refused(bytes('a\rb\r\nc\nx', byte))).toMatchObject({ code: 'undecodable', line: 4 })
    }
  })

  it('is refused when a UTF-16 file is cut off in the middle of a character', () => {
    expect(refused(utf16('ab', false).subarray(0, 5)).code).toBe('cut-off')
  })
})

describe('characters that have no place in a list', () => {
  it('NUL refuses the file with its line, whatever the encoding', () => {
    expect(refused(bytes('a,b\n1,', 0, '2'))).toMatchObject({ code: 'nul', line: 2 })
    expect(refused(utf16('a\n\0', true))).toMatchObject({ code: 'nul', line: 2 })
    expect(refused(Buffer.from('a,b\n1,2', 'utf16le'))).toMatchObject({ code: 'nul', line: 1 })
  })

  it('controls, bidirectional controls and marks in mid-text are taken out and listed with their lines', () => {
    const file = decoded(bytes('a\u0007b\n\u202Ec\u2066d\r\n\uFEFFe\u0085\u200Ff\u061C\u007F'))
    expect(file.string).toBe('ab\ncd\r\nef')
    expect(file.stripped).toEqual({
      count: 8,
      first: [
        { line: 1, character: 'U+0007' },
        { line: 2, character: 'U+202E' },
        { line: 2, character: 'U+2066' },
        { line: 3, character: 'U+FEFF' },
        { line: 3, character: 'U+0085' },
        { line: 3, character: 'U+200F' },
        { line: 3, character: 'U+061C' },
        { line: 3, character: 'U+007F' },
      ],
    })
  })

  it('lone surrogates are taken out and listed, in UTF-16 and written as if in UTF-8', () => {
    const high = decoded(utf16('a\nb\uD800c\uDC00\uD83D\uDE42', false))
    expect(high.string).toBe('a\nbc🙂')
    expect(high.stripped.first).toEqual([
      { line: 2, character: 'U+D800' },
      { line: 2, character: 'U+DC00' },
    ])
    const written = decoded(bytes('a\né', 0xed, 0xa0, 0x80, 'b'))
    expect(written).toMatchObject({ encoding: 'UTF-8', string: 'a\néb', stripped: { count: 1 } })
  })

  it('are counted all and listed up to a hundred', () => {
    const file = decoded(bytes('x', '\u0001'.repeat(5000), 'y'))
    expect(file.string).toBe('xy')
    expect(file.stripped.count).toBe(5000)
    expect(file.stripped.first).toHaveLength(100)
  })

  it('refuse the file when they are more than any list holds', () => {
    expect(refused(bytes('x', '\u0001'.repeat(10_001)))).toMatchObject({ code: 'no-text' })
  })

  it('tabs and line ends stay, and a clean text is not copied', () => {
    const clean = bytes('a\tb\r\n"c\rd"\né')
    expect(decoded(clean).text).toBe(clean)
  })
})

it('any text of letters, marks and symbols comes through UTF-8 and UTF-16 unchanged', () => {
  const texts = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/\p{Cc}|\p{Cf}/u.test(text))
  fc.assert(
    fc.property(texts, (text) => {
      expect(decoded(Buffer.from(text)).string).toBe(text)
      expect(decoded(utf16(text, false)).string).toBe(text)
      expect(decoded(utf16(text, true)).string).toBe(text)
    }),
  )
})
