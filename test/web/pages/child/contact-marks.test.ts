import { expect, it } from 'vitest'
import type { ChildPage } from '../../../../web/api.ts'
import type { Finding } from '../../../../web/pages/child/finding-view.ts'
import { contactMarks } from '../../../../web/pages/child/contact-marks.ts'
import { aChildPage, aFinding } from '../../../support/build/a-child-page.ts'

const decided = (on: string, changed: Partial<Finding>) =>
  aFinding({
    ruleId: 'virtual-school-not-told',
    evidence: [{ label: 'Decision', value: '', on: on as never }],
    ...changed,
  })

const marks = (findings: Finding[], contacts: unknown[] = []) =>
  contactMarks(
    aChildPage({
      findings: [{ area: 'suspension', findings }],
      yearLine: { ...aChildPage().yearLine, contacts: contacts as ChildPage['yearLine']['contacts'] },
    }),
  )

it('one mark a decision: what was not done, whatever else was done that day', () => {
  expect(
    marks([
      decided('2026-01-20', { status: 'met' }),
      decided('2026-01-20', {
        ruleId: 'virtual-school-not-contacted-before',
        status: 'breach',
        title: 'Virtual School not contacted before the suspension of 21 January',
      }),
      decided('2026-01-20', {
        status: 'breach',
        title: 'Virtual School told late of the suspension of 21 January',
      }),
    ]),
  ).toEqual([
    {
      on: '2026-01-20',
      status: 'breach',
      words: 'Virtual School not contacted before; Virtual School told late',
    },
  ])
})

it('a met line where everybody was told in time', () => {
  expect(marks([decided('2026-01-20', { status: 'met' })])).toEqual([
    { on: '2026-01-20', status: 'met', words: 'everybody was told' },
  ])
})

it('a contact about something else is a dot, in the order of days; last year’s decisions are left out', () => {
  const contact = { id: 'c', on: '2025-11-03', withRole: 'social-worker', suspensionId: null }
  expect(
    marks([decided('2026-01-20', { status: 'met' }), decided('2025-06-20', { status: 'breach' })], [contact]),
  ).toMatchObject([
    { on: '2025-11-03', status: null, words: 'Social worker' },
    { on: '2026-01-20', status: 'met' },
  ])
})
