import { describe, expect, it } from 'vitest'
import { plainValue } from '../../../../server/api/http/plain-text.ts'

const fields = (value: unknown) => plainValue(value)[1].map(({ field }) => field)

describe('texts people send', () => {
  it.each(['O’Neill', 'Ngũgĩ', '李', 'Zoë-Anaïs', 'line\nline', 'tab\there', 'שלום', '👩‍🏫', '', '   '])(
    'are kept: %s',
    (text) => {
      expect(plainValue({ text })).toEqual([{ text }, []])
    },
  )

  it.each(['a\u0000b', '\u001b[31m', 'a\u202eb', '\ud800', '\u200b', 'a\u2066b', '\u0085'])(
    'are refused when they hold what no keyboard writes: %j',
    (text) => {
      expect(fields({ fields: { name: text } })).toEqual(['name'])
    },
  )

  it('have one spelling of one name', () => {
    expect(plainValue('Zoe\u0308')[0]).toBe('Zoë')
  })

  it('may not name the prototype of anything', () => {
    expect(fields(JSON.parse('{"fields":{"__proto__":{"role":"x"}}}'))).toEqual(['__proto__'])
  })
})
