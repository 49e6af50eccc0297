import { describe, expect, it } from 'vitest'
import { addDays, isoDate } from '../../../server/calendar/iso-date.ts'
import { premiumRateOn, premiumRates, premiumRatesSource } from '../../../server/law/premium-rates.ts'
import { sources } from '../../../server/law/sources.ts'

const poundsOn = (day: string) => premiumRateOn(isoDate(day))?.pounds ?? null

describe('the pupil premium of a child who is or was looked after', () => {
  it('is that of the financial year, from 1 April to 31 March', () => {
    expect(['2022-04-01', '2023-03-31'].map(poundsOn)).toEqual([2410, 2410])
    expect(['2023-04-01', '2024-03-31'].map(poundsOn)).toEqual([2530, 2530])
    expect(['2024-04-01', '2025-03-31'].map(poundsOn)).toEqual([2570, 2570])
    expect(['2025-04-01', '2026-03-31'].map(poundsOn)).toEqual([2630, 2630])
  })

  it('is not known before the first of them, nor from 1 April 2026: the last one is not carried on', () => {
    expect(['2022-03-31', '2026-04-01', '2027-06-01'].map(poundsOn)).toEqual([null, null, null])
  })

  it('leaves no day out between two years, and says where it stands', () => {
    for (const [at, { firstDay }] of premiumRates.entries())
      if (at > 0) expect(addDays(premiumRates[at - 1]!.lastDay, 1)).toBe(firstDay)
    expect(sources[premiumRatesSource].from <= premiumRates[0]!.firstDay).toBe(true)
  })
})
