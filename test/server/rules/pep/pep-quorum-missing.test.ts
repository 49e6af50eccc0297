import type { PepMeetingFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/pep/pep-quorum-missing.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aMeeting, aPepHistory, aWindow } from '../../../support/build/a-pep.ts'
import { judge } from '../judge.ts'

const on = '2026-03-13'
const about = 'pep-meeting:meeting-2025-11-04'
const attendedBy = (...attended: readonly string[]) =>
  aChild({ pep: aPepHistory([aMeeting('2025-11-04', { attended })]) })
const withMeetings = (...meetings: readonly PepMeetingFact[]) =>
  aChild({ pep: aPepHistory(meetings, { windows: [aWindow('autumn')] }) })

judge(rule, [
  {
    name: 'is met when all three were there, whoever else was',
    child: attendedBy('social-worker', 'designated-teacher', 'carer', 'child'),
    on,
    verdict: {
      status: 'met',
      about,
      message: 'Social worker, designated teacher and carer were there on Tue 4 November.',
    },
  },
  {
    name: 'is broken for good without the social worker',
    child: attendedBy('designated-teacher', 'carer'),
    on,
    verdict: {
      status: 'breach',
      about,
      since: '2025-11-04',
      final: true,
      headline: 'PEP meeting without the social worker',
      message: 'The PEP meeting on Tue 4 November was held without the social worker.',
    },
  },
  {
    name: 'names everyone who was missing',
    child: attendedBy('social-worker', 'virtual-school'),
    on,
    verdict: { status: 'breach', headline: 'PEP meeting without the designated teacher and the carer' },
  },
  {
    name: 'is not known while nobody is recorded as there',
    child: attendedBy(),
    on,
    verdict: {
      status: 'no-data',
      message: /^Nobody has said who was at the PEP meeting on /,
    },
  },
  {
    name: 'takes each meeting of the year by itself, and none of the year before',
    child: withMeetings(
      aMeeting('2025-07-01', { attended: [] }),
      aMeeting('2025-11-04'),
      aMeeting('2026-02-24', { attended: ['social-worker', 'designated-teacher'] }),
    ),
    on,
    verdict: [
      { status: 'met', about },
      { status: 'breach', about: 'pep-meeting:meeting-2026-02-24' },
    ],
  },
  {
    name: 'leaves out a meeting held when the child was not in care',
    child: withMeetings(aMeeting('2025-11-04', { attended: [], counted: false })),
    on,
    verdict: 'not-applicable',
  },
  {
    name: 'does not apply before the year’s first meeting',
    child: aChild(),
    on,
    verdict: { status: 'not-applicable', message: 'No PEP meeting has been held this academic year.' },
  },
  {
    name: 'never applies to a child who is not looked after',
    child: { ...attendedBy(), care: careOf('previouslyCla', 'cin', 'cp', 'kinship', 'ever6') },
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
