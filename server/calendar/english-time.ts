import { isoDate, localMinute, type IsoDate, type LocalMinute } from './iso-date.ts'

const inEngland = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

const HOUR = 3_600_000

/** Milliseconds since 1970 of a day and a time as if they were in UTC. */
function millisOf(dayAndTime: string): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = dayAndTime.split(/\D/).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute)
}

/** The day and the time in England at an instant such as `2026-06-12T08:30:00.000Z`: 12 June, `09:30`. */
export const englishTime = (instant: string): { on: IsoDate; time: string } => englishAt(millisOf(instant))

function englishAt(millis: number): { on: IsoDate; time: string } {
  const parts = new Map(inEngland.formatToParts(millis).map(({ type, value }) => [type, value]))
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return { on: isoDate(`${of('year')}-${of('month')}-${of('day')}`), time: `${of('hour')}:${of('minute')}` }
}

/**
 * The minute on the clocks of England so many hours before another one: hours that pass, of which the day in March has
 * 23 and the day in October 25. Of the hour that October has twice, the first is meant.
 */
export function hoursBefore(minute: LocalMinute, hours: number): LocalMinute {
  const inWinter = millisOf(minute)
  const inSummer = inWinter - HOUR
  const { on, time } = englishAt(inSummer)
  const instant = `${on}T${time}` === minute ? inSummer : inWinter
  const before = englishAt(instant - hours * HOUR)
  return localMinute(`${before.on}T${before.time}`)
}
