import { isoDate, type IsoDate } from '../calendar/iso-date.ts'
import type { SourceId } from './sources.ts'

/** Of one financial year, 1 April to 31 March. */
export interface PremiumRate {
  readonly firstDay: IsoDate
  readonly lastDay: IsoDate
  /** Whole pounds for each child of the year. */
  readonly pounds: number
}

/** Where the rates stand; each was read in what authorities and schools write about them. */
export const premiumRatesSource: SourceId = 'pupil-premium'

/**
 * The pupil premium for a child who is looked after, paid to the authority, and for one who was before, paid to the
 * school: both had the same rate in each of these financial years, by the calendar year in which they begin. A year
 * that does not stand here is not known, and no rate is carried on into it.
 */
const poundsByYear: Readonly<Record<number, number>> = { 2022: 2410, 2023: 2530, 2024: 2570, 2025: 2630 }

/** Oldest first. */
export const premiumRates: readonly PremiumRate[] = Object.entries(poundsByYear).map(([year, pounds]) => ({
  firstDay: isoDate(`${year}-04-01`),
  lastDay: isoDate(`${Number(year) + 1}-03-31`),
  pounds,
}))

/** The rate of the financial year of a day; null where it is not known. */
export const premiumRateOn = (day: IsoDate): PremiumRate | null =>
  premiumRates.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay) ?? null
