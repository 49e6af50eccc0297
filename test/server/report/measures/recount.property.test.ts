import { describe, expect, it } from 'vitest'
import type { ReportChildFacts, ReportFacts } from '../../../../server/facts/report-facts.ts'
import { figureWords } from '../../../../server/report/figures.ts'
import { measure } from '../../../../server/report/measures/measure.ts'
import type { Measures } from '../../../../server/report/shapes.ts'
import { randomSchool, sixTermsOfSchool } from '../../../support/random-school.ts'
import { recount, type SlowChild, type SlowSchool } from '../../../support/slow-report.ts'

const slowChild = (facts: ReportChildFacts): SlowChild => ({
  id: facts.identity.childId,
  yearGroup: facts.identity.yearGroup,
  admittedOn: facts.identity.admittedOn,
  leftOn: facts.identity.leftOn,
  care: (facts.care?.episodes ?? []).map((row) => ({ ...row, authority: row.authority?.code ?? null })),
  peps: [...(facts.pep?.meetings ?? []), ...(facts.pep?.planned ?? [])].map((row) => ({
    ...row,
    views: row.childViews === true,
  })),
  suspensions: (facts.suspension?.rows ?? []).map((row) => ({
    ...row,
    isOurs: !row.atOtherSchool,
    isCancelled: row.cancelledAt !== null,
    vshAt: row.contacted.vsh,
    socialWorkerAt: row.contacted.socialWorker,
  })),
  sessions: facts.attendance && {
    possible: facts.attendance.possible,
    missed: facts.attendance.authorised + facts.attendance.unauthorised,
  },
  stayed: facts.considered.filter(({ state }) => state === 'not-suspended').length,
  spans: {
    'off-site': facts.offSiteDirection.map(({ startsOn, endsOn }) => [startsOn, endsOn] as const),
    'part-time': facts.partTimeTimetable.map(({ startsOn, endsOn }) => [startsOn, endsOn] as const),
  },
  days: {
    'managed-move': facts.managedMove.map(({ agreedOn }) => agreedOn),
    'sent-home': facts.unlawfulExclusion.map(({ happenedOn }) => happenedOn),
  },
  needs: facts.specialNeed,
  assessments: facts.attainment.map((each) => ({ ...each, on: each.assessedOn })),
  alerts: facts.alerts,
})

const slowSchool = ({ on, school, children, calendar }: ReportFacts): SlowSchool => {
  const open = new Set<string>(calendar.schoolDays)
  return {
    on,
    authority: school.authorityCode,
    children: children.map(slowChild),
    isSchoolDay: (day) => open.has(day),
    knownTo: '2026-08-31',
  }
}

const valueOf = ({ atoms }: Measures, id: string, { figures, amounts }: Measures): number => {
  const figure = figures.find((each) => each.id === id)
  if (figure === undefined) return amounts.find((each) => each.id === id)!.value
  return figure.sum.reduce((sum, { atom, times }) => sum + times * atoms.get(atom)!, 0)
}

/** Ids whose values differ from the recount, with both. */
function differences(facts: ReportFacts): string[] {
  const measures = measure(facts)
  const counts = recount(slowSchool(facts))
  return [...figureWords.keys()].flatMap((id) => {
    if (measures.unknown.has(id) || id.startsWith('money.')) return []
    const [counted, again] = [valueOf(measures, id, measures), counts.get(id) ?? 0]
    return counted === again ? [] : [`${id}: ${counted}, counted again ${again}`]
  })
}

describe('every figure of a random school', () => {
  it('is what a slow recount finds, day by day', () => {
    for (let seed = 0; seed < 200; seed += 1)
      expect([seed, differences(randomSchool(seed, { children: seed % 25 }))]).toEqual([seed, []])
  }, 120_000)

  it('is what a slow recount finds in each of six successive terms', () => {
    for (let seed = 0; seed < 8; seed += 1)
      for (const facts of sixTermsOfSchool(seed, { children: 15 }))
        expect([seed, facts.on, differences(facts)]).toEqual([seed, facts.on, []])
  }, 120_000)
})
