import type { TemplateResult } from 'lit'
import { isChosenDay, matchPath, withDay } from './route-path.ts'

/** One page: its address, what the window's title says, its code, and how it is drawn. */
export interface Route {
  /** `/child/:id`; a part after a colon is handed over by that name. */
  path: string
  /** The page's name; never a child's. */
  title: string
  load: () => Promise<unknown>
  page: (params: Readonly<Record<string, string>>) => TemplateResult
}

/** What the address says now. */
export interface Shown {
  route: Route | undefined
  params: Readonly<Record<string, string>>
  path: string
  /** The day of `?on=`, or null for today. */
  on: string | null
}

let routes: readonly Route[] = []
let show: (shown: Shown) => void = () => undefined
let current = ''
let drawing = 0
let waiting: MutationObserver | undefined

/** The day of `?on=` in the address, or null for today. */
export function chosenDay(): string | null {
  const on = new URLSearchParams(location.search).get('on')
  return on !== null && isChosenDay(on) ? on : null
}

/** Goes to an address of ours; the chosen day comes along. */
export async function navigate(href: string): Promise<void> {
  const target = withDay(href, chosenDay(), location.href)
  history.replaceState({ scroll: scrollY }, '')
  if (target === location.href) return
  history.pushState(null, '', target)
  await draw(0)
}

/** The same page as at another day; null for today. */
export async function showDay(on: string | null): Promise<void> {
  const address = new URL(location.href)
  if (on === null) address.searchParams.delete('on')
  else address.searchParams.set('on', on)
  history.pushState(null, '', address)
  await draw(scrollY)
}

/** Draws the page of the address, and from then on follows links, the back button and `navigate`. */
export async function startRouter(all: readonly Route[], onShow: (shown: Shown) => void): Promise<void> {
  routes = all
  show = onShow
  history.scrollRestoration = 'manual'
  document.addEventListener('click', followLink)
  window.addEventListener('popstate', (event) => {
    if (location.pathname + location.search !== current)
      void draw(Number((event.state as { scroll?: number } | null)?.scroll ?? 0))
  })
  await draw(0)
}

function followLink(event: MouseEvent): void {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  )
    return
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement)
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return
  const isOurs = routes.some(({ path }) => matchPath(path, link.pathname))
  const isOnThisPage = link.pathname === location.pathname && link.hash !== ''
  if (!isOurs || isOnThisPage) return
  event.preventDefault()
  void navigate(link.href)
}

async function draw(scroll: number): Promise<void> {
  const before = current
  current = location.pathname + location.search
  const found = routes
    .map((route) => ({ route, params: matchPath(route.path, location.pathname) }))
    .find(({ params }) => params !== null)
  document.title = `${found?.route.title ?? 'Not found'} · Virtual School dashboard`
  const leaving = document.querySelector('main h1')
  const turn = ++drawing
  try {
    await found?.route.load()
  } catch (error) {
    // The code of a page is gone after an update of the server: a full load brings the new one.
    if (before === '') throw error
    location.reload()
    return
  }
  if (turn !== drawing) return
  show({ route: found?.route, params: found?.params ?? {}, path: location.pathname, on: chosenDay() })
  if (before.split('?')[0] !== location.pathname) arrive(leaving, scroll, before !== '')
}

/**
 * When the new page has its heading: to the top, or to where one was, with the focus on the heading; and on
 * to the place that the address names, when that appears and the person has not moved on.
 */
function arrive(leaving: Element | null, scroll: number, moveFocus: boolean): void {
  waiting?.disconnect()
  const main = document.querySelector('main')
  if (!main) return
  let arrived: HTMLElement | null = null
  const settle = () => {
    const heading = main.querySelector<HTMLElement>('h1')
    if (!heading || heading === leaving) return
    if (arrived !== heading) {
      arrived = heading
      window.scrollTo(0, scroll)
      if (moveFocus) heading.focus({ preventScroll: true })
    }
    const place = location.hash ? document.getElementById(location.hash.slice(1)) : null
    if (location.hash && !place) return
    waiting?.disconnect()
    if (!place || (moveFocus && document.activeElement !== heading)) return
    place.scrollIntoView()
    place.focus({ preventScroll: true })
  }
  waiting = new MutationObserver(settle)
  waiting.observe(main, { childList: true, subtree: true })
  settle()
}
