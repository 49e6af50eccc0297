import { describe, expect, it } from 'vitest'
import { addYears, isoDate } from '../../../server/calendar/iso-date.ts'
import { control } from '../../../server/report/disclosure/control.ts'
import type { LastYear } from '../../../server/report/last-year.ts'
import { measure } from '../../../server/report/measures/measure.ts'
import type { Controlled, Measures, ReportDocument, Shown } from '../../../server/report/shapes.ts'
import { writeReport } from '../../../server/report/write-report.ts'
import { drawing, randomSchool } from '../../support/random-school.ts'
import { numberIn, truthOf, type Truth } from './read-aloud-claims.ts'
import { groupOf, isLarge, sayings, termsOf } from './read-aloud-patterns.ts'

const isDeep = process.env.TRUST_DEEP === '1'
/** Schools through disclosure control, and schools through a careless one that shows numbers of any size in any form. */
const CONTROLLED = isDeep ? 1000 : 24
const CARELESS = isDeep ? 1000 : 80

const thresholds = [5, 4, 9]

/** Every form that is true of the number, safe or not, so that each sentence is met with each number. */
function anyForm(value: number, threshold: number, next: () => number): Shown {
  const at = next()
  const width = threshold + 1
  const band = Math.floor(value / width) * width
  if (at < 0.55) return { as: 'exact', value }
  if (at < 0.7 && value <= threshold) return { as: 'range', from: 0, to: threshold }
  if (at < 0.75 && value >= 1 && value <= width) return { as: 'range', from: 1, to: width }
  if (at < 0.85) return { as: 'range', from: band, to: band + threshold }
  return at < 0.9 ? { as: 'range', from: Math.max(0, value - 3), to: null } : { as: 'hidden' }
}

function careless(measures: Measures, seed: number): Controlled {
  const next = drawing(seed)
  const threshold = thresholds[seed % 3]!
  const truth = truthOf(
    measures,
    { threshold, isSmall: false, shown: new Map(), reasons: new Map() },
    'annual',
  )
  const figures = new Map(
    measures.figures.map(({ id }): [string, Shown] => [id, anyForm(truth.is(id), threshold, next)]),
  )
  const isTold = ({ by, needsCount }: Measures['amounts'][number]) =>
    by.size >= 10 && (needsCount === null || figures.get(needsCount)?.as === 'exact')
  return {
    threshold,
    isSmall: measures.childIds.length === 0,
    shown: new Map<string, Shown>([
      ...[...measures.unknown].map(([id, why]): [string, Shown] => [id, { as: 'unknown', why }]),
      ...figures,
      ...measures.amounts.map((amount): [string, Shown] => [
        amount.id,
        isTold(amount) ? { as: 'exact', value: amount.value } : { as: 'hidden' },
      ]),
    ]),
    reasons: new Map(),
  }
}

/** Every fifth school has plans of this year alone; every seventh reports on its last school day. */
const schoolOf = (seed: number) =>
  randomSchool(seed, {
    ...(seed % 5 === 2 ? { withoutLastYear: true } : {}),
    ...(seed % 7 === 3 ? { on: isoDate('2026-07-21') } : {}),
  })

const kindOf = (seed: number) => (seed % 4 === 0 ? 'term' : 'annual')

/** A report of the year before whose numbers are near these, in any form; of the same part of its year or not. */
function lastYearOf(measures: Measures, seed: number): LastYear | null {
  const next = drawing(seed + 7)
  if (next() < 0.2) return null
  const isEmpty = next() < 0.1
  const near = (value: number) => Math.max(0, value + Math.round(20 * (next() - 0.5)))
  const then = [
    ...measures.figures.map(({ id, children }) => [id, children().length] as const),
    ...measures.amounts.map(({ id, value }) => [id, value] as const),
  ].flatMap(([id, value]): [string, Shown][] =>
    next() < 0.2 ? [] : [[id, anyForm(next() < 0.2 ? value : near(value), thresholds[seed % 3]!, next)]],
  )
  return {
    on: next() < 0.7 ? addYears(measures.on, -1) : isoDate('2024-12-20'),
    printed: new Map(isEmpty ? [] : then),
    trainings: new Map([['all-staff', Math.round(2 * next())]]),
  }
}

const reportOf = (measures: Measures, controlled: Controlled, seed: number): ReportDocument =>
  writeReport({
    kind: kindOf(seed),
    year: measures.year,
    on: measures.on,
    school: measures.school,
    isDemonstration: false,
    controlled,
    words: new Map(),
    lastYear: lastYearOf(measures, seed),
    lastActions: [],
    nextActions: [],
  })

