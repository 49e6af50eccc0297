import { isoDate } from '../../../server/calendar/iso-date.ts'
import type { AuthorityFact, CareEpisodeFact, CareFacts } from '../../../server/facts/child-facts.ts'
import { inNoGroup, type Cohorts } from '../../../server/law/cohorts.ts'

export const anAuthority: AuthorityFact = {
  code: '919',
  name: 'Hartmoor',
  virtualSchoolPhone: '01632 960123',
}

/** The groups named, and no other. */
export function groups(...names: readonly (keyof Cohorts)[]): Cohorts {
  return { ...inNoGroup, ...Object.fromEntries(names.map((name) => [name, true])) }
}

/** A row of care history; looked after since 14 June 2022 unless said otherwise. */
export function anEpisode(given: Partial<CareEpisodeFact> = {}): CareEpisodeFact {
  return {
    id: 'episode-1',
    status: 'cla',
    startedOn: isoDate('2022-06-14'),
    endedOn: null,
    authority: anAuthority,
    ...given,
  }
}

/** What is known of a child's care: looked after in one spell since 14 June 2022, unless said otherwise. */
export function aCare(given: Partial<CareFacts> = {}): CareFacts {
  const now = given.now ?? groups('cla', 'ever6')
  return {
    episodes: [anEpisode()],
    now,
    thisYear: now,
    spells: [{ startedOn: isoDate('2022-06-14'), endedOn: null }],
    authorityNow: anAuthority,
    contradictions: [],
    ...given,
  }
}

/** Care of a child who is in the groups named, today and this year, and is not looked after unless `cla` is. */
export function careOf(...names: readonly (keyof Cohorts)[]): CareFacts {
  const now = groups(...names)
  return now.cla ? aCare({ now }) : aCare({ now, episodes: [], spells: [] })
}
