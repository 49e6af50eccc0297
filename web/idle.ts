const MINUTE = 60_000
/** How often other tabs are told that somebody is here, in milliseconds. */
const TOLD_EVERY = 30_000

export interface IdleWatch {
  /** Minutes without a key or a pointer after which the screen locks. */
  minutes: number
  /** One minute before; false takes the warning back. */
  warn: (soon: boolean) => void
  lock: () => void
  /** Somebody is here: for other tabs. */
  tell: () => void
}

/** Watches keys and pointer. Answers what starts the count anew, for news from another tab, and what ends it. */
export function watchIdle({ minutes, warn, lock, tell }: IdleWatch): { here: () => void; stop: () => void } {
  let warning: ReturnType<typeof setTimeout> | undefined
  let locking: ReturnType<typeof setTimeout> | undefined
  let isWarned = false
  let counted = Number.NEGATIVE_INFINITY
  let told = Number.NEGATIVE_INFINITY

  const here = () => {
    clearTimeout(warning)
    clearTimeout(locking)
    if (isWarned) warn(false)
    isWarned = false
    warning = setTimeout(
      () => {
        isWarned = true
        warn(true)
      },
      (minutes - 1) * MINUTE,
    )
    locking = setTimeout(lock, minutes * MINUTE)
  }
  const onUse = ({ timeStamp }: Event) => {
    if (!isWarned && timeStamp - counted < 1000) return
    counted = timeStamp
    here()
    if (timeStamp - told < TOLD_EVERY) return
    told = timeStamp
    tell()
  }
  const events = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove'] as const
  for (const name of events) document.addEventListener(name, onUse, { capture: true, passive: true })
  here()
  return {
    here,
    stop: () => {
      for (const name of events) document.removeEventListener(name, onUse, { capture: true })
      clearTimeout(warning)
      clearTimeout(locking)
    },
  }
}
