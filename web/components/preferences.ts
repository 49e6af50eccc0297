/** How this browser shows the product. Nothing here is about a child or a person. */
export interface Preferences {
  theme: 'device' | 'light' | 'dark'
  names: 'full' | 'initials'
  /** Whether `/` goes to the search box. */
  keys: 'on' | 'off'
}

const KEY = 'vs-preferences'
const STANDARD: Preferences = { theme: 'device', names: 'full', keys: 'on' }

/** Told on the document whenever names are shown in another form. */
export const NAMES_CHANGED = 'names-changed'

const HIDDEN = 'vs-names-hidden'

/** The projector's screen: it lasts until it is taken off, also over a reload and in another tab. */
let hidden = wasHidden()

function wasHidden(): boolean {
  try {
    return localStorage.getItem(HIDDEN) !== null
  } catch {
    return false
  }
}

/** What was chosen in this browser; the standard where nothing was, or where the store is closed to us. */
export function loadPreferences(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return { ...STANDARD, ...(typeof stored === 'object' ? stored : {}) }
  } catch {
    return STANDARD
  }
}

/** Keeps the choice for the next visit; where the store is closed it holds for this one. */
export function savePreferences(preferences: Preferences): void {
  applyPreferences(preferences)
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences))
  } catch {
    return
  }
}

/** Sets the theme and the form of names on the root element, where the stylesheet reads them. */
export function applyPreferences({ theme, names }: Preferences): void {
  const { dataset } = document.documentElement
  if (theme === 'device') delete dataset['theme']
  else dataset['theme'] = theme
  const shown = hidden ? 'hidden' : names
  const before = dataset['names'] ?? 'full'
  if (shown === 'full') delete dataset['names']
  else dataset['names'] = shown
  if (shown !== before) document.dispatchEvent(new Event(NAMES_CHANGED))
}

/** Whether every child's name is blanked just now. */
export const namesAreHidden = (): boolean => hidden

/** Blanks every child's name and what people wrote freely, on screen and on paper, or shows them again. */
export function hideNames(hide: boolean): void {
  hidden = hide
  try {
    if (hide) localStorage.setItem(HIDDEN, 'yes')
    else localStorage.removeItem(HIDDEN)
  } catch {
    // A closed store: it holds for this page.
  }
  applyPreferences(loadPreferences())
}
