import { daysBetween } from '../../days.ts'
import { actDay, count, timeOf } from '../../format.ts'
import { numberOf } from '../../instants.ts'

/** Whole minutes from one instant to another; 0 where clocks disagree and the second is earlier. */
export const minutesBetween = (from: string, to: string): number =>
  Math.max(0, Math.floor((numberOf(to) - numberOf(from)) / 60_000))

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
