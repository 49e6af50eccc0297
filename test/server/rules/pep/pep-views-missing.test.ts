import rule from '../../../../server/rules/pep/pep-views-missing.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aMeeting, aPepHistory, aWindow } from '../../../support/build/a-pep.ts'
import { judge } from '../judge.ts'

const on = '2026-03-13'
const about = 'pep-meeting:meeting-2025-11-04'
const withViews = (childViews: boolean | null) =>
  aChild({ pep: aPepHistory([aMeeting('2025-11-04', { childViews })]) })

judge(rule, [
  {
    name: 'is met when the plan holds the child’s views',
    child: withViews(true),
    on,
    verdict: { status: 'met', about, message: 'The PEP of Tue 4 November holds the child’s views.' },
  },
  {
    name: 'is broken when it does not',
    child: withViews(false),
    on,
    verdict: {
      status: 'breach',
      about,
      since: '2025-11-04',
      final: undefined,
      message: 'The PEP of Tue 4 November does not hold the child’s views.',
    },
  },
  {
    name: 'is not known when nobody said',
    child: withViews(null),
    on,
    verdict: {
      status: 'no-data',
      about,
      message: 'Nobody has said whether the PEP of Tue 4 November holds the child’s views.',
    },
  },
  {
    name: 'leaves out a meeting outside care and one of the year before',
    child: aChild({
      pep: aPepHistory(
        [
          aMeeting('2025-07-01', { childViews: false }),
          aMeeting('2025-11-04', { childViews: false, counted: false }),
        ],
        { windows: [aWindow('autumn')] },
      ),
    }),
    on,
    verdict: 'not-applicable',
  },
  {
    name: 'never applies to a child who is not looked after',
    child: { ...withViews(false), care: careOf('previouslyCla', 'cin', 'cp', 'kinship', 'ever6') },
    on,
    verdict: 'not-applicable',
  },
  {
    name: 'knows nothing while no PEP was ever recorded',
    child: aChild({ pep: null }),
    on,
    verdict: 'no-data',
  },
])
