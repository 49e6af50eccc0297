import { describe, expect, it } from 'vitest'
import { academicYear } from '../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { pepPicture } from '../../../server/compute/pep-picture.ts'
import { aFirstPep, aMeeting, aPepHistory } from '../../support/build/a-pep.ts'

const pictureOf = (pep: ReturnType<typeof aPepHistory>) =>
  pepPicture(pep, isoDate('2026-03-13'), academicYear('2025/26'))

describe('meetings', () => {
  it('that do not count are named by their day, planned ones among them', () => {
    const voluntary = aMeeting('2026-02-04', { counted: false })
    const planned = aMeeting('2026-03-20', { counted: false })
    const picture = pictureOf(aPepHistory([voluntary, aMeeting('2026-02-03')], { planned: [planned] }))
    expect(picture.not_counted_meetings).toEqual(['2026-02-04', '2026-03-20'])
    expect(picture.meetings.map(({ held_on }) => held_on)).toEqual(['2026-02-03'])
    expect(picture.years['2025/26']?.meetings_in_year).toBe(1)
  })

  it('in August belong to the year and to no window', () => {
    const picture = pictureOf(aPepHistory([aMeeting('2026-08-04')]))
    expect(picture.years['2025/26']).toMatchObject({ meetings_in_year: 1, terms: { summer: { held: 0 } } })
  })

  it('have a quorum with social worker, designated teacher, carer and the child’s views', () => {
    const quorum = (attended: readonly string[], childViews: boolean | null) =>
      pictureOf(aPepHistory([aMeeting('2026-02-03', { attended, childViews })])).meetings[0]
    const three = ['carer', 'social-worker', 'designated-teacher']
    expect(quorum(three, true)).toMatchObject({ missing_roles: [], quorum: true })
    expect(quorum(three, false)?.quorum).toBe(false)
    expect(quorum(three, null)?.quorum).toBe(false)
    expect(quorum(['carer', 'parent'], true)).toMatchObject({
      missing_roles: ['social-worker', 'designated-teacher'],
      quorum: false,
    })
  })
})

describe('a first plan', () => {
  it('is shown for a spell that began this academic year', () => {
    const firstPeps = ['2025-08-31', '2025-09-01'].map((day) => aFirstPep(day))
    expect(pictureOf(aPepHistory([], { firstPeps })).first_pep).toEqual([
      {
        spell_start: '2025-09-01',
        initiated_by: '2025-09-15',
        initiated: 'overdue',
        available_by: '2025-09-29',
        available: 'overdue',
      },
    ])
  })

  it('is begun and ready up to and on its last day, and late the day after', () => {
    const stateOf = (heldOn: string) =>
      pictureOf(aPepHistory([], { firstPeps: [aFirstPep('2026-02-13', { heldOn: isoDate(heldOn) })] }))
        .first_pep[0]?.initiated
    expect(['2026-02-26', '2026-02-27', '2026-02-28'].map(stateOf)).toEqual(['met', 'met', 'late'])
  })
})
