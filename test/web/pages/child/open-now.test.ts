import { describe, expect, it } from 'vitest'
import { nextCard, openNow, openWords } from '../../../../web/pages/child/open-now.ts'
import { aCard, aChildPage } from '../../../support/build/a-child-page.ts'

const day = (text: string) => text as never
const broken = aCard({ status: 'breach', title: 'Broken', dueOn: null })
const soon = aCard({ title: 'Soon' })
const later = aCard({ title: 'Later', dueOn: day('2026-07-17') })
const answered = aCard({ title: 'Answered', state: 'answered', answer: 'not-done', note: 'Ask on Monday' })

describe('what is open now', () => {
  it('is broken, due within ten school days, or to be watched; answered and later stand apart', () => {
    const page = aChildPage({ cards: [broken, answered, soon, later] })
    const found = openNow(page)
    expect(found.open).toEqual([broken, soon])
    expect(found.answered).toEqual([answered])
    expect(found.later).toEqual([later])
  })

  it('is everything where the calendar does not reach so far', () => {
    expect(openNow(aChildPage({ cards: [later], horizon: null })).open).toEqual([later])
  })

  it('is counted in words', () => {
    expect(openWords([broken, soon, aCard({ status: 'watch' })])).toBe('One broken, one due and one to watch')
    expect(openWords([])).toBe('Nothing is open')
  })
})

describe('the next thing to do', () => {
  it('is what falls due first', () => {
    const sooner = aCard({ dueOn: day('2026-03-16') })
    expect(nextCard([broken, soon, sooner])).toBe(sooner)
  })

  it('is otherwise what is broken and can still be mended', () => {
    const final = aCard({ status: 'breach', final: true })
    expect(nextCard([final, broken])).toBe(broken)
    expect(nextCard([final])).toBeUndefined()
  })
})
