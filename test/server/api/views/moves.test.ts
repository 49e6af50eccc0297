import { expect, it } from 'vitest'
import { movesOf } from '../../../../server/api/views/moves.ts'
import { isoDate } from '../../../../server/calendar/iso-date.ts'
import type { ChildFacts } from '../../../../server/facts/child-facts.ts'
import { aCare, anEpisode } from '../../../support/build/a-care.ts'
import { aManagedMove, anOffSiteDirection, aPartTimeTimetable } from '../../../support/build/a-move.ts'
import { anAssessedChild, aPicture } from '../../../support/build/a-picture.ts'

const of = (given: Partial<ChildFacts>) => movesOf(aPicture([anAssessedChild('Alex Example', [], given)]))

it('moves of the year are those in force on a day of it, and managed moves agreed in it', () => {
  const direction = (id: string, startsOn: string, endsOn: string | null) =>
    anOffSiteDirection(startsOn, { id, endsOn: endsOn === null ? null : isoDate(endsOn) })
  const timetable = (id: string, startsOn: string, endsOn: string | null) =>
    aPartTimeTimetable(startsOn, { id, endsOn: endsOn === null ? null : isoDate(endsOn) })
  const move = (id: string, agreedOn: string) => aManagedMove(agreedOn, { id })
  const ids = of({
    offSiteDirection: [
      direction('ended on 31 August', '2025-05-01', '2025-08-31'),
      direction('ended on 1 September', '2025-05-01', '2025-09-01'),
      direction('since last year', '2025-05-01', null),
      direction('from today', '2026-03-13', '2026-04-17'),
      direction('from tomorrow', '2026-03-14', '2026-04-17'),
    ],
    managedMove: [move('agreed last year', '2025-08-31'), move('agreed this year', '2025-09-01')],
    partTimeTimetable: [timetable('shorter', '2026-01-05', '2026-02-13')],
  }).map(({ id }) => id)
  expect(ids).toEqual([
    'ended on 1 September',
    'since last year',
    'from today',
    'agreed this year',
    'shorter',
  ])
})

it('a move stands in the group that the child was in when it began', () => {
  const care = aCare({
    episodes: [
      anEpisode({ status: 'cin-plan', startedOn: isoDate('2025-01-06'), endedOn: isoDate('2025-11-30') }),
      anEpisode({ status: 'cla', startedOn: isoDate('2025-12-01') }),
    ],
  })
  const began = (startsOn: string) => ({ offSiteDirection: [anOffSiteDirection(startsOn)] })
  expect(of({ care, ...began('2025-11-03') })).toMatchObject([{ group: 'social-worker' }])
  expect(of({ care, ...began('2025-12-01') })).toMatchObject([{ group: 'cla' }])
  expect(of({ care: null, ...began('2025-12-01') })).toMatchObject([{ group: null }])
})
