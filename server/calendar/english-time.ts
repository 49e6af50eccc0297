import { isoDate, type IsoDate } from './iso-date.ts'

const inEngland = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The day and the time in England at an instant such as `2026-06-12T08:30:00.000Z`: 12 June, `09:30`. */
export function englishTime(instant: string): { on: IsoDate; time: string } {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = instant.split(/\D/).map(Number)
  const parts = new Map(
    inEngland
      .formatToParts(Date.UTC(year, month - 1, day, hour, minute))
      .map(({ type, value }) => [type, value]),
  )
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return { on: isoDate(`${of('year')}-${of('month')}-${of('day')}`), time: `${of('hour')}:${of('minute')}` }
}
