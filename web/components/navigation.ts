import type { IconName } from './icon.ts'

export interface NavigationItem {
  href: string
  label: string
  icon: IconName
  /** Stands in the bar of a narrow screen; the others are under "More". */
  inBar?: boolean
}

/** The pages of the product, in their order. Only pages that exist stand here. */
export const NAVIGATION: readonly NavigationItem[] = [
  { href: '/', label: 'Today', icon: 'days', inBar: true },
  { href: '/cohort', label: 'Cohort', icon: 'rows', inBar: true },
  { href: '/import', label: 'Import', icon: 'into', inBar: true },
  { href: '/rules', label: 'Rules', icon: 'rows' },
  { href: '/school', label: 'School', icon: 'rows' },
]

/** Whether a page of the navigation is open; a child's page belongs to the cohort. */
export function isCurrent({ href }: NavigationItem, path: string): boolean {
  return path === href || (href === '/cohort' && path.startsWith('/child/'))
}
