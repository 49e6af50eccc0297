import { ask } from './api.ts'
import { newsPoller, type News, type NewsPoller } from './news-poller.ts'

let poller: NewsPoller | undefined

function shared(): NewsPoller {
  if (poller) return poller
  const made = newsPoller({
    ask: () => ask<News>('GET', 'news'),
    later: (work, milliseconds) => {
      const timer = setTimeout(work, milliseconds)
      return () => clearTimeout(timer)
    },
    isVisible: () => document.visibilityState === 'visible',
  })
  document.addEventListener('visibilitychange', made.lookNow)
  addEventListener('online', made.lookNow)
  return (poller = made)
}

/**
 * Calls back when something about what schools consider, or what was advised on it, has changed in the reader's
 * scope; answers what ends it. An element begins in `connectedCallback`, before it asks for what it shows, and ends
 * in `disconnectedCallback`: a screen that locks, or somebody who signs out, takes it out of the document, and then
 * nothing is asked any more.
 */
export const watchNews = (onChange: () => void): (() => void) => shared().watch(onChange)

/** Calls back with every answer, and with null when none came: for a number on every page; answers what ends it. */
export const followNews = (onAnswer: (news: News | null) => void): (() => void) => shared().follow(onAnswer)
