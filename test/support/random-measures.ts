import { academicYearOf } from '../../server/calendar/academic-year.ts'
import { isoDate, type IsoDate } from '../../server/calendar/iso-date.ts'
import { reportGroups, terms } from '../../server/report/figures.ts'
import type { Amount, Figure, Linear, Measures, Term } from '../../server/report/shapes.ts'

/** Numbers from 0 up to, but without, 1 that a seed decides. */
export type Random = () => number

/** The same numbers for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
export const upTo = (random: Random, most: number): number => Math.floor(random() * (most + 1))
const oneOf = <T>(random: Random, values: readonly T[]): T => values[upTo(random, values.length - 1)]!

const groups = reportGroups.filter((group) => group !== 'all')
type Group = (typeof groups)[number]
const absences = ['none', 'under', 'persistent', 'severe'] as const
const needs = ['plan', 'support', 'no-need', 'not-known'] as const
const pepLevels = ['on-time', 'late', 'missing', 'to-do'] as const
const places = ['stayed', 'joined', 'left'] as const

/** All that a report counts of a child. */
export interface Counted {
  readonly id: string
  group: Group
  place: (typeof places)[number]
  absence: (typeof absences)[number]
  missed: number
  suspensions: number
  halfDays: number
  isExcluded: boolean
  need: (typeof needs)[number]
  stage: number
  peps: ((typeof pepLevels)[number] | null)[]
  wasHereBefore: boolean
}

/** How likely what is; between them lie schools in which nobody is harmed and in which everybody is. */
export interface Shape {
  readonly groups: readonly Group[]
  readonly harm: number
  readonly moves: number
}

export const aShape = (random: Random): Shape => ({
  groups: oneOf(random, [
    groups,
    groups,
    ['looked-after', 'previously'],
    ['looked-after', 'looked-after', 'social-worker', 'past'],
  ]),
  harm: oneOf(random, [0, 0.05, 0.2, 0.5, 0.9, 1]),
  moves: oneOf(random, [0.02, 0.08, 0.3]),
})

let made = 0
export function aChild(random: Random, shape: Shape): Counted {
  const harmed = () => random() < shape.harm
  const absence = harmed()
    ? oneOf(random, ['persistent', 'persistent', 'severe'] as const)
    : oneOf(random, ['none', 'under', 'under', 'under'] as const)
  const suspensions = harmed() ? 1 + upTo(random, 2) : 0
  return {
    id: `c${++made}`,
    group: oneOf(random, shape.groups),
    place: random() < 0.8 ? 'stayed' : oneOf(random, ['joined', 'left'] as const),
    absence,
    missed: absence === 'none' ? 0 : absence === 'under' ? upTo(random, 20) : 40 + upTo(random, 100),
    suspensions,
    halfDays: suspensions * (1 + upTo(random, 4)),
    isExcluded: suspensions > 0 && random() < 0.1,
    need: oneOf(random, needs),
    stage: upTo(random, 3),
    peps: terms.map(() => (harmed() ? oneOf(random, ['late', 'missing'] as const) : 'on-time')),
    wasHereBefore: random() < 0.8,
  }
}

/** A term goes by: some come, some leave, some change their group, some are suspended. */
export function afterATerm(random: Random, children: readonly Counted[], shape: Shape): Counted[] {
  const moves = () => random() < shape.moves
  const next = children.map((child): Counted => {
    const again = random() < shape.harm * 0.3 ? 1 : 0
    return {
      ...child,
      group: moves() ? oneOf(random, shape.groups) : child.group,
      place: moves() ? 'left' : child.place,
      suspensions: child.suspensions + again,
      halfDays: child.halfDays + again * (1 + upTo(random, 4)),
      missed: child.absence === 'none' ? 0 : child.missed + upTo(random, 5),
      absence: moves() ? oneOf(random, ['under', 'persistent', 'severe'] as const) : child.absence,
      need: moves() ? oneOf(random, needs) : child.need,
    }
  })
  const joiners = [...children, null]
    .filter(moves)
    .map(() => ({ ...aChild(random, shape), place: 'joined' as const }))
  return [...next, ...joiners]
}

/** A year begins: who left is gone, and nothing of the year has happened. */
export const afterTheSummer = (random: Random, children: readonly Counted[], shape: Shape): Counted[] =>
  children
    .filter(({ place }) => place !== 'left')
    .map((child) => ({
      ...aChild(random, shape),
      id: child.id,
      group: child.group,
      place: 'stayed',
      stage: child.stage,
      wasHereBefore: true,
    }))

const from = (atoms: readonly string[], times = 1): Term[] => atoms.map((atom) => ({ atom, times }))
const equal = (levels: readonly string[], whole: string): Linear => ({
  terms: [...from(levels), { atom: whole, times: -1 }],
  from: 0,
  to: 0,
})

