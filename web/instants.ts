const inEngland = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** An instant in UTC, `2026-03-13T07:52:00.000Z`, in milliseconds since 1970. */
export function numberOf(instant: string): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = instant.split(/\D/).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** An instant as the clock in England said: `2026-06-12T09:30` for `2026-06-12T08:30:00.000Z`. */
export function minuteInEngland(instant: string): string {
  const parts = inEngland.formatToParts(numberOf(instant))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

/** The day in England of an instant: in summer it begins an hour before that of UTC. */
export const dayInEngland = (instant: string): string => minuteInEngland(instant).slice(0, 10)
