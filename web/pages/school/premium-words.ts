import { figure } from '../../format.ts'
import type { DatedRecord } from './school-records.ts'

/** Money received or spent with its record, so that it can be corrected. */
export interface PremiumMoney extends DatedRecord {
  fund: 'looked-after' | 'previously-looked-after'
  direction: 'received' | 'spent'
  /** Whole pounds. */
  pounds: number
  onWhat: string | null
  impact: string | null
}

const FUNDS = {
  'looked-after': 'Pupil premium plus, looked-after children',
  'previously-looked-after': 'Pupil premium, previously looked-after children',
} as const

/** Which money it is, in plain words. */
export const fundWords = (fund: PremiumMoney['fund']): string => FUNDS[fund]

/** Of whom the money is, where a table has it in its head. */
export const fundChildren = (fund: PremiumMoney['fund']): string =>
  fund === 'looked-after' ? 'Looked-after children' : 'Previously looked-after children'

/** `£6,300`. */
export const pounds = (value: number): string => `£${figure(value)}`

export interface FundSum {
  fund: PremiumMoney['fund']
  received: number
  spent: number
  /** In plain words: what of the one is left, or how much more the other is. */
  left: string
}

/** What each fund of a year comes to, in whole pounds; a fund of which nothing is recorded is left out. */
export function fundSums(money: readonly PremiumMoney[]): FundSum[] {
  return (Object.keys(FUNDS) as PremiumMoney['fund'][]).flatMap((fund) => {
    const own = money.filter((one) => one.fund === fund)
    if (own.length === 0) return []
    const sum = (way: PremiumMoney['direction']) =>
      own.filter(({ direction }) => direction === way).reduce((total, one) => total + one.pounds, 0)
    const [received, spent] = [sum('received'), sum('spent')]
    const left =
      spent > received ? `${pounds(spent - received)} more spent than received` : pounds(received - spent)
    return [{ fund, received, spent, left }]
  })
}
