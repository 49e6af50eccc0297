import { daysBetween } from '../../days.ts'
import { actDay, count, timeOf } from '../../format.ts'

const inEngland = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** An instant in UTC, `2026-03-13T07:52:00.000Z`, in milliseconds since 1970. */
function numberOf(instant: string): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = instant.split(/\D/).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** Whole minutes from one instant to another; 0 where clocks disagree and the second is earlier. */
export const minutesBetween = (from: string, to: string): number =>
  Math.max(0, Math.floor((numberOf(to) - numberOf(from)) / 60_000))

/** An instant as the clock in England said: `2026-06-12T09:30` for `2026-06-12T08:30:00.000Z`. */
export function minuteInEngland(instant: string): string {
  const parts = inEngland.formatToParts(numberOf(instant))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

/** `40 minutes`, `1 hour 20 minutes`, `2 days`; null under a minute. */
export function lengthInWords(minutes: number): string | null {
  if (minutes < 1) return null
  if (minutes < 60) return count(minutes, 'minute')
  const hours = Math.floor(minutes / 60)
  if (hours >= 24) return count(Math.floor(hours / 24), 'day')
  const rest = minutes % 60
  return `${count(hours, 'hour')}${rest === 0 ? '' : ` ${count(rest, 'minute')}`}`
}

/** `at 13:12`, `yesterday at 14:20`, `on Fri 13 March at 14:20`: a local minute as seen from another. */
export function whenWords(minute: string, seenFrom: string): string {
  const [day, today] = [minute.slice(0, 10), seenFrom.slice(0, 10)]
  const time = `at ${timeOf(minute)}`
  if (day === today) return time
  return daysBetween(day, today) === 1 ? `yesterday ${time}` : `on ${actDay(day)} ${time}`
}
