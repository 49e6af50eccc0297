import { describe, expect, it } from 'vitest'
import { alertViewOf, groupViewOf, whenOf } from '../../../../web/pages/today/card-view.ts'
import { aCard } from './a-card.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const when = (given: Parameters<typeof aCard>[1]) => {
  const said = whenOf(aCard('Ada', given))
  return said && [plain(said.big), plain(said.small)]
}
const open = { solid: false, isToday: true }

describe('the largest words of a card', () => {
  it('count the days to the due day', () => {
    expect(when({ distance: 10 })).toEqual(['In 10 school days', 'by Fri 27 March'])
    expect(when({ distance: 0 })).toEqual(['Today', 'Fri 27 March'])
    expect(when({ distance: 1, dayKind: 'working' })).toEqual(['In 1 working day', 'by Fri 27 March'])
    expect(when({ distance: null })).toEqual(['By Fri 27 March', ''])
  })

  it('count how late something is, unless nothing can undo it', () => {
    const broken = { status: 'breach', dueOn: null, since: '2026-03-06' } as const
    expect(when({ ...broken, distance: -5 })).toEqual(['5 school days late', 'since Fri 6 March'])
    expect(when({ ...broken, distance: -5, final: true })).toEqual(['Cannot be undone', 'Fri 6 March'])
    expect(when({ ...broken, distance: null, since: null })).toEqual(['Broken', ''])
  })

  it('say what is left to miss where that is counted, and nothing where no day is set', () => {
    const watched = (value: string) =>
      when({
        status: 'watch',
        dueOn: null,
        evidence: [{ label: 'Can still be missed this year before 10\u00a0%', value }],
      })
    expect(watched('14 of 146')).toEqual(['14 sessions', 'left to miss'])
    expect(watched('1 of 146')).toEqual(['1 session', 'left to miss'])
    expect(watched('0 of 146')).toEqual(['None left', 'to miss this year'])
    expect(when({ status: 'watch', dueOn: null })).toBeUndefined()
  })
})

describe('the ways on', () => {
  it('offer an answer as at today alone', () => {
    expect(alertViewOf(aCard('Ada'), open).answerLabel).toBe('Done, or not needed…')
    expect(alertViewOf(aCard('Ada'), { ...open, isToday: false })).not.toHaveProperty('answerLabel')
    expect(alertViewOf(aCard('Ada', { alertId: null }), open)).not.toHaveProperty('answerLabel')
  })

  it('say what closes it, where the word “done” does not', () => {
    const action = { ...aCard('Ada').action, label: 'Record something different' }
    expect(alertViewOf(aCard('Ada', { closedBy: 'record', action }), open).closing).toBe(
      '“Record something different” closes it by itself, once that is on record.',
    )
    expect(alertViewOf(aCard('Ada'), open)).not.toHaveProperty('closing')
  })

  it('say in their place what was answered a moment ago', () => {
    const view = alertViewOf(aCard('Ada'), { ...open, settled: { said: 'It was done.', canUndo: true } })
    expect(view).toMatchObject({ answered: 'It was done.', undo: true })
  })
})

describe('several children in one card', () => {
  const group = (...cards: ReturnType<typeof aCard>[]) => groupViewOf('PEP in each term', cards, () => open)

  it('share one title and its words, each with a way on of their own', () => {
    const view = group(aCard('Ada'), aCard('Ben'), aCard('Cay'))
    expect(plain(view.title)).toBe('PEP in each term: three children')
    expect(view.evidence).toBe('No spring PEP yet.')
    expect(view.rows.map(({ id, note }) => [id, plain(note)])).toEqual([
      ['alert-Ada', 'Year 9'],
      ['alert-Ben', 'Year 9'],
      ['alert-Cay', 'Year 9'],
    ])
  })

  it('say what differs beside each name', () => {
    const rows = group(
      aCard('Ada'),
      aCard('Ben', { title: 'Spring PEP to complete', message: 'Held.' }),
      aCard('Cay'),
    ).rows
    expect(rows.map(({ note }) => note)).toEqual([
      'Spring PEP to hold',
      'Spring PEP to complete',
      'Spring PEP to hold',
    ])
    const reasons = group(aCard('Ada', { message: 'N on Monday.' }), aCard('Ben'), aCard('Cay'))
    expect(reasons.evidence).toBeUndefined()
    expect(reasons.rows[0]?.note).toBe('N on Monday.')
  })

  it('take what all titles begin with as their title', () => {
    const watch = { status: 'watch', dueOn: '2026-05-20', distance: 37 } as const
    const view = group(
      aCard('Ada', { ...watch, title: 'Governors meet if parents ask: the suspension of 25 February' }),
      aCard('Ada', {
        ...watch,
        alertId: 'two',
        title: 'Governors meet if parents ask: the suspension of 26 January',
      }),
    )
    expect(plain(view.title)).toBe('Governors meet if parents ask: one child')
    expect(plain(view.rows[0]?.note ?? '')).toBe(
      'The suspension of 25 February · In 37 school days by Wed 20 May',
    )
  })

  it('of repeated suspensions say the sum of each child', () => {
    const repeated = { ruleId: 'suspension-repeated', status: 'watch', dueOn: null } as const
    const view = group(
      aCard('Ada', {
        ...repeated,
        title: 'Three suspensions this year',
        message: 'Third in twelve weeks; 7.5 of 45 school days this year: two or more in a term. Record it.',
      }),
      aCard('Ben', { ...repeated, title: 'Two suspensions this year', message: 'Second in one week: two.' }),
    )
    expect(view.rows.map(({ note }) => note)).toEqual([
      'Third in twelve weeks; 7.5 of 45 school days this year',
      'Second in one week',
    ])
  })
})
