import { isoDate } from '../../../../server/calendar/iso-date.ts'
import type { CareFacts } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/care/care-status-contradictory.ts'
import { aCare, anEpisode, careOf, groups } from '../../../support/build/a-care.ts'
import { aChild, aLeaver } from '../../../support/build/a-child.ts'
import { judge } from '../judge.ts'

const on = '2026-03-13'
const bothPlans = 'A child in need plan and a child protection plan are both open.'
const twoPlans = (given: Partial<CareFacts> = {}) =>
  aChild({
    care: aCare({
      now: groups('cin', 'cp', 'ever6'),
      episodes: [
        anEpisode({ id: 'episode-1', status: 'cin-plan', startedOn: isoDate('2025-06-16') }),
        anEpisode({ id: 'episode-2', status: 'cp-plan', startedOn: isoDate('2026-02-02') }),
      ],
      spells: [],
      contradictions: [bothPlans],
      ...given,
    }),
  })

judge(rule, [
  {
    name: 'is watched when a child in need and a child protection plan are open at once',
    child: twoPlans(),
    on,
    verdict: { status: 'watch', message: bothPlans },
  },
  {
    name: 'says every contradiction',
    child: twoPlans({ contradictions: [bothPlans, 'Two authorities look after the child.'] }),
    on,
    verdict: { status: 'watch', message: `${bothPlans} Two authorities look after the child.` },
  },
  { name: 'is met otherwise', child: aChild(), on, verdict: 'met' },
  {
    name: 'does not apply to a child whose recorded status has not begun',
    child: aChild({ care: careOf() }),
    on,
    verdict: 'not-applicable',
  },
  {
    name: 'does not apply once the child has left',
    child: { ...twoPlans(), identity: aLeaver('2026-02-06') },
    on,
    verdict: 'not-applicable',
  },
  {
    name: 'is not known when nobody told us any care status',
    child: aChild({ care: null }),
    on,
    verdict: 'no-data',
  },
])
