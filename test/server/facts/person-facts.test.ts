import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { buildPersonFacts } from '../../../server/facts/person-facts.ts'
import { aPersonRow } from '../../support/build/child-rows.ts'

describe('the adults around a child', () => {
  it('are those of the day, first and last day included', () => {
    const worker = aPersonRow('social-worker', { startedOn: '2026-02-02', endedOn: '2026-03-13' })
    const count = (day: string) => buildPersonFacts([worker], isoDate(day)).length
    expect(['2026-02-01', '2026-02-02', '2026-03-13', '2026-03-14'].map(count)).toEqual([0, 1, 1, 0])
  })

  it('are told without name and number: whether there is a number, and whether to leave them alone', () => {
    const rows = [
      aPersonRow('parent', { doNotContact: 1 }),
      aPersonRow('carer', { phone: null, startedOn: '2025-01-01' }),
    ]
    expect(buildPersonFacts(rows, isoDate('2026-03-13'))).toEqual([
      { id: 'person-parent', role: 'parent', hasPhone: true, doNotContact: true },
      { id: 'person-carer', role: 'carer', hasPhone: false, doNotContact: false },
    ])
  })
})
