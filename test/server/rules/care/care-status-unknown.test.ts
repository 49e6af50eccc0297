import { isoDate } from '../../../../server/calendar/iso-date.ts'
import type { CareEpisodeFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/care/care-status-unknown.ts'
import { aCare, anEpisode, careOf, groups } from '../../../support/build/a-care.ts'
import { aChild, aLeaver } from '../../../support/build/a-child.ts'
import { judge } from '../judge.ts'

const ended = anEpisode({ endedOn: isoDate('2025-11-14') })
const history = (...after: readonly CareEpisodeFact[]) =>
  aChild({
    care: aCare({
      now: groups('ever6'),
      episodes: [ended, ...after],
      spells: [{ startedOn: ended.startedOn, endedOn: ended.endedOn }],
    }),
  })

judge(rule, [
  {
    name: 'is met while the child is looked after',
    child: aChild(),
    on: '2026-03-13',
    verdict: { status: 'met', message: 'The care status of today is recorded.' },
  },
  { name: 'is met on the last day of care', child: history(), on: '2025-11-14', verdict: 'met' },
  {
    name: 'is watched from the day after, when nobody said what came after care',
    child: history(),
    on: '2025-11-15',
    verdict: {
      status: 'watch',
      about: 'care ended 2025-11-14',
      message: 'Care ended on Fri 14 November, and nobody has told us what came after it.',
    },
  },
  {
    name: 'is met by a special guardianship or a plan recorded after care',
    child: history(
      anEpisode({ id: 'episode-2', status: 'previously-cla', startedOn: isoDate('2025-11-15') }),
    ),
    on: '2026-03-13',
    verdict: { status: 'met', message: 'What came after care, which ended on Fri 14 November, is recorded.' },
  },
  {
    name: 'is met by a plan that was open before and runs on',
    child: history(anEpisode({ id: 'episode-2', status: 'cp-plan', startedOn: isoDate('2025-03-03') })),
    on: '2026-03-13',
    verdict: 'met',
  },
  {
    name: 'is not met by a plan that ended before care did',
    child: history(
      anEpisode({
        id: 'episode-2',
        status: 'cin-plan',
        startedOn: isoDate('2021-03-16'),
        endedOn: isoDate('2022-06-13'),
      }),
    ),
    on: '2026-03-13',
    verdict: 'watch',
  },
  {
    name: 'is met for a child with a plan who was never looked after',
    child: aChild({ care: careOf('cin') }),
    on: '2026-03-13',
    verdict: 'met',
  },
  {
    name: 'does not apply to a child whose only plan ended long ago',
    child: aChild({ care: careOf() }),
    on: '2026-03-13',
    verdict: 'not-applicable',
  },
  {
    name: 'does not apply once the child has left',
    child: { ...history(), identity: aLeaver('2026-02-06') },
    on: '2026-03-13',
    verdict: 'not-applicable',
  },
  {
    name: 'is not known when nobody told us any care status',
    child: aChild({ care: null }),
    on: '2026-03-13',
    verdict: { status: 'no-data', message: 'Nobody has told us of any care status.' },
  },
])