interface Text {
  readonly section: number
  readonly text: string
}

const textsOf = (report: ReportDocument): readonly Text[] => [
  { section: 0, text: report.lead },
  ...report.sections.flatMap(({ number, headline, sentences, questions, charts }) =>
    [headline, ...sentences, ...questions, ...charts.map(({ title }) => title)].map((text) => ({
      section: number,
      text,
    })),
  ),
]

/** What is wrong with a text: nobody expected it, or it is not so. */
function wrongWith({ section, text }: Text, truth: Truth): string[] {
  const matching = sayings.flatMap(({ says, holds }) => {
    const match = says.exec(text)
    return match === null ? [] : [{ holds, groups: match.groups ?? {} }]
  })
  if (matching.length !== 1) return [`${section}: ${matching.length} patterns for “${text}”`]
  const [{ holds, groups }] = matching as [(typeof matching)[0]]
  try {
    return holds(truth, groups) ? [] : [`${section}: not so: “${text}”`]
  } catch (error) {
    return [`${section}: “${text}”: ${String(error)}`]
  }
}

/** Words that no sentence has. */
const ILL_WRITTEN =
  /(?<![-\w])(?:one|1) (?:children|plans|suspensions|alerts|days|meetings)\b|undefined|null|NaN| {2}|\.\.|\d %|\s[,.;]/i

/** Percentages stand for ten children or more, with their number beside them where it is shown. */
function percentagesWithoutCount(report: ReportDocument, truth: Truth): string[] {
  const section = report.sections.find(({ number }) => number === 6)
  const texts =
    section === undefined
      ? []
      : [section.headline, ...section.sentences.filter((text) => !text.startsWith('In England, '))]
  if (!texts.some((text) => text.includes('%'))) return []
  const group = truth.isExact('attendance.rate.looked-after') ? 'looked-after' : 'all'
  const isCounted = texts.some((text) => / (?:is|are) counted|% of the \S+ looked-after children/.test(text))
  return truth.isExact(`attendance.counted.${group}`) && !isCounted
    ? [`no count beside ${texts.join(' ')}`]
    : []
}

/** What stands beside published figures: sessions missed, or a share of ten children or more. */
function shareIn(figure: string, truth: Truth): number | null {
  const [, what = '', group = ''] = figure.split('.')
  if (what === 'rate') return truth.is(`attendance.rate.${group}`)
  const of = (id: string) =>
    group === 'everyone'
      ? truth.is(`attendance.${id}.all`) + truth.is(`attendance.${id}.others`)
      : truth.is(`attendance.${id}.${group}`)
  return of('counted') < 10 ? null : Math.round((100 * of(what)) / of('counted'))
}

/** Cells and marks hold the numbers that they are said to hold. */
function wrongNumbers(report: ReportDocument, truth: Truth): string[] {
  const cells = report.sections.flatMap(({ tables }) =>
    tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells)),
  )
  const wrongCells = cells.filter((cell) => {
    if (!('shown' in cell)) return false
    const { figure, shown } = cell
    if (figure.startsWith('published.')) return false
    if (figure.startsWith('last-year.'))
      return (
        JSON.stringify(truth.lastYear?.printed.get(figure.slice('last-year.'.length))) !==
        JSON.stringify(shown)
      )
    if (figure.startsWith('share.')) return shown.as !== 'exact' || shareIn(figure, truth) !== shown.value
    if (shown.as === 'exact') return truth.is(figure) !== shown.value
    return (
      shown.as === 'range' && (truth.is(figure) < shown.from || truth.is(figure) > (shown.to ?? Infinity))
    )
  })
  const marks = report.sections.flatMap(({ charts }) =>
    charts.flatMap((chart) => (chart.kind === 'marks' ? chart.rows : [])),
  )
  const of = (row: (typeof marks)[0], what: string) =>
    row.marks.find((mark) => mark.what === what)?.count ?? 0
  const wrongMarks = marks.filter((row) => {
    const term = /^(Autumn|Spring|Summer) term/.exec(row.label)?.[1]?.toLowerCase()
    const id = term === undefined ? 'pep.closed' : `pep.${term}`
    const done = truth.is(`${id}.due`) - of(row, 'broken') - of(row, 'due')
    return (
      done !== of(row, 'met') ||
      (term === undefined
        ? truth.is('pep.closed.on-time') !== done
        : truth.is(`${id}.to-do`) !== of(row, 'due'))
    )
  })
  return [...wrongCells, ...wrongMarks].map((found) => JSON.stringify(found))
}

