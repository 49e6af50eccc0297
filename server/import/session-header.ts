import type { SessionHalf } from '../calendar/academic-year.ts'

export interface SessionHeader {
  /** The day as written. */
  day: string
  session: SessionHalf
  /** The same for two headers of the same session. */
  key: string
}

const DAY_FIRST = /^(?:[A-Za-z]{3,9}\.?,? )?(\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})[ :_-]{1,3}(AM|PM)$/i
const SESSION_FIRST = /^(AM|PM)[ :_-]{1,3}(?:[A-Za-z]{3,9}\.?,? )?(\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})$/i

/** The session that a column of a wide register is headed by, such as `01/09/2025 AM`; null for other columns. */
export function sessionOfHeader(header: string): SessionHeader | null {
  const text = header.trim()
  const [day, half] = DAY_FIRST.exec(text)?.slice(1) ?? SESSION_FIRST.exec(text)?.slice(1).toReversed() ?? []
  if (day === undefined || half === undefined) return null
  const session = half.toUpperCase() as SessionHalf
  return { day, session, key: `${day} ${session}` }
}
