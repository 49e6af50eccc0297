import { expect, it } from 'vitest'
import {
  chosenSuspensions,
  EVERY_SUSPENSION,
  groupCounts,
  termsOf,
  type SuspensionChoice,
} from '../../../../web/pages/suspensions/choose-suspensions.ts'
import { aSuspensionRow, aSuspensionsPage } from '../../../support/build/a-suspensions-page.ts'

const rows = [
  aSuspensionRow({ id: 'late', open: { breach: 1, due: 0, noData: 0 }, askedFirst: 'never' }),
  aSuspensionRow({ id: 'open', open: { breach: 0, due: 0, noData: 2 }, term: 'Autumn' }),
  aSuspensionRow({
    id: 'done',
    askedFirst: 'not-needed',
    child: { ...aSuspensionRow().child, group: 'ever6' },
  }),
]
const chosen = (changed: Partial<SuspensionChoice>) =>
  chosenSuspensions(rows, { ...EVERY_SUSPENSION, ...changed }).map(({ id }) => id)

it('shows every suspension until somebody chooses', () => {
  expect(chosen({})).toEqual(['late', 'open', 'done'])
})

it('narrows by group, term, who was asked first and what is still to do', () => {
  expect(chosen({ group: 'others' })).toEqual(['done'])
  expect(chosen({ term: 'Autumn' })).toEqual(['open'])
  expect(chosen({ asked: 'not-before' })).toEqual(['late'])
  expect(chosen({ open: 'to-do' })).toEqual(['open'])
  expect(chosen({ open: 'done' })).toEqual(['done'])
  expect(chosen({ open: 'late', group: 'others' })).toEqual([])
})

it('says how many each group has, and which terms', () => {
  expect(groupCounts(rows)).toEqual({ all: 3, cla: 2, 'social-worker': 0, others: 1 })
  expect(termsOf(aSuspensionsPage({ rows }))).toEqual(['Autumn', 'Spring'])
})
