import { localMinute } from '../../../../server/calendar/iso-date.ts'
import type { NoticeParty, SuspensionFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/cancellation-not-told.ts'
import { careOf, groups } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { describe, expect, it } from 'vitest'
import { findingsOf, judge } from '../judge.ts'

const everybody = '2026-03-06T10:00'

/** Suspended from Thursday 5 March and cancelled on the Friday at nine, a day served; everybody told at a time. */
const cancelled = (
  told: string | null,
  given: Partial<SuspensionFact> & { told?: never } = {},
  but: Partial<Record<NoticeParty, string | null>> = {},
) => {
  const at = (party: NoticeParty) => {
    const when = but[party] === undefined ? told : but[party]
    return when === null ? null : localMinute(when)
  }
  return aChild({
    suspension: aSuspensionHistory([
      aSuspension('2026-03-05', {
        decidedAt: localMinute('2026-03-04T14:00'),
        cancelledAt: localMinute('2026-03-06T09:00'),
        toldOfCancelling: {
          parent: at('parent'),
          la: at('la'),
          home: null,
          socialWorker: at('socialWorker'),
          vsh: at('vsh'),
          board: at('board'),
        },
        ...given,
      }),
    ]),
  })
}

const about = 'suspension:suspension-2026-03-05'

judge(rule, [
  {
    name: 'is due on the day of the cancelling',
    child: cancelled(null),
    on: '2026-03-06',
    verdict: {
      status: 'due',
      about,
      dueOn: '2026-03-06',
      message:
        'The suspension of 5 March was cancelled on Fri 6 March at 09:00; to be told without delay, the same day: the parent, the governing board, the local authority, the social worker and the Virtual School.',
    },
  },
  {
    name: 'is kept when everybody was told in the very minute of the cancelling',
    child: cancelled('2026-03-06T09:00'),
    on: '2026-03-06',
    verdict: 'met',
  },
  {
    name: 'is not known of one whose notice stands a minute before the cancelling',
    child: cancelled(everybody, {}, { la: '2026-03-06T08:59' }),
    on: '2026-03-07',
    verdict: {
      status: 'no-data',
      about,
      message:
        'The suspension of 5 March was cancelled on Fri 6 March at 09:00; before that stands the notice to the local authority on Fri 6 March at 08:59: check the time.',
    },
  },
  {
    name: 'is not known of anybody whose notice stands before the cancelling',
    child: cancelled('2026-03-05T10:00'),
    on: '2026-03-07',
    verdict: 'no-data',
  },
  {
    name: 'is broken all the same while another was not told',
    child: cancelled(everybody, {}, { la: '2026-03-06T08:59', board: null }),
    on: '2026-03-07',
    verdict: { status: 'breach', since: '2026-03-07' },
  },
  {
    name: 'is broken the day after while one was not told',
    child: cancelled(everybody, {}, { board: null }),
    on: '2026-03-07',
    verdict: {
      status: 'breach',
      since: '2026-03-07',
      final: undefined,
      headline: 'Governing board not told of the cancelling of a suspension',
    },
  },
  {
    name: 'is kept when everybody was told that day',
    child: cancelled(everybody),
    on: '2026-03-13',
    verdict: { status: 'met', about },
  },
  {
    name: 'stays late when one was told the day after',
    child: cancelled(everybody, {}, { la: '2026-03-07T08:00' }),
    on: '2026-03-13',
    verdict: {
      status: 'breach',
      final: true,
      message: /; told late: the local authority on Sat 7 March at 08:00\.$/,
    },
  },
  {
    name: 'does not ask for a Virtual School or a social worker that a child does not have',
    child: {
      ...cancelled(everybody, { groupsThen: groups('ever6') }, { socialWorker: null, vsh: null }),
      care: careOf('ever6'),
    },
    on: '2026-03-13',
    verdict: 'met',
  },
  {
    name: 'is a duty of what was cancelled before it began, too',
    child: cancelled(null, { halfDays: 0, cancelledAt: localMinute('2026-03-04T16:00') }),
    on: '2026-03-05',
    verdict: { status: 'breach', since: '2026-03-05' },
  },
  {
    name: 'is a duty whether it was decided here or told by a file',
    child: cancelled(null, { decidedHere: true }),
    on: '2026-03-09',
    verdict: 'breach',
  },
  {
    name: 'is no duty of a suspension that stands',
    child: cancelled(null, { cancelledAt: null }),
    on: '2026-03-13',
    verdict: { status: 'not-applicable', message: 'No suspension here was cancelled this academic year.' },
  },
  {
    name: 'is not known where suspensions were never recorded',
    child: aChild({ suspension: null }),
    on: '2026-03-13',
    verdict: 'no-data',
  },
])

describe('the form of a notice of cancelling', () => {
  it('opens for the first who was not told', () => {
    const child = cancelled(everybody, {}, { la: null, vsh: null })
    expect(findingsOf(rule, { child, on: '2026-03-09' })[0]?.prefill).toEqual({
      suspensionId: 'suspension-2026-03-05',
      withRole: 'local-authority',
      purpose: 'cancellation-notice',
    })
  })
})
