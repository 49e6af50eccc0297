const inEngland = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** An instant in UTC, `2026-06-12T08:30:00.000Z`, as the clock in England said: `Fri 12 June 2026 at 09:30`. */
export function instantWords(instant: string): string {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = instant.split(/\D/).map(Number)
  return inEngland.format(Date.UTC(year, month - 1, day, hour, minute)).replace(',', '')
}
