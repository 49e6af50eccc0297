const MINUTE = 60_000

/** Milliseconds since 1970 of an instant as it is stored, such as `2026-03-13T09:30:00.000Z`. */
export function millisOf(instant: string): number {
  const parts = instant.split(/\D/).filter(Boolean).map(Number)
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, ms = 0] = parts
  return Date.UTC(year, month - 1, day, hour, minute, second, ms)
}

/** Minutes from one instant to another; negative when the clock was put back. */
export const minutesBetween = (from: string, to: string): number => (millisOf(to) - millisOf(from)) / MINUTE

/** The instant so many minutes later, or before when they are negative. */
export function instantAfter(instant: string, minutes: number): string {
  const later = new Date(0)
  later.setTime(millisOf(instant) + minutes * MINUTE)
  return later.toISOString()
}
