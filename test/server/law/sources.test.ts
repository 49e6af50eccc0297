import { describe, expect, it } from 'vitest'
import { isIsoDate } from '../../../server/calendar/iso-date.ts'
import { absenceBenchmarks } from '../../../server/law/benchmarks.ts'
import { sources, type SourceId } from '../../../server/law/sources.ts'
import { thresholds } from '../../../server/law/thresholds.ts'

const all = Object.entries(sources)

describe('the register of sources', () => {
  it('holds nothing that nobody verified', () => {
    expect(all.filter(([, source]) => source.verified === 'unverified')).toEqual([])
  })

  it('gives real days, in order', () => {
    for (const [id, { from, to }] of all) {
      expect(isIsoDate(from), id).toBe(true)
      if (to !== undefined) expect(isIsoDate(to) && to > from, id).toBe(true)
    }
  })

  it('points to the government’s own pages, but for a line the school draws', () => {
    const own =
      /^https:\/\/(www\.legislation\.gov\.uk|www\.gov\.uk|explore-education-statistics\.service\.gov\.uk)\/\S+$/
    for (const [id, { url, force }] of all) {
      if (force === 'local-policy') expect(url, id).toBeNull()
      else expect(url, id).toMatch(own)
    }
  })

  it('has a title for the page and a shorter one for the link', () => {
    for (const [id, { title, short }] of all) {
      expect(title.length, id).toBeGreaterThan(10)
      expect(short.length, id).toBeLessThanOrEqual(45)
    }
  })
})

describe('the figures of law', () => {
  it('are in force no earlier than what they stand in', () => {
    for (const [name, { source, history }] of Object.entries(thresholds)) {
      const { from } = sources[source as SourceId]
      for (const entry of history) expect(entry.from >= from, `${name} from ${entry.from}`).toBe(true)
    }
  })

  it('are those of the Acts, the regulations and the guidance', () => {
    const latest = (names: readonly (keyof typeof thresholds)[]) =>
      names.map((name) => thresholds[name].latest)
    expect(latest(['pepInitiated', 'pepAvailable', 'pepsAYear'])).toEqual([10, 20, 3])
    expect(latest(['persistentAbsence', 'severeAbsence'])).toEqual([10, 50])
    expect(latest(['unexplainedCorrected', 'unauthorisedSessions', 'unauthorisedWeeks'])).toEqual([5, 10, 10])
    expect(latest(['termLower', 'termUpper', 'yearLimit'])).toEqual([5, 15, 45])
    expect(latest(['boardMeets', 'boardMeetsOnRepresentations', 'provisionFrom'])).toEqual([15, 50, 6])
  })

  it('are told apart from the lines a school draws itself', () => {
    const local = Object.entries(thresholds).filter(([, { source }]) => source === 'local-policy')
    expect(Object.fromEntries(local.map(([name, { latest }]) => [name, latest]))).toMatchObject({
      pepWindowMinimum: 20,
      pepInitiatedWarning: 7,
      pepWindowWarning: 3,
      absenceWarning: 8,
      smallBase: 20,
      withoutMarks: 10,
      yearAmber: 35,
      yearRed: 40,
      noticeRed: 1,
      repeatedInTerm: 2,
      repeatedInYear: 3,
      repeatedWithin: 20,
      repeatedTermDays: 5,
      dueSoon: 10,
    })
  })
})

describe('published figures', () => {
  it('carry their source, and lie between nothing and everything', () => {
    expect(absenceBenchmarks.length).toBe(2 * 6 * 3 + 8 + 11)
    for (const each of absenceBenchmarks) {
      expect(each.url).toMatch(/^https:\/\/explore-education-statistics\.service\.gov\.uk\//)
      expect(each.source).toMatch(/^Department for Education, /)
      for (const share of [each.overall, each.persistent, each.severe])
        if (share !== null) expect(share > 0 && share < 100).toBe(true)
    }
  })
})
