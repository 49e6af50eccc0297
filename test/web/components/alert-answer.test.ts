import { expect, it } from 'vitest'
import { wrongWith } from '../../../web/components/alert-answer.ts'

const ON = '2026-03-13'

it('asks for one of the answers', () => {
  expect(wrongWith(null, '', ON)).not.toBe('')
})

it('takes "it was done" without another word', () => {
  expect(wrongWith('done', '', ON)).toBe('')
  expect(wrongWith('done', 'On 3 March by the office', ON)).toBe('')
})

it('asks for a sentence where the answer needs its reason', () => {
  expect(wrongWith('not-done', '', ON)).toContain('different')
  expect(wrongWith('not-a-duty', '', ON)).toContain('why')
  expect(wrongWith('not-done', 'The office rings before the letter is typed.', ON)).toBe('')
})

it('puts an alert off to a day still to come: not to today, and not to the day before', () => {
  expect(wrongWith('ask-again', '', ON)).not.toBe('')
  expect(wrongWith('ask-again', '2026-03-12', ON)).not.toBe('')
  expect(wrongWith('ask-again', ON, ON)).not.toBe('')
  expect(wrongWith('ask-again', '2026-03-14', ON)).toBe('')
})
