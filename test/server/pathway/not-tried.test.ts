import { describe, expect, it } from 'vitest'
import { interventionTitle, notTried, type WhatWasTried } from '../../../server/pathway/not-tried.ts'
import { groups } from '../../support/build/a-care.ts'

const offered = (given: Partial<WhatWasTried> = {}) =>
  notTried({ cohorts: groups('cla'), tried: [], isRepeated: false, hasPlan: null, ...given })
const words = (given?: Partial<WhatWasTried>) => offered(given).map(({ what }) => what)

describe('what could still be tried', () => {
  it('begins with the agreed plan and ends with a place elsewhere', () => {
    expect(words()).toEqual([
      'plan-review',
      'adjustment',
      'key-adult',
      'in-school-support',
      'interim-pep',
      'adviser-visit',
      'sen-review',
      'risk-assessment',
      'alternative-provision',
      'off-site-direction',
    ])
  })

  it('does not name again what was tried', () => {
    const tried = [{ what: 'plan-review' }, { what: 'key-adult' }, { what: 'other' }]
    expect(words({ tried })).not.toContain('plan-review')
    expect(words({ tried })).not.toContain('key-adult')
  })

  it('has a plan review and the adviser for a looked-after child alone', () => {
    for (const cohorts of [groups('cin'), groups('previouslyCla'), groups(), null]) {
      expect(words({ cohorts })).not.toContain('interim-pep')
      expect(words({ cohorts })).not.toContain('adviser-visit')
    }
  })

  it('has an early review of a plan that the child has, else of needs', () => {
    expect(words({ hasPlan: true })).toContain('ehc-review')
    expect(words({ hasPlan: true })).not.toContain('sen-review')
    expect(words({ hasPlan: false })).toContain('sen-review')
    expect(words({ hasPlan: false })).not.toContain('ehc-review')
  })

  it('climbs the ladder after a repeated suspension', () => {
    expect(words({ isRepeated: true, hasPlan: true })).toEqual([
      'plan-review',
      'risk-assessment',
      'interim-pep',
      'adviser-visit',
      'ehc-review',
      'alternative-provision',
      'adjustment',
      'key-adult',
      'in-school-support',
      'off-site-direction',
    ])
  })

  it('says the notice of an off-site direction', () => {
    expect(offered().at(-1)?.words).toMatch(/in writing at least two school days before it begins/)
  })

  it('has a title for each stored word, and the word for another', () => {
    expect(interventionTitle('risk-assessment')).toBe('Risk assessment')
    expect(interventionTitle('something-new')).toBe('something-new')
    for (const { title, words: said } of offered()) expect(`${title}${said}`).toMatch(/^[A-Z].*\.$/)
  })
})
