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
  { id: 'today', href: '/', label: 'Today', icon: 'days', inBar: true },
  { id: 'cohort', href: '/cohort', label: 'Cohort', icon: 'rows', inBar: true },
  { id: 'class', href: '/class', label: 'My class', icon: 'rows', inBar: true },
  { id: 'report', href: '/report', label: 'Report', icon: 'days' },
  { id: 'import', href: '/import', label: 'Import', icon: 'into', inBar: true },
  { id: 'rules', href: '/rules', label: 'Rules', icon: 'rows' },
  { id: 'school', href: '/school', label: 'School', icon: 'rows' },
  { id: 'people', href: '/people', label: 'People', icon: 'rows' },
  { id: 'audit', href: '/audit', label: 'Who looked', icon: 'rows' },
]

/** Those of the pages that a role sees. */
export const navigationOf = (pages: readonly string[]): readonly NavigationItem[] =>
  NAVIGATION.filter(({ id }) => pages.includes(id))

/** What a role is here for, before what it may look up. */
const STARTS = ['today', 'class', 'cohort', 'people', 'audit', 'report']

/** Where a role begins; its own account where it has no page at all. */
export function startPage(pages: readonly string[]): string {
  const items = navigationOf(pages)
  const start = STARTS.find((id) => items.some((item) => item.id === id))
  return (items.find(({ id }) => id === start) ?? items[0])?.href ?? '/account'
}

/** Whether a page of the navigation is open; a child's page belongs to the cohort. */
export function isCurrent({ href }: Pick<NavigationItem, 'href'>, path: string): boolean {
  return path === href || (href === '/cohort' && path.startsWith('/child/'))
}
