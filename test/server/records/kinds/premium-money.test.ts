import { expect, it } from 'vitest'
import { fieldMeta } from '../../../../server/records/field-columns.ts'
import premiumMoney from '../../../../server/records/kinds/premium-money.ts'
import { refusedFields } from '../../../support/kinds.ts'

const form = {
  datedOn: '2026-01-20',
  fund: 'looked-after',
  direction: 'received',
  pounds: 6300,
  onWhat: null,
  impact: null,
}
const refused = (given: object) => refusedFields(premiumMoney, { ...form, ...given })

it('money has its day, its fund and whether it came in or was spent', () => {
  expect(refused({})).toEqual([])
  expect(refused({ datedOn: null, fund: 'pupil-premium', direction: 'kept' })).toEqual([
    'datedOn',
    'fund',
    'direction',
  ])
})

it('it is counted in whole pounds, at least one', () => {
  expect([1, 1_000_000].flatMap((pounds) => refused({ pounds }))).toEqual([])
  for (const pounds of [0, -5, 12.5, 1_000_001, '850', null]) expect(refused({ pounds })).toEqual(['pounds'])
})

it('of what was spent it is said on what', () => {
  expect(refused({ direction: 'spent' })).toEqual(['onWhat'])
  expect(refused({ direction: 'spent', onWhat: 'Reading with an adult, two terms' })).toEqual([])
})

it('it holds no child: each text says so, and the amount names the last rate that is known', () => {
  expect(premiumMoney.subject).toBe('school')
  for (const field of ['onWhat', 'impact'])
    expect(fieldMeta(premiumMoney, field).hint).toMatch(/^No child’s name/)
  expect(fieldMeta(premiumMoney, 'pounds').hint).toMatch(
    /^Whole pounds\. For each child of April 2025 to March 2026 .*£2,630;/,
  )
})

it('its line says how much, which way, for whom, and on what', () => {
  expect(premiumMoney.summary(form)).toBe('£6,300 received for looked-after children')
  expect(
    premiumMoney.summary({
      ...form,
      fund: 'previously-looked-after',
      direction: 'spent',
      pounds: 850,
      onWhat: 'Nurture group',
    }),
  ).toBe('£850 spent for previously looked-after children: Nurture group')
})