/** The measures of some children at a day, in the shape of the real ones: about 90 figures and 12 amounts. */
export function measuresOf(children: readonly Counted[], day: string): Measures {
  const on: IsoDate = isoDate(day)
  const atoms = new Map<string, number>()
  const known: Linear[] = []
  const figures: Figure[] = []
  const add = (atom: string, value: number) => void atoms.set(atom, value)
  const figure = (id: string, sum: Term[], more: Partial<Figure> = {}) =>
    void figures.push({
      id,
      unit: 'children',
      sum,
      within: null,
      besides: null,
      zero: 'said',
      isHarm: false,
      neverFalls: false,
      fallsInto: null,
      isOver: false,
      children: () => [],
      ...more,
    })
  const tell = (name: string, sum: (group: Group) => Term[], more: (group: string) => Partial<Figure>) => {
    for (const group of groups)
      figure(`${name}.${group}`, sum(group), { within: `${name}.all`, ...more(group) })
    figure(`${name}.all`, groups.flatMap(sum), { neverFalls: name !== 'numbers.now', ...more('all') })
  }
  for (const group of groups) {
    const all = children.filter((child) => child.group === group)
    const of = (test: (child: Counted) => boolean) => all.filter(test).length
    add(`group:${group}`, all.length)
    add(
      `before:${group}`,
      of((child) => child.wasHereBefore && child.place !== 'joined'),
    )
    const split = <L extends string>(name: string, levels: readonly L[], levelOf: (child: Counted) => L) => {
      for (const level of levels)
        add(
          `${name}:${group}:${level}`,
          of((child) => levelOf(child) === level),
        )
      known.push(
        equal(
          levels.map((level) => `${name}:${group}:${level}`),
          `group:${group}`,
        ),
      )
    }
    split('place', places, ({ place }) => place)
    split('absence', absences, ({ absence }) => absence)
    split('suspended', ['none', 'once', 'repeat'], ({ suspensions: n }) =>
      n === 0 ? 'none' : n === 1 ? 'once' : 'repeat',
    )
    split('excluded', ['yes', 'no'], ({ isExcluded }) => (isExcluded ? 'yes' : 'no'))
    add(
      `extra:${group}`,
      all.reduce((sum, { suspensions: n }) => sum + Math.max(0, n - 2), 0),
    )
    known.push({
      terms: [
        { atom: `suspended:${group}:repeat`, times: 400 },
        { atom: `extra:${group}`, times: -1 },
      ],
      from: 0,
      to: null,
    })
  }
  const lookedAfter = children.filter(({ group, place }) => group === 'looked-after' && place !== 'left')
  for (const need of needs) add(`need:${need}`, lookedAfter.filter((child) => child.need === need).length)
  known.push({
    terms: [
      ...from(needs.map((need) => `need:${need}`)),
      ...from(['place:looked-after:stayed', 'place:looked-after:joined'], -1),
    ],
    from: 0,
    to: 0,
  })
  const here = children.filter(({ place }) => place !== 'left')
  for (let stage = 0; stage < 4; stage++)
    add(`stage:${stage}`, here.filter((child) => child.stage === stage).length)
  const now = (group: Group) => from([`place:${group}:stayed`, `place:${group}:joined`])
  known.push({
    terms: [
      ...from([0, 1, 2, 3].map((stage) => `stage:${stage}`)),
      ...groups.flatMap(now).map(({ atom }) => ({ atom, times: -1 })),
    ],
    from: 0,
    to: 0,
  })
  terms.forEach((term, i) => {
    const of = (level: string) =>
      children.filter(({ group, peps }) => group === 'looked-after' && peps[i] === level).length
    for (const level of pepLevels) add(`pep:${term}:${level}`, of(level))
    known.push({
      terms: [
        ...from(pepLevels.map((level) => `pep:${term}:${level}`)),
        { atom: 'group:looked-after', times: -1 },
      ],
      from: -100_000,
      to: 0,
    })
  })

  tell('numbers.now', now, () => ({ zero: 'kept' }))
  tell(
    'numbers.before',
    (group) => from([`before:${group}`]),
    (group) => ({ zero: 'kept', besides: `numbers.now.${group}`, neverFalls: false }),
  )
  tell(
    'numbers.year',
    (group) => from([`group:${group}`]),
    () => ({ zero: 'kept' }),
  )
  for (const place of ['joined', 'left']) {
    figure(`numbers.${place}`, from(groups.map((group) => `place:${group}:${place}`)), {
      within: 'numbers.year.all',
      // A child is in one place here: who joined and then left is counted among those who left alone.
      neverFalls: place === 'left',
    })
  }
  const pep = (name: string, of: readonly string[]) => {
    figure(`${name}.due`, from(of.flatMap((term) => pepLevels.map((level) => `pep:${term}:${level}`))), {
      unit: 'plans',
    })
    for (const level of pepLevels) {
      figure(`${name}.${level}`, from(of.map((term) => `pep:${term}:${level}`)), {
        unit: 'plans',
        within: `${name}.due`,
        isHarm: level === 'missing' || level === 'late',
      })
    }
  }
  pep('pep.year', terms)
  for (const term of terms) pep(`pep.${term}`, [term])
  const absent = (levels: readonly string[]) => (group: Group) =>
    from(levels.map((level) => `absence:${group}:${level}`))
  tell('attendance.counted', absent(absences.slice(1)), () => ({ zero: 'kept' }))
  tell('attendance.persistent', absent(['persistent', 'severe']), (group) => ({
    within: `attendance.counted.${group}`,
    isHarm: true,
    neverFalls: false,
  }))
  tell('attendance.severe', absent(['severe']), (group) => ({
    within: `attendance.persistent.${group}`,
    isHarm: true,
    neverFalls: false,
  }))
  const suspended = (group: Group) => from([`suspended:${group}:once`, `suspended:${group}:repeat`])
  tell('suspension.children', suspended, (group) => ({ within: `numbers.year.${group}`, isHarm: true }))
  tell(
    'suspension.repeat',
    (group) => from([`suspended:${group}:repeat`]),
    (group) => ({ within: `suspension.children.${group}`, isHarm: true }),
  )
  tell(
    'suspension.times',
    (group) => [
      ...from([`suspended:${group}:once`, `extra:${group}`]),
      { atom: `suspended:${group}:repeat`, times: 2 },
    ],
    () => ({ within: null, unit: 'suspensions' }),
  )
  figure('suspension.permanent', from(groups.map((group) => `excluded:${group}:yes`)), {
    within: 'numbers.year.all',
    isHarm: true,
    neverFalls: true,
  })
  figure('need.known', from(['need:plan', 'need:support', 'need:no-need']), {
    within: 'numbers.now.looked-after',
  })
  figure('need.plan', from(['need:plan']), { within: 'need.known' })
  figure('need.support', from(['need:support']), { within: 'need.known' })
  figure('need.none', from(['need:no-need']), { within: 'need.known' })
  ;['early', 'ks1', 'ks2', 'ks3'].forEach((stage, i) =>
    figure(`numbers.stage.${stage}`, from([`stage:${i}`]), { within: 'numbers.now.all' }),
  )

  const figureIds = new Set(figures.map(({ id }) => id))
  return {
    on,
    year: academicYearOf(on),
    childIds: children.map(({ id }) => id),
    atoms,
    known,
    figures: figures.map((f) => (f.within !== null && !figureIds.has(f.within) ? { ...f, within: null } : f)),
    amounts: amountsOf(children, figures),
    unknown: new Map([['attainment.expected', 'No assessment is recorded.']]),
    school: {
      name: 'Brook School',
      phase: 'secondary',
      area: null,
      designatedTeacher: null,
      trainings: [],
      termNow: null,
      windowEnds: { autumn: on, spring: on, summer: on },
    },
  }
}

