import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonFault, readStrictJson } from '../../../../server/api/http/strict-json.ts'

const read = (text: string) => readStrictJson(new TextEncoder().encode(text).buffer)

describe('a body of JSON', () => {
  it('is read as the platform reads it when nothing is odd about it', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        fc.pre(jsonFault(text) === null)
        expect(read(text)).toEqual({ value: JSON.parse(text) })
      }),
    )
  })

  it.each([
    ['nothing', ''],
    ['half a document', '{"a":'],
    ['a comma too many', '{"a":1,}'],
    ['two documents', '{}{}'],
    ['a byte order mark', '\ufeff{}'],
    ['a text without an end', '{"a'],
    ['a number that is none', '{"a":NaN}'],
    ['the same field twice', '{"a":1,"a":2}'],
    ['the same field twice, once escaped', String.raw`{"a":1,"\u0061":2}`],
    ['nesting without sense', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['a hundred thousand fields', `{${Array.from({ length: 100_000 }, (_, i) => `"k${i}":0`).join(',')}}`],
  ])('is refused when it is %s', (_, text) => {
    expect(read(text)).toHaveProperty('fault')
  })

  it('is refused when its bytes are no UTF-8', () => {
    expect(readStrictJson(new Uint8Array([0x22, 0xff, 0x22]).buffer)).toEqual({
      fault: 'It is not text in UTF-8.',
    })
  })

  it('may use one name in two objects', () => {
    expect(read('{"a":{"b":1},"c":{"b":2},"d":["b","b"]}')).toHaveProperty('value')
  })
})
