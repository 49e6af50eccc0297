import { describe, expect, it } from 'vitest'
import { control, settle } from '../../../../server/report/disclosure/control.ts'
import { measure } from '../../../../server/report/measures/measure.ts'
import type { Controlled, Measures, Settled } from '../../../../server/report/shapes.ts'
import { attack, naively } from '../../../support/disclosure-attacker.ts'
import {
  aChild,
  afterATerm,
  afterTheSummer,
  aShape,
  measuresOf,
  randomFrom,
  upTo,
  type Counted,
} from '../../../support/random-measures.ts'
import { randomSchool, sixTermsOfSchool } from '../../../support/random-school.ts'

/** An outsider with an integer solver and every report against the disclosure control. */
const deep = process.env['TRUST_DEEP'] === '1'
const thresholds = [5, 4, 9]
const days = ['2025-12-12', '2026-03-20', '2026-07-10', '2026-12-11', '2027-03-19', '2027-07-09']
const minutes = (n: number) => n * 60_000

type Control = (measures: Measures, threshold: number, earlier: readonly Settled[]) => Controlled
const ours: Control = (measures, threshold, earlier) => control(measures, { threshold, earlier })
const naive: Control = (measures, threshold) => ({
  threshold,
  isSmall: false,
  shown: naively(measures, threshold),
  reasons: new Map(),
})

const publish = (measures: Measures, threshold: number, earlier: readonly Settled[], how = ours): Settled =>
  JSON.parse(JSON.stringify(settle(measures, how(measures, threshold, earlier), 'term'))) as Settled

/** What the attacker learns of one cohort of up to `most` children. */
async function ofACohort(seed: number, most: number, how = ours) {
  const random = randomFrom(seed)
  const shape = aShape(random)
  const children = Array.from({ length: upTo(random, most) }, () => aChild(random, shape))
  const threshold = thresholds[seed % thresholds.length]!
  const measures = measuresOf(children, days[0]!)
  if (how === naive && children.length <= threshold) return []
  return (await attack([publish(measures, threshold, [], how)])).leaks
}

/** What the attacker learns from terms of a school with joiners and leavers, after each of them. */
async function ofTerms(seed: number, most: number, terms: number, how = ours) {
  const random = randomFrom(seed)
  const shape = aShape(random)
  const threshold = thresholds[seed % thresholds.length]!
  const leaks: string[] = []
  const past: Settled[] = []
  let children: Counted[] = Array.from({ length: 1 + upTo(random, most) }, () => aChild(random, shape))
  for (const [term, day] of days.slice(0, terms).entries()) {
    const measures = measuresOf(children, day)
    if (how === ours || children.length > threshold) {
      past.push(publish(measures, threshold, past, how))
      leaks.push(...(await attack(past)).leaks.map((leak) => `seed ${seed}, ${day}: ${leak}`))
    }
    children = term === 2 ? afterTheSummer(random, children, shape) : afterATerm(random, children, shape)
  }
  return leaks
}

/** What the attacker learns from a random school counted as a real one is: from one report, or after each of some terms. */
async function ofASchool(seed: number, children: number, terms: number) {
  const threshold = thresholds[seed % thresholds.length]!
  const facts =
    terms === 1 ? [randomSchool(seed, { children })] : sixTermsOfSchool(seed, { children }).slice(0, terms)
  const leaks: string[] = []
  const past: Settled[] = []
  for (const each of facts) {
    past.push(publish(measure(each), threshold, past))
    leaks.push(...(await attack(past)).leaks.map((leak) => `school ${seed}, ${each.on}: ${leak}`))
  }
  return leaks
}

async function leaking<T>(seeds: number, of: (seed: number) => Promise<readonly T[]>): Promise<T[][]> {
  const found: T[][] = []
  for (let seed = 1; seed <= seeds; seed++) {
    const leaks = await of(seed)
    if (leaks.length > 0) found.push([...leaks])
  }
  return found
}

describe('what an outsider with an integer solver learns', () => {
  it(
    'is no protected count of a random cohort',
    async () => {
      expect(await leaking(deep ? 10_000 : 12, (seed) => ofACohort(seed, 60))).toEqual([])
    },
    minutes(240),
  )

  it(
    'is no protected count or change from six successive terms with joiners and leavers',
    async () => {
      expect(await leaking(deep ? 300 : 1, (seed) => ofTerms(seed, 50, deep ? 6 : 5))).toEqual([])
    },
    minutes(240),
  )

  it(
    'is no protected count of a school that is counted as real ones are',
    async () => {
      expect(await leaking(deep ? 2000 : 4, (seed) => ofASchool(seed, 50, 1))).toEqual([])
    },
    minutes(240),
  )

  it(
    'is no protected count or change from successive terms of such a school',
    async () => {
      expect(await leaking(deep ? 60 : 1, (seed) => ofASchool(seed, deep ? 60 : 30, deep ? 6 : 3))).toEqual(
        [],
      )
    },
    minutes(240),
  )

  it('is much where only small numbers are hidden and the rest is printed', async () => {
    const cohorts = await leaking(4, (seed) => ofACohort(seed, 30, naive))
    expect(cohorts.length).toBeGreaterThanOrEqual(2)
    const years = await leaking(1, (seed) => ofTerms(seed, 20, 2, naive))
    expect(years.length).toBe(1)
  }, 120_000)
})

describe('of the worst shapes nothing is learned', () => {
  const random = randomFrom(7)
  const shape = { groups: ['looked-after'] as const, harm: 0, moves: 0 }
  const quiet = (n: number, change: Partial<Counted> = {}) =>
    Array.from({ length: n }, (): Counted => ({ ...aChild(random, shape), ...change }))
  const harmed: Partial<Counted> = {
    absence: 'severe',
    missed: 500,
    suspensions: 3,
    halfDays: 12,
    isExcluded: true,
    peps: ['missing', 'missing', 'missing'],
  }
  const shapes: Record<string, Counted[]> = {
    'nobody at all': [],
    'one child': quiet(1),
    'as many as the threshold': quiet(5),
    'one more than the threshold': quiet(6),
    'one child in a group': [...quiet(24), ...quiet(1, { group: 'kinship' })],
    'all but one in a group': [...quiet(1), ...quiet(24, { group: 'previously' })],
    'one child suspended': [...quiet(23), ...quiet(1, harmed)],
    'all but one harmed': [...quiet(14, harmed), ...quiet(1)],
    'all harmed': quiet(12, harmed),
    'all of a small group harmed': [...quiet(20), ...quiet(3, { ...harmed, group: 'social-worker' })],
    'the threshold in each group': ['looked-after', 'social-worker', 'previously', 'past', 'kinship'].flatMap(
      (group) => quiet(5, { group: group as Counted['group'] }),
    ),
    'one more than the threshold in each group': ['looked-after', 'previously', 'past'].flatMap((group) =>
      quiet(6, { group: group as Counted['group'] }),
    ),
  }
  for (const [name, children] of Object.entries(shapes)) {
    it(`: ${name}`, async () => {
      for (const threshold of deep ? thresholds : [5]) {
        const first = publish(measuresOf(children, days[0]!), threshold, [])
        expect((await attack([first])).leaks).toEqual([])
        const joined = [...children, ...quiet(1, harmed)]
        const second = publish(measuresOf(joined, days[1]!), threshold, [first])
        expect((await attack([first, second])).leaks).toEqual([])
      }
    })
  }
})
