import { describe, expect, it } from 'vitest'
import { todayLead, todaySentence } from '../../../../web/pages/today/sentences.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const counts = (given: Partial<Parameters<typeof todayLead>[0]>) => ({
  breach: 0,
  due: 0,
  watch: 0,
  noData: 0,
  error: 0,
  answered: 0,
  postponed: 0,
  ...given,
})
const says = (given: object, onTheDay = 0, until: string | null = '2026-03-27') =>
  plain(todaySentence(counts(given), onTheDay, until))

describe('the sentence of Today', () => {
  it('says that nothing asks for anybody', () => {
    expect(says({})).toBe('Nothing is broken, and nothing falls due soon.')
  })

  it.each([
    [1, 1, 'One duty falls due today.'],
    [2, 2, 'Two duties fall due today.'],
    [2, 1, 'One duty falls due today; one more by Friday 27 March.'],
    [22, 2, 'Two duties fall due today; 20 more by Friday 27 March.'],
    [1, 0, 'One duty falls due by Friday 27 March.'],
    [12, 0, '12 duties fall due by Friday 27 March.'],
  ])('of %i due, %i of them today', (due, onTheDay, expected) => {
    expect(says({ due }, onTheDay)).toBe(expected)
  })

  it('says what is broken when nothing falls due', () => {
    expect(says({ breach: 1 })).toBe('One duty is broken; nothing else falls due soon.')
    expect(says({ breach: 59 })).toBe('59 duties are broken; nothing else falls due soon.')
  })

  it('names no day past the known calendar', () => {
    expect(says({ due: 3 }, 0, null)).toBe('Three duties fall due soon.')
  })
})

describe('the lead of Today', () => {
  it('is empty when there is nothing to add', () => {
    expect(todayLead(counts({ watch: 4 }))).toBe('')
  })

  it('asks for an honest record, and says what is not known and what was answered', () => {
    expect(todayLead(counts({ breach: 1, noData: 1, answered: 1, postponed: 2 }))).toBe(
      'One is broken and needs an honest record. One is not known yet. One is answered already. Two will ask again later.',
    )
    expect(todayLead(counts({ breach: 9, noData: 20 }))).toBe(
      'Nine are broken and need an honest record. 20 are not known yet.',
    )
  })
})
