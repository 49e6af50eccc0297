import { MAY_MEET, MUST_MEET, YEAR_LIMIT, termLevel, yearLevel, type Level } from './suspension-level.ts'

/** School days of suspension, all in half days. */
export interface SuspensionTotals {
  term: number
  year: number
  /** Not yet real: what is being considered. */
  proposed?: number
}

/** One track of the meter; lengths are percentages of it. */
export interface MeterTrack {
  real: number
  proposed: number
  level: Level
  ticks: readonly { at: number; halfDays: number }[]
}

const TERM_SCALE = 40
const YEAR_SCALE = 100

function track(real: number, proposed: number, scale: number, level: Level, lines: readonly number[]) {
  const share = (halfDays: number) => Math.min(100, (100 * halfDays) / scale)
  return {
    real: share(real),
    proposed: share(real + proposed) - share(real),
    level,
    ticks: lines.map((halfDays) => ({ at: share(halfDays), halfDays })),
  }
}

/** Two tracks, because there are two totals: the term to 20 days, the year to 50. */
export function suspensionMeterSeries({ term, year, proposed = 0 }: SuspensionTotals): {
  term: MeterTrack
  year: MeterTrack
} {
  return {
    term: track(term, proposed, TERM_SCALE, termLevel(term), [MAY_MEET, MUST_MEET]),
    year: track(year, proposed, YEAR_SCALE, yearLevel(year), [YEAR_LIMIT]),
  }
}