/** What the table of plans says of last year and of the terms that it takes together. */
function wrongPlanRows(report: ReportDocument, truth: Truth): string[] {
  const plans = report.sections.flatMap(({ tables }) => tables).find(({ id }) => id === 'plans')
  if (plans === undefined) return []
  const together = plans.rows.map(({ label }) => /^(\S+) terms? to /.exec(label)?.[1]).find(Boolean)
  const note = plans.note ?? ''
  const isUnknown = truth.whyUnknown('pep.last-year.due') !== undefined
  const wrong = {
    'terms taken together': together !== undefined && numberIn(together) !== termsOf(truth, 'pep.closed.due'),
    'last year, not known': /Not known: [^.]*Last year/.test(note) !== isUnknown,
    'last year, not printed': isUnknown && /Not printed: [^.]*Last year/.test(note),
  }
  return Object.entries(wrong).flatMap(([what, is]) => (is ? [`plans: ${what}: ${together} ${note}`] : []))
}

/** Tables on what holds of the children of groups, with the groups that only few may be of. */
function rowsOfFew(report: ReportDocument, truth: Truth): string[] {
  const rows = report.sections
    .flatMap(({ tables }) => tables)
    .filter(({ id }) => id === 'attendance' || id === 'suspension')
    .flatMap(({ rows }) => rows)
  const bars = report.sections
    .flatMap(({ charts }) => charts)
    .flatMap((chart) => (chart.kind === 'bars' && chart.name === 'suspended' ? chart.rows : []))
  return [...rows, ...bars].flatMap(({ label }: { readonly label: string }) => {
    const group = groupOf[label.toLowerCase()]
    return group === undefined || isLarge(truth, group) ? [] : [`a row of few: ${label}`]
  })
}

function wrongIn(measures: Measures, controlled: Controlled, seed: number): string[] {
  const report = reportOf(measures, controlled, seed)
  const truth = truthOf(measures, controlled, kindOf(seed), lastYearOf(measures, seed))
  const texts = textsOf(report)
  return [
    ...texts.flatMap((text) => wrongWith(text, truth)),
    ...texts.filter(({ text }) => ILL_WRITTEN.test(text)).map(({ text }) => `ill written: “${text}”`),
    ...percentagesWithoutCount(report, truth),
    ...wrongNumbers(report, truth),
    ...wrongPlanRows(report, truth),
    ...rowsOfFew(report, truth),
  ].map((wrong) => `school ${seed}: ${wrong}`)
}

const small = (seed: number) =>
  reportOf(
    measure(randomSchool(seed)),
    { threshold: 5, isSmall: true, shown: new Map(), reasons: new Map() },
    seed,
  )

describe('the report read aloud', () => {
  it(
    `says nothing of ${CONTROLLED} random schools that is not so`,
    () => {
      const wrong: string[] = []
      let read = 0
      for (let seed = 1; seed <= CONTROLLED; seed++) {
        const measures = measure(schoolOf(seed))
        const controlled = control(measures, { threshold: thresholds[seed % 3]!, earlier: [] })
        if (controlled.isSmall) continue
        read++
        wrong.push(...wrongIn(measures, controlled, seed))
      }
      expect(wrong).toEqual([])
      expect(read).toBeGreaterThan(CONTROLLED / 4)
    },
    isDeep ? 1_800_000 : 60_000,
  )

  it(
    `says nothing that is not so of ${CARELESS} schools whose numbers are shown in any form`,
    () => {
      const wrong: string[] = []
      const met = new Set<number>()
      for (let seed = 1; seed <= CARELESS; seed++) {
        const measures = measure(schoolOf(10_000 + seed))
        const controlled = careless(measures, seed)
        if (controlled.isSmall) continue
        wrong.push(...wrongIn(measures, controlled, seed))
        for (const { text } of textsOf(reportOf(measures, controlled, seed)))
          met.add(sayings.findIndex(({ says }) => says.test(text)))
      }
      expect(wrong).toEqual([])
      expect(met.size / sayings.length).toBeGreaterThan(0.6)
    },
    isDeep ? 900_000 : 60_000,
  )

  it('of a school with too few of these children has no number of them', () => {
    const { sections, ...rest } = small(4)
    const own = new Set([2, 3, 12, 14, 15])
    const texts = sections
      .filter(({ number }) => !own.has(number))
      .flatMap(({ headline, sentences }) => [headline, ...sentences])
    expect([rest.lead, ...texts].filter((text) => /\d/.test(text))).toEqual([])
  })
})
