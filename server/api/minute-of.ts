import { englishTime } from '../calendar/english-time.ts'
import { localMinute, type LocalMinute } from '../calendar/iso-date.ts'
import type { AtDay } from './desk.ts'

/** The minute on the clocks of England at an instant. */
function minuteAt(instant: string): LocalMinute {
  const { on, time } = englishTime(instant)
  return localMinute(`${on}T${time}`)
}

/**
 * The minute of a step taken now. A demonstration stands at its last school day through holidays and weekends, and
 * so does what is decided in it: else its pages, worked out as at that day, would not know of it yet.
 */
export function minuteOf({ isToday, on, today }: AtDay, instant: string): LocalMinute {
  const minute = minuteAt(instant)
  return isToday && on !== today ? localMinute(`${on}${minute.slice(on.length)}`) : minute
}
