import { firstDayOf, type AcademicYear } from '../calendar/academic-year.ts'
import { isoDate, type IsoDate } from '../calendar/iso-date.ts'
import { cohortsOn, cohortsSince, isActive, lookedAfterSpells } from '../law/cohorts.ts'
import type { AuthorityFact, CareEpisodeFact, CareFacts } from './child-facts.ts'
import type { CareEpisodeRow } from './child-rows.ts'
import { dayOrNull } from './read-row.ts'

export type Authorities = ReadonlyMap<string, AuthorityFact>

const byStart = (a: CareEpisodeFact, b: CareEpisodeFact): number =>
  a.startedOn < b.startedOn ? -1 : a.startedOn > b.startedOn ? 1 : 0

/** Statuses whose authority has a duty to the child, the strongest first: those with a social worker. */
const HOLDERS: readonly CareEpisodeFact['status'][] = ['cla', 'cp-plan', 'cin-plan']

/** The authority of the strongest status that holds on the day; of two rows, the one that began later. */
function authorityOn(active: readonly CareEpisodeFact[]): AuthorityFact | null {
  for (const status of HOLDERS) {
    const row = active.findLast((each) => each.status === status)
    if (row !== undefined) return row.authority
  }
  return null
}

/**
 * Sentences about what cannot be true together. A status that ends today is left out: files often end one
 * row on the day on which the next begins. A looked-after child may have a child protection plan.
 */
function contradictionsOf(active: readonly CareEpisodeFact[], on: IsoDate): readonly string[] {
  if (active.length < 2) return []
  const open = active.filter(({ endedOn }) => endedOn === null || endedOn > on)
  const has = (status: CareEpisodeFact['status']) => open.some((each) => each.status === status)
  const sentences: string[] = []
  if (has('cin-plan') && has('cp-plan'))
    sentences.push('A child in need plan and a child protection plan are both open.')
  if (has('cla') && has('previously-cla'))
    sentences.push('The child is recorded as looked after and as previously looked after at once.')
  const holders = new Set(
    open.flatMap(({ status, authority }) => (status === 'cla' && authority !== null ? [authority.name] : [])),
  )
  if (holders.size > 1)
    sentences.push(
      `More than one authority is recorded as looking after the child: ${[...holders].join(', ')}.`,
    )
  return sentences
}

/** The child's care history as at a day. Rows that begin later do not exist yet. */
export function buildCareFacts(
  rows: readonly CareEpisodeRow[],
  authorities: Authorities,
  on: IsoDate,
  year: AcademicYear,
): CareFacts {
  const episodes = rows
    .filter(({ startedOn }) => startedOn <= on)
    .map((row) => ({
      id: row.id,
      status: row.status,
      startedOn: isoDate(row.startedOn),
      endedOn: dayOrNull(row.endedOn),
      authority: row.authorityCode === null ? null : (authorities.get(row.authorityCode) ?? null),
    }))
    .toSorted(byStart)
  const active = episodes.filter((each) => isActive(each, on))
  return {
    episodes,
    now: cohortsOn(episodes, on),
    thisYear: cohortsSince(episodes, firstDayOf(year)),
    spells: lookedAfterSpells(episodes, on),
    authorityNow: authorityOn(active),
    contradictions: contradictionsOf(active, on),
  }
}
