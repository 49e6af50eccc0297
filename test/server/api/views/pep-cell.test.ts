import { describe, expect, it } from 'vitest'
import { pepCell, TERMLY_PEP } from '../../../../server/api/views/pep-cell.ts'
import { isoDate } from '../../../../server/calendar/iso-date.ts'
import { loadRules } from '../../../../server/engine/load-rules.ts'
import { prepareRules } from '../../../../server/engine/run-rules.ts'
import type { ChildFacts, PepMeetingFact } from '../../../../server/facts/child-facts.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aCompleteMeeting, aMeeting, aPepHistory, aWindow } from '../../../support/build/a-pep.ts'
import { anAssessedChild, aPicture } from '../../../support/build/a-picture.ts'

const rules = await loadRules()

/** The spring cell of a child with these facts, with the findings that the rules really have. */
function spring(facts: Partial<ChildFacts>, on = '2026-03-13') {
  const picture = aPicture([], on)
  const run = prepareRules(rules, {
    on: isoDate(on),
    year: picture.year,
    calendar: picture.calendar,
    options: {},
  })
  const findings = run(aChild(facts))
  return pepCell(anAssessedChild('Ada', findings, facts), picture, 'spring')
}
const withMeetings = (...meetings: readonly PepMeetingFact[]) => ({ pep: aPepHistory(meetings) })

describe('the cell of a term’s PEP', () => {
  it('rests on a rule that there is', () => {
    expect(rules.map(({ id }) => id)).toContain(TERMLY_PEP)
  })

  it('to be held, by the last school day of the window', () => {
    expect(spring(withMeetings())).toMatchObject({ state: 'to-hold', text: 'To hold', detail: 'by 27 Mar' })
  })

  it('held and to be completed', () => {
    expect(spring(withMeetings(aMeeting('2026-02-10')))).toMatchObject({
      state: 'to-complete',
      text: 'To complete',
      detail: 'held 10 Feb, by 27 Mar',
      recordId: 'meeting-2026-02-10',
    })
  })

  it('done, with its quality, which never changes the state', () => {
    expect(
      spring(withMeetings(aCompleteMeeting('2026-02-10', '2026-02-12', { quality: 'red' }))),
    ).toMatchObject({
      state: 'on-time',
      text: 'Done 12 Feb',
      detail: 'red',
      about: '2025/26 spring',
    })
  })

  it('not held, or not completed, when the window has passed', () => {
    expect(spring(withMeetings(), '2026-04-14')).toMatchObject({
      state: 'missing',
      text: 'Not held',
      detail: 'by 5 Apr',
    })
    expect(spring(withMeetings(aMeeting('2026-02-10')), '2026-04-14')).toMatchObject({
      state: 'missing',
      text: 'Not completed',
      detail: 'held 10 Feb',
    })
  })

  it('ahead, when its window has not begun', () => {
    expect(spring(withMeetings(), '2025-12-31')).toMatchObject({ state: 'ahead', text: 'From 1 Jan' })
  })

  it('no duty, with the reason, for too few days in care', () => {
    const pep = aPepHistory([], { windows: [aWindow('spring', [], { workingDaysInCare: 15 })] })
    expect(spring({ pep })).toMatchObject({ state: 'not-a-duty', detail: '15 working days in care' })
  })

  it('not known where nobody told us of PEPs, and nothing at all for another group', () => {
    expect(spring({ pep: null })).toMatchObject({ state: 'not-known', text: 'Not known' })
    expect(spring({ care: careOf('cin') })).toBeNull()
  })
})
