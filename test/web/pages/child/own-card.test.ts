import { describe, expect, it } from 'vitest'
import { answeredWords, ownCardView } from '../../../../web/pages/child/own-card.ts'
import { aCard } from '../../../support/build/a-child-page.ts'

const soon = aCard({})
const answered = aCard({ state: 'answered', answer: 'not-done', note: 'Ask on Monday' })

describe('a card on the child’s own page', () => {
  it('says what was answered in place of its ways, and can be taken back on the day itself', () => {
    expect(answeredWords(answered)).toBe('Answered: it was not done: “Ask on Monday”')
    expect(ownCardView(answered, { solid: false, isToday: true })).toMatchObject({ undo: true })
    expect(ownCardView(answered, { solid: false, isToday: false })).toMatchObject({ undo: false })
  })

  it('says when it will ask again', () => {
    const postponed = aCard({ state: 'postponed', askAgainOn: '2026-03-20' })
    expect(answeredWords(postponed).replaceAll('\u00a0', ' ')).toBe('Will ask again on Fri 20 March.')
    expect(answeredWords(soon)).toBe('')
  })

  it('has no button that only leads to where one is', () => {
    const { form: _, ...action } = soon.action
    expect(ownCardView(aCard({ action }), { solid: true, isToday: true })).not.toHaveProperty('action')
    expect(ownCardView(soon, { solid: true, isToday: true }).action).toMatchObject({ solid: true })
  })
})