function amountsOf(children: readonly Counted[], figures: readonly Figure[]): Amount[] {
  const sumOf = (id: string) => figures.find((figure) => figure.id === id)!.sum
  return [...groups, 'all' as const].flatMap((group) => {
    const those = children.filter((child) => group === 'all' || child.group === group)
    const by = (of: (child: Counted) => number) =>
      new Map(those.filter((child) => of(child) > 0).map((child) => [child.id, of(child)]))
    const halfDays = by((child) => child.halfDays)
    const possible = by((child) => (child.absence === 'none' ? 0 : 1000 + child.missed))
    const missed = [...by(({ missed: n }) => n).values()].reduce((a, b) => a + b, 0)
    const total = [...halfDays.values()].reduce((a, b) => a + b, 0)
    const times = sumOf(`suspension.times.${group}`)
    return [
      {
        id: `suspension.half-days.${group}`,
        unit: 'half-days',
        value: total,
        family: 'half-days',
        by: halfDays,
        children: sumOf(`suspension.children.${group}`),
        atLeast: 0,
        tells: [{ terms: times, from: 0, to: total }],
        needsCount: null,
      },
      {
        id: `attendance.rate.${group}`,
        unit: 'percent',
        value: possible.size === 0 ? 0 : Math.round((1000 * missed) / (possible.size * 300)) / 10,
        family: 'rate',
        by: possible,
        children: sumOf(`attendance.counted.${group}`),
        atLeast: 10,
        tells: [],
        needsCount: `attendance.counted.${group}`,
      },
    ] satisfies Amount[]
  })
}
