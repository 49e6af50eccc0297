import { expect, it } from 'vitest'
import { shownValue } from '../../../server/import/read-problem.ts'

it('a value is shown with what is invisible written out', () => {
  expect(shownValue('a\tb\u202Ec\nd')).toBe('a\\u{9}b\\u{202E}c\\u{A}d')
  expect(shownValue('Zoë 李 🙂')).toBe('Zoë 李 🙂')
})

it('a value over forty characters is cut and says so', () => {
  expect(shownValue('x'.repeat(40))).toBe('x'.repeat(40))
  expect(shownValue('x'.repeat(41))).toBe(`${'x'.repeat(39)}…`)
  expect(shownValue('\n'.repeat(41))).toHaveLength(40)
  expect(shownValue('y'.repeat(1_000_000))).toHaveLength(40)
})
