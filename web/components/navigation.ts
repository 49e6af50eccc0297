import type { IconName } from './icon.ts'

export interface NavigationItem {
  /** The name under which the server says that a role may see it. */
  id: string
  href: string
  label: string
  icon: IconName
  /** May stand in the bar of a narrow screen, which has room for three; the others are under "More". */
  inBar?: boolean
}

/** The pages of the product, in their order. Only pages that exist stand here. */
export const NAVIGATION: readonly NavigationItem[] = [
  { id: 'inbox', href: '/inbox', label: 'Inbox', icon: 'tray', inBar: true },
  { id: 'today', href: '/', label: 'Today', icon: 'days', inBar: true },
  { id: 'cohort', href: '/cohort', label: 'Cohort', icon: 'rows', inBar: true },
  { id: 'class', href: '/class', label: 'My class', icon: 'rows', inBar: true },
  { id: 'suspensions', href: '/suspensions', label: 'Suspensions', icon: 'rows' },
  { id: 'report', href: '/report', label: 'Governors’ report', icon: 'days' },
  { id: 'authority-reports', href: '/authority-reports', label: 'Reports', icon: 'days' },
  { id: 'import', href: '/import', label: 'Import', icon: 'into', inBar: true },
  { id: 'rules', href: '/rules', label: 'Rules', icon: 'rows' },
  { id: 'school', href: '/school', label: 'School', icon: 'rows' },
  { id: 'people', href: '/people', label: 'People', icon: 'rows' },
  { id: 'audit', href: '/audit', label: 'Who looked', icon: 'rows' },
]

/** Wanted in a hurry: a button of its own at the right of the pages, on every page. */
export const BEFORE: NavigationItem = {
  id: 'before',
  href: '/before-suspending',
  label: 'Before you suspend',
  icon: 'pause',
  inBar: true,
}

/** Those of the pages that a role sees. */
export const navigationOf = (pages: readonly string[]): readonly NavigationItem[] =>
  NAVIGATION.filter(({ id }) => pages.includes(id))

/** Whether a page of the role is seen as at a day that can be chosen: a published report is of its own day. */
export const isSeenAtADay = (pages: readonly string[]): boolean =>
  navigationOf(pages).some(({ id }) => id !== 'report')

/** Beside "More". */
const MOST_IN_BAR = 3

/**
 * The pages of a narrow screen: three in its bar, where what is wanted in a hurry has a place, and the others. Those of
 * a role that has no more than three are all there.
 */
export function barOf(pages: readonly string[]): {
  inBar: readonly NavigationItem[]
  others: readonly NavigationItem[]
} {
  const items = navigationOf(pages)
  const hurried = pages.includes(BEFORE.id) ? [BEFORE] : []
  const room = MOST_IN_BAR - hurried.length
  const inBar = items.length <= room ? items : items.filter((item) => item.inBar).slice(0, room)
  return { inBar: [...inBar, ...hurried], others: items.filter((item) => !inBar.includes(item)) }
}

/** What a role is here for, before what it may look up. */
const STARTS = ['inbox', 'today', 'class', 'cohort', 'people', 'audit', 'report']

/** Where a role begins; its own account where it has no page at all. */
export function startPage(pages: readonly string[]): string {
  const items = navigationOf(pages)
  const start = STARTS.find((id) => items.some((item) => item.id === id))
  return (items.find(({ id }) => id === start) ?? items[0])?.href ?? '/account'
}

/** Whether a page of the navigation is open, or one below it; a child's page belongs to the cohort. */
export function isCurrent({ href }: Pick<NavigationItem, 'href'>, path: string): boolean {
  const isBelow = href !== '/' && path.startsWith(`${href}/`)
  return path === href || isBelow || (href === '/cohort' && path.startsWith('/child/'))
}
