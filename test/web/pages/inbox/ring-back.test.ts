import { expect, it } from 'vitest'
import { ringBack } from '../../../../web/pages/inbox/ring-back.ts'

it.each([
  [null, null],
  ['the office', null],
  ['ext. 204', null],
  ['01632 960100', { shown: '01632 960100', dialled: '01632960100', words: null }],
  ['+44 (1632) 960-100', { shown: '+44 (1632) 960-100', dialled: '+441632960100', words: null }],
  [
    'Mrs Curlew before 08:30, 01632 960100',
    {
      shown: '01632 960100',
      dialled: '01632960100',
      words: 'Mrs Curlew before 08:30',
    },
  ],
])('%s is rung back as %o', (words, ring) => {
  expect(ringBack(words)).toEqual(ring)
})
