import { describe, expect, it } from 'vitest'
import { fundSums, pounds, type PremiumMoney } from '../../../../web/pages/school/premium-words.ts'

const money = (
  fund: PremiumMoney['fund'],
  direction: PremiumMoney['direction'],
  amount: number,
): PremiumMoney => ({
  id: `${fund} ${direction} ${amount}`,
  on: '2026-01-20',
  fund,
  direction,
  pounds: amount,
  onWhat: null,
  impact: null,
})

describe('the money of a year', () => {
  it('is summed for each fund, with what is not spent of it', () => {
    expect(
      fundSums([
        money('previously-looked-after', 'received', 2630),
        money('looked-after', 'received', 6300),
        money('looked-after', 'spent', 4000),
        money('looked-after', 'spent', 850),
      ]),
    ).toEqual([
      { fund: 'looked-after', received: 6300, spent: 4850, left: '£1,450' },
      { fund: 'previously-looked-after', received: 2630, spent: 0, left: '£2,630' },
    ])
  })

  it('says when more was spent than came in, and leaves out a fund of which nothing is recorded', () => {
    expect(fundSums([money('looked-after', 'spent', 500)])).toEqual([
      { fund: 'looked-after', received: 0, spent: 500, left: '£500 more spent than received' },
    ])
    expect(fundSums([])).toEqual([])
  })

  it('is written in whole pounds', () => {
    expect([5, 850, 6300, 1_000_000].map(pounds)).toEqual(['£5', '£850', '£6,300', '£1,000,000'])
  })
})
