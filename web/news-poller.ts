/** Milliseconds between two looks while all is well; doubled at each failure up to the longest. */
export const LOOK_EVERY = 4000
const LONGEST = 60_000

/** What the server says at each look; nobody is named in it. */
export interface News {
  /** A text that changes when something in the reader's scope did. */
  readonly stamp: string
  /** Flags that nobody of the reader's Virtual School has read yet; null for who has no inbox. */
  readonly unread?: number | null
}

export interface NewsSource {
  readonly ask: () => Promise<News>
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
  /** Calls back with every answer, the last one at once, and with null when none came; answers what ends it. */
  readonly follow: (onAnswer: (news: News | null) => void) => () => void
  /** Looks at once, as when the page can be seen again or the connection is back. */
  readonly lookNow: () => void
}

/** Asks one source for all who watch: one call at a time, and fewer while they fail. */
export function newsPoller({ ask, later, isVisible }: NewsSource): NewsPoller {
  const listeners = new Set<(news: News | null, isNews: boolean) => void>()
  let known: News | undefined
  let wait = LOOK_EVERY
  let isAsking = false
  let callOff: () => void = () => undefined

  const plan = () => {
    callOff()
    if (listeners.size > 0) callOff = later(() => void look(), wait)
  }
  const look = async () => {
    if (isAsking || listeners.size === 0 || !isVisible()) return
    isAsking = true
    callOff()
    try {
      const news = await ask()
      wait = LOOK_EVERY
      const isNews = known !== undefined && news.stamp !== known.stamp
      known = news
      for (const listen of listeners) listen(news, isNews)
    } catch {
      wait = Math.min(2 * wait, LONGEST)
      for (const listen of listeners) listen(null, false)
    } finally {
      isAsking = false
      plan()
    }
  }
  const listen = (listener: (news: News | null, isNews: boolean) => void) => {
    listeners.add(listener)
    if (listeners.size === 1) void look()
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) callOff()
    }
  }
  return {
    watch: (onChange) =>
      listen((_news, isNews) => {
        if (isNews) onChange()
      }),
    follow: (onAnswer) => {
      if (known) onAnswer(known)
      return listen((news) => onAnswer(news))
    },
    lookNow: () => void look(),
  }
}
