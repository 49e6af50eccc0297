import type { InterventionTable } from '../../db/tables/intervention.ts'
import type { Cohorts } from '../law/cohorts.ts'
import type { NotTried, Tried } from './shapes.ts'

type What = InterventionTable['what']

export interface WhatWasTried {
  readonly cohorts: Cohorts | null
  readonly tried: readonly Pick<Tried, 'what'>[]
  /** Whether a line of repeated suspension is reached. */
  readonly isRepeated: boolean
  /** Whether the child has an education, health and care plan; null when nobody said. */
  readonly hasPlan: boolean | null
}

const titles: Readonly<Record<What, string>> = {
  'plan-review': 'The agreed plan, looked at again',
  'risk-assessment': 'Risk assessment',
  'interim-pep': 'Interim review of the personal education plan',
  'adviser-visit': 'Visit of the Virtual School’s adviser',
  'sen-review': 'Review of special educational needs',
  'ehc-review': 'Early review of the education, health and care plan',
  adjustment: 'Adjustment for a disability',
  'key-adult': 'Time with the key adult',
  'in-school-support': 'Support in school',
  'alternative-provision': 'Alternative provision',
  'off-site-direction': 'Off-site direction',
  other: 'Something else',
}

/** The title of an intervention by its stored word; the word itself when it is not known. */
export function interventionTitle(what: string): string {
  return (titles as Readonly<Record<string, string>>)[what] ?? what
}

const words: Readonly<Record<What, string>> = {
  'plan-review': 'Look with the child, and with those at home, at what the plan says and what is kept of it.',
  'risk-assessment': 'Write down what makes it worse, what calms, and who does what.',
  'interim-pep': 'With the Virtual School and the social worker, before a decision.',
  'adviser-visit': 'Ask the adviser to see the child in school and to advise.',
  'sen-review': 'Ask whether a need has not been met, or not been seen.',
  'ehc-review': 'Ask the authority for an early review of the plan.',
  adjustment:
    'If a disability could lie behind it, change what the school does before it is met with a sanction.',
  'key-adult': 'A time agreed each day with the adult the child trusts.',
  'in-school-support': 'A calm place in school with work and an adult, in place of days at home.',
  'alternative-provision':
    'Part of the week elsewhere; the child stays on roll and the school answers for it.',
  'off-site-direction':
    'For a time and to improve behaviour. The parents must have the notice in writing at least two school days before it begins: address, person to report to, number of days, reasons and aims, times.',
  other: '',
}

const everyday: readonly What[] = [
  'plan-review',
  'adjustment',
  'key-adult',
  'in-school-support',
  'interim-pep',
  'adviser-visit',
  'sen-review',
  'ehc-review',
  'risk-assessment',
  'alternative-provision',
  'off-site-direction',
]

/** The staged ladder of a repeated suspension, its first rung first. */
const ladder: readonly What[] = [
  'plan-review',
  'risk-assessment',
  'interim-pep',
  'adviser-visit',
  'sen-review',
  'ehc-review',
  'alternative-provision',
]

/**
 * What could still be tried instead of a suspension (`exclusion-guidance`), in order; after a repeated suspension
 * the rungs of the ladder come first. The plan review and the adviser are for a looked-after child alone
 * (`promoting-education`); an early review is of a plan that the child has. What was tried is not named again.
 */
export function notTried({ cohorts, tried, isRepeated, hasPlan }: WhatWasTried): readonly NotTried[] {
  const done = new Set(tried.map(({ what }) => what))
  const isLookedAfter = cohorts?.cla === true
  const fits = (what: What): boolean => {
    if (what === 'interim-pep' || what === 'adviser-visit') return isLookedAfter
    if (what === 'ehc-review') return hasPlan === true
    return what !== 'sen-review' || hasPlan !== true
  }
  const order = isRepeated ? [...ladder, ...everyday.filter((what) => !ladder.includes(what))] : everyday
  return order
    .filter((what) => fits(what) && !done.has(what))
    .map((what) => ({ what, title: titles[what], words: words[what] }))
}
