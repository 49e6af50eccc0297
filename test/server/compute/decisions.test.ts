import { expect, it } from 'vitest'
import { decisions } from '../../../server/compute/decisions.ts'

it('every decision has its number, none is left out, and each is a sentence or more', () => {
  const numbers = Object.keys(decisions)
  expect(numbers).toEqual(numbers.map((_, place) => `D${String(place + 1).padStart(2, '0')}`))
  expect(numbers).toHaveLength(28)
  for (const text of Object.values(decisions)) expect(text).toMatch(/^\S.*\.$/s)
})
