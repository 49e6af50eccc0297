import { describe, expect, it } from 'vitest'
import { academicYear } from '../../../server/calendar/academic-year.ts'
import { isoDate, localMinute } from '../../../server/calendar/iso-date.ts'
import { askedBefore } from '../../../server/engine/suspension-asking.ts'
import { noticeFinding } from '../../../server/engine/suspension-notice.ts'
import type { NoticeParty } from '../../../server/facts/child-facts.ts'
import { aCalendar } from '../../support/build/a-calendar.ts'
import { aSuspension } from '../../support/build/a-suspension.ts'

const context = {
  on: isoDate('2026-03-13'),
  year: academicYear('2025/26'),
  calendar: aCalendar(),
  options: { redAfter: 1 },
}
const suspension = aSuspension('2026-03-04', { decidedAt: localMinute('2026-03-04T10:50') })

describe('a notice that is still to be given', () => {
  it.each([
    ['parent', 'parent'],
    ['la', 'local-authority'],
    ['socialWorker', 'social-worker'],
    ['vsh', 'virtual-school'],
    ['board', 'governing-board'],
  ] as const satisfies readonly (readonly [NoticeParty, string])[])(
    'opens the form of a contact with the right role: %s',
    (party, withRole) => {
      expect(noticeFinding(suspension, party, context).prefill).toEqual({
        suspensionId: 'suspension-2026-03-04',
        withRole,
        purpose: 'suspension-notice',
      })
    },
  )

  it('shows the suspension, the decision, that nobody was told, and by whose line it is very late', () => {
    const evidence = noticeFinding(suspension, 'la', context).evidence ?? []
    expect(evidence.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Suspended: from Wed 4 March, 1 school day',
      'Decision: Decided Wed 4 March at 10:50',
      'Told: no record',
      'Very late: later than one school day after the decision, the school’s own line',
    ])
  })
})

describe('a contact that was missed before a suspension', () => {
  it.each([
    ['vsh', 'virtual-school'],
    ['socialWorker', 'social-worker'],
  ] as const)('opens the form of a contact with the right role: %s', (party, withRole) => {
    expect(askedBefore(suspension, party, context.on).prefill).toEqual({
      suspensionId: 'suspension-2026-03-04',
      withRole,
      purpose: 'before-suspension',
    })
  })
})
