import { isoDate, type IsoDate } from './calendar/iso-date.ts'

/** The only asker of what time it is. Everything else gets a day or an instant as an argument. */
export interface Clock {
  /** The day in England, whatever the server's time zone. */
  today(): IsoDate
  /** The instant in UTC, to the millisecond. */
  now(): string
  /** Milliseconds that only ever grow, to measure how long something took. */
  elapsed(): number
}

const english = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day in England at an instant, in milliseconds since 1970. */
export const dayInEngland = (instant: number): IsoDate => isoDate(english.format(instant))

export const systemClock: Clock = {
  today: () => dayInEngland(Date.now()),
  now: () => new Date().toISOString(),
  elapsed: () => performance.now(),
}
