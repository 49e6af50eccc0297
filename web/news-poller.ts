/** Milliseconds between two looks while all is well; doubled at each failure up to the longest. */
export const LOOK_EVERY = 4000
const LONGEST = 60_000

export interface NewsSource {
  /** The stamp as it stands: a text that changes when something in the reader's scope did. */
  readonly ask: () => Promise<string>
  /** Runs the work once after so many milliseconds; answers what calls it off. */
  readonly later: (work: () => void, milliseconds: number) => () => void
  /** Nothing is asked while nobody can see the page. */
  readonly isVisible: () => boolean
}

export interface NewsPoller {
  /**
   * Calls back when the stamp differs from the last one known; answers what ends it. Nothing is asked while nobody
   * watches, and what changed meanwhile is told to whoever watches next.
   */
  readonly watch: (onChange: () => void) => () => void
  /** Looks at once, as when the page can be seen again or the connection is back. */
  readonly lookNow: () => void
}

/** Asks one source for all who watch: one call at a time, and fewer while they fail. */
export function newsPoller({ ask, later, isVisible }: NewsSource): NewsPoller {
  const watchers = new Set<() => void>()
  let known: string | undefined
  let wait = LOOK_EVERY
  let isAsking = false
  let callOff: () => void = () => undefined

  const plan = () => {
    callOff()
    if (watchers.size > 0) callOff = later(() => void look(), wait)
  }
  const look = async () => {
    if (isAsking || watchers.size === 0 || !isVisible()) return
    isAsking = true
    callOff()
    try {
      const stamp = await ask()
      wait = LOOK_EVERY
      const isNews = known !== undefined && stamp !== known
      known = stamp
      if (isNews) for (const tell of watchers) tell()
    } catch {
      wait = Math.min(2 * wait, LONGEST)
    } finally {
      isAsking = false
      plan()
    }
  }
  return {
    watch: (onChange) => {
      const tell = () => onChange()
      watchers.add(tell)
      if (watchers.size === 1) void look()
      return () => {
        watchers.delete(tell)
        if (watchers.size === 0) callOff()
      }
    },
    lookNow: () => void look(),
  }
}
