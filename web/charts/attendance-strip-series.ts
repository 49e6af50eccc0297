/** Sessions that a child missed in one school week. */
export interface AttendanceWeek {
  authorised: number
  unauthorised: number
}

export interface StripBar {
  x: number
  y: number
  width: number
  height: number
}

/** Rectangles of the strip, in pixels. */
export interface StripSeries {
  authorised: readonly StripBar[]
  unauthorised: readonly StripBar[]
  /** Dark caps of the weeks that missed more than the strip shows. */
  caps: readonly StripBar[]
  /** Height of the line of one session in ten. */
  lineY: number
}

/** Sessions a column shows at most; a cap of ink marks more. */
export const MOST_SESSIONS = 5
const WIDEST_COLUMN = 5
const CAP = 2

/** One column a school week, height = sessions missed, unauthorised standing on authorised. */
export function attendanceStripSeries(
  weeks: readonly AttendanceWeek[],
  width: number,
  height: number,
): StripSeries {
  const pitch = Math.min(WIDEST_COLUMN, width / Math.max(1, weeks.length))
  const session = height / MOST_SESSIONS
  const authorised: StripBar[] = []
  const unauthorised: StripBar[] = []
  const caps: StripBar[] = []
  weeks.forEach((week, at) => {
    const column = { x: at * pitch + pitch * 0.13, width: pitch * 0.74 }
    const missed = week.authorised + week.unauthorised
    const shownUnauthorised = Math.min(MOST_SESSIONS, week.unauthorised)
    const shownAuthorised = Math.min(MOST_SESSIONS - shownUnauthorised, week.authorised)
    const foot = height - shownAuthorised * session
    if (shownAuthorised > 0) authorised.push({ ...column, y: foot, height: shownAuthorised * session })
    if (shownUnauthorised > 0)
      unauthorised.push({
        ...column,
        y: foot - shownUnauthorised * session,
        height: shownUnauthorised * session,
      })
    if (missed > MOST_SESSIONS) caps.push({ ...column, y: 0, height: CAP })
  })
  return { authorised, unauthorised, caps, lineY: height - session }
}
