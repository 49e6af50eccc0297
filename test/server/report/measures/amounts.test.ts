import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../../server/calendar/iso-date.ts'
import type { PremiumMoneyFact } from '../../../../server/facts/report-facts.ts'
import { Counting, sumOf } from '../../../../server/report/measures/counting.ts'
import { measure } from '../../../../server/report/measures/measure.ts'
import { rateTells } from '../../../../server/report/measures/rate-tells.ts'
import { randomSchool } from '../../../support/random-school.ts'

/** Children who missed under a tenth, a tenth or more, half or more. */
function told(rate: number, under: number, persistent: number, severe: number) {
  const part = new Counting()
  part.add('under', 'a', under)
  part.add('persistent', 'b', persistent)
  part.add('severe', 'c', severe)
  const [counted, missed] = [sumOf('under', 'persistent', 'severe'), sumOf('persistent', 'severe')]
  return rateTells(rate, counted, missed, part).map(({ terms, from }) => {
    const times = new Map<string, number>()
    for (const term of terms) times.set(term.atom, (times.get(term.atom) ?? 0) + term.times)
    return [Object.fromEntries([...times].filter(([, n]) => n !== 0)), from]
  })
}

describe('a printed rate of absence', () => {
  it('tells above a tenth that somebody missed one, below it that not all did', () => {
    expect(told(11, 9, 2, 0)).toContainEqual([{ persistent: 1, severe: 1 }, 1])
    expect(told(9, 9, 2, 0)).toContainEqual([{ under: 1 }, 1])
  })

  it('tells neither at exactly 10 %, which may be 9.5', () => {
    const tells = told(10, 9, 2, 0)
    expect(tells).not.toContainEqual([{ persistent: 1, severe: 1 }, 1])
    expect(tells).not.toContainEqual([{ under: 1 }, 1])
  })

  it('tells that few can have missed a tenth where it is low', () => {
    // 20 × persistent ≤ 3 × all: of 20 children 3 at most.
    expect(told(1, 19, 1, 0)).toContainEqual([{ under: 3, persistent: 3 - 20, severe: 3 - 20 }, 0])
  })

  it('tells nothing of no children', () => {
    expect(told(0, 0, 0, 0)).toEqual([])
  })
})

describe('pupil premium', () => {
  const on = isoDate('2026-03-13')
  const row = (fund: PremiumMoneyFact['fund'], direction: PremiumMoneyFact['direction'], pounds: number) => ({
    on,
    fund,
    direction,
    pounds,
  })
  const facts = randomSchool(4, { children: 30, allTold: true, on, groups: { cla: 1 } })

  it('is what was recorded of its fund, and shown only beside the count of its children', () => {
    const money = [
      row('looked-after', 'received', 2630),
      row('looked-after', 'received', 2570),
      row('looked-after', 'spent', 900),
      row('previously-looked-after', 'received', 77),
    ]
    const { amounts, figures } = measure({ ...facts, money })
    const of = (id: string) => amounts.find((each) => each.id === id)!
    expect(of('money.looked-after.received')).toMatchObject({
      value: 5200,
      needsCount: 'numbers.now.looked-after',
    })
    expect(of('money.looked-after.spent').value).toBe(900)
    expect(of('money.previously.received').value).toBe(77)
    const lookedAfter = figures.find(({ id }) => id === 'numbers.now.looked-after')!
    expect([...of('money.looked-after.received').by.keys()].toSorted()).toEqual(
      [...lookedAfter.children()].toSorted(),
    )
  })

  it('is £0 where a fund has entries of the other way alone', () => {
    const { amounts } = measure({ ...facts, money: [row('looked-after', 'spent', 900)] })
    expect(amounts.find(({ id }) => id === 'money.looked-after.received')!.value).toBe(0)
  })

  it('is not known of a fund of which nobody recorded any of the year, whatever there is of the other', () => {
    for (const money of [[], [row('looked-after', 'spent', 900)]]) {
      const { amounts, unknown } = measure({ ...facts, money })
      expect(amounts.filter(({ id }) => id.startsWith('money.previously.'))).toEqual([])
      expect(unknown.get('money.previously.received')).toBe(
        'No pupil premium for previously looked-after children of 2025/26 is recorded here.',
      )
    }
    expect(measure({ ...facts, money: [] }).unknown.get('money.looked-after.received')).toBe(
      'No pupil premium plus of 2025/26 is recorded here.',
    )
  })
})
