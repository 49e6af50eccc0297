import { describe, expect, it } from 'vitest'
import { shownText } from '../../../../web/pages/report/numbers.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('a number of the report', () => {
  it('is printed in its unit: half days as school days, money in pounds, a share with its sign', () => {
    const exact = (value: number) => ({ as: 'exact', value }) as const
    expect(shownText(exact(93), 'half-days')).toBe('46.5')
    expect(shownText(exact(18410), 'pounds')).toBe('£18,410')
    expect(plain(shownText(exact(11), 'percent'))).toBe('11 %')
    expect(shownText(exact(0), 'children')).toBe('0')
  })

  it('is printed as what lies between where it is not told exactly', () => {
    expect(shownText({ as: 'range', from: 0, to: 5 }, 'children')).toBe('0–5')
    expect(shownText({ as: 'range', from: 288, to: 299 }, 'half-days')).toBe('144–149.5')
    expect(shownText({ as: 'range', from: 12, to: null }, 'children')).toBe('12 or more')
  })

  it('is c where it is hidden, as in published statistics, and in words where nobody knows it', () => {
    expect(shownText({ as: 'hidden' }, 'children')).toBe('c')
    expect(shownText({ as: 'unknown', why: 'No spending is recorded.' }, 'pounds')).toBe('Not known')
  })
})
