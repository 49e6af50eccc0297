import { expect, it } from 'vitest'
import { guessOf, mappingOf, missingFrom } from '../../../../web/pages/import/match-columns.ts'

const columns = [
  { header: 'upn', needed: true },
  { header: 'year_group', needed: true },
  { header: 'left_on', needed: false },
]

it('what is still to match is said in words, and only columns of the source are sent', () => {
  const matched = [
    { theirs: 'Number', ours: 'upn' },
    { theirs: 'Mood', ours: null },
    { theirs: 'Held', ours: 'held_on' },
  ]
  expect(missingFrom(matched, columns)).toEqual(['year group'])
  expect(mappingOf(matched, columns)).toEqual({ Number: 'upn' })
})

it('a file nobody guesses at begins with nothing matched', () => {
  expect(guessOf({ guess: null, header: ['a', 'b'] })).toEqual([
    { theirs: 'a', ours: null },
    { theirs: 'b', ours: null },
  ])
})
