import { describe, expect, it } from 'vitest'
import { inboxSentence, medianWords, newsWords } from '../../../../web/pages/inbox/sentences.ts'
import { anItem } from './an-item.ts'

const now = '2026-03-13T07:52:00.000Z'
const read = { at: '2026-03-13T07:30:00.000Z', by: 'Kit Whinchat' }
const otherSchool = { id: 'b', name: 'Harrowmere College' }
const said = (...open: ReturnType<typeof anItem>[]) => {
  const { first, waiting, rest } = inboxSentence(open, now)
  return `${first} ${waiting ? `${waiting.name}’s school ${waiting.words}` : rest}`
    .trim()
    .replaceAll('\u00a0', ' ')
}

describe('the sentence of the inbox', () => {
  it('is quiet when nobody waits', () => {
    expect(said()).toBe('No school is about to suspend a child you look after.')
  })

  it('says who has waited longest', () => {
    expect(said(anItem())).toBe('A school is about to suspend a child. Kwame’s school has waited 40 minutes.')
    const orla = anItem({
      id: 'two',
      school: otherSchool,
      child: { id: 'o', name: 'Orla Finch', yearGroup: '8', statuses: ['cla'] },
      openedAt: '2026-03-13T07:50:00.000Z',
    })
    expect(said(orla, anItem())).toBe(
      'Two schools are about to suspend a child. Kwame’s school has waited 40 minutes.',
    )
    expect(said(orla, anItem({ read }))).toBe(
      'Two schools are about to suspend a child. Orla’s school has waited 2 minutes.',
    )
  })

  it('says of a flag of this minute that it just came', () => {
    expect(said(anItem({ openedAt: '2026-03-13T07:51:30.000Z' }))).toBe(
      'A school is about to suspend a child. Kwame’s school has just told you.',
    )
  })

  it('says when all were read', () => {
    expect(said(anItem({ read }))).toBe('A school is about to suspend a child. It has been read.')
    expect(said(anItem({ read }), anItem({ id: 'two', read }))).toBe(
      'One school is about to suspend two children. Both have been read.',
    )
    expect(said(anItem({ read }), anItem({ id: 'two', read }), anItem({ school: otherSchool, read }))).toBe(
      'Two schools are about to suspend three children. All three have been read.',
    )
  })
})

it('the median is said with how many it is of, and not before anything was read', () => {
  expect(medianWords(null, 0)).toBeNull()
  expect(medianWords(14, 6)).toEqual({
    number: '14\u00a0minutes',
    after: '(median of 6)',
  })
  expect(medianWords(0, 1)).toEqual({ number: 'under a minute', after: '(one flag)' })
})

it('a new flag is told aloud by its school, never by the child', () => {
  expect(newsWords([])).toBe('')
  expect(newsWords([anItem()])).toBe('A new flag from Ashbrook Vale School.')
  expect(newsWords([anItem(), anItem({ school: otherSchool })])).toBe('Two new flags.')
})
