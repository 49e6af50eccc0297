import type { SuspensionsPage } from '../../api.ts'
import type { SuspensionRow } from './year-of-suspensions.ts'

/** What the list is narrowed to. */
export interface SuspensionChoice {
  group: 'all' | 'cla' | 'social-worker' | 'others'
  /** The name of a term. */
  term: string
  asked: 'any' | 'before' | 'not-before'
  open: 'any' | 'late' | 'to-do' | 'done'
}

export const EVERY_SUSPENSION: SuspensionChoice = { group: 'all', term: 'all', asked: 'any', open: 'any' }

const inGroup = ({ child }: SuspensionRow, group: SuspensionChoice['group']) =>
  group === 'all' ||
  (group === 'others' ? child.group !== 'cla' && child.group !== 'social-worker' : child.group === group)

function wasAsked({ askedFirst }: SuspensionRow, asked: SuspensionChoice['asked']): boolean {
  if (asked === 'any') return true
  return asked === 'before'
    ? askedFirst === 'before'
    : askedFirst === 'after' || askedFirst === 'never' || askedFirst === 'not-known'
}

function isOpen({ open: { breach, due, noData } }: SuspensionRow, open: SuspensionChoice['open']): boolean {
  if (open === 'any') return true
  if (open === 'late') return breach > 0
  return open === 'to-do' ? due + noData > 0 : breach + due + noData === 0
}

/** The chosen suspensions, in the order given. */
export const chosenSuspensions = (
  rows: readonly SuspensionRow[],
  { group, term, asked, open }: SuspensionChoice,
): SuspensionRow[] =>
  rows.filter(
    (row) =>
      inGroup(row, group) &&
      (term === 'all' || row.term === term) &&
      wasAsked(row, asked) &&
      isOpen(row, open),
  )

/** How many stand in each group. */
export const groupCounts = (rows: readonly SuspensionRow[]): Record<SuspensionChoice['group'], number> => ({
  all: rows.length,
  cla: rows.filter((row) => inGroup(row, 'cla')).length,
  'social-worker': rows.filter((row) => inGroup(row, 'social-worker')).length,
  others: rows.filter((row) => inGroup(row, 'others')).length,
})

/** Terms in which something began, in their order. */
export const termsOf = ({ terms, rows }: Pick<SuspensionsPage, 'terms' | 'rows'>): string[] =>
  terms.map(({ name }) => name).filter((name) => rows.some(({ term }) => term === name))
