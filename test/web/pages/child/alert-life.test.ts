import { expect, it } from 'vitest'
import { stepWords, type AlertStep } from '../../../../web/pages/child/alert-life.ts'

const words = (changed: Partial<AlertStep>) =>
  stepWords(
    { at: '2026-03-13T08:00:00.000Z', changedBy: 'Ruth Plover', step: 'seen', note: null, ...changed },
    '2026-03-16',
  ).replaceAll('\u00a0', ' ')

it.each([
  [{ step: 'raised', changedBy: 'evaluation' } as const, '13 March, the rules: Raised'],
  [{}, '13 March, Ruth Plover: Looked at'],
  [{ step: 'answered', note: 'done' } as const, '13 March, Ruth Plover: Answered, it was done'],
  [
    { step: 'answered', note: 'not-done: The office asks\non Monday.' } as const,
    '13 March, Ruth Plover: Answered, it was not done: The office asks\non Monday.',
  ],
  [
    { step: 'postponed', note: '2026-03-20 When the carer is back' } as const,
    '13 March, Ruth Plover: Put off, until 20 March: When the carer is back',
  ],
  [{ step: 'postponed', note: '2026-03-20' } as const, '13 March, Ruth Plover: Put off, until 20 March'],
  [
    { step: 'closed', changedBy: 'evaluation', at: '2025-06-02T00:00:00.000Z' } as const,
    '2 June 2025, the rules: Closed by what is recorded',
  ],
])('a step is told with its day, who took it, and its note: %o', (step, said) => {
  expect(words(step)).toBe(said)
})
