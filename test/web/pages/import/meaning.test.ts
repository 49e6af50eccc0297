import { expect, it } from 'vitest'
import { instantWords } from '../../../../web/pages/import/instant.ts'
import { meaningSentence, turnWords } from '../../../../web/pages/import/meaning.ts'

const none = { opens: 0, worse: 0, changes: 0, better: 0, closes: 0, unknown: 0 }

it('what becomes of a duty is said beside its mark', () => {
  expect(turnWords({ turn: 'opens', status: 'breach' })).toEqual({ mark: 'breach', words: 'opens: broken' })
  expect(turnWords({ turn: 'changes', status: 'watch' })).toEqual({ mark: 'watch', words: 'still watch' })
  expect(turnWords({ turn: 'better', status: 'due' })).toEqual({ mark: 'due', words: 'now due' })
  expect(turnWords({ turn: 'closes', status: 'met' })).toEqual({ mark: 'met', words: 'closes' })
  expect(turnWords({ turn: 'closes', status: 'not-applicable' }).mark).toBe('not-applicable')
  expect(turnWords({ turn: 'unknown', status: 'no-data' }).mark).toBe('no-data')
})

it('what files mean is summed in one sentence, which is true for none', () => {
  expect(meaningSentence({ counts: none })).toBe('No duty would open, close or change.')
  expect(meaningSentence({ counts: { ...none, opens: 1, closes: 2, better: 1, changes: 3 } })).toBe(
    '1\u00a0duty would open, 2 would close, 4 would change.',
  )
})

it('an instant is told as the clock in England said, in winter and in summer', () => {
  expect(instantWords('2026-01-12T08:30:00.000Z')).toMatch(/12 January 2026.*08:30/)
  expect(instantWords('2026-06-12T08:30:00.000Z')).toMatch(/12 June 2026.*09:30/)
})
