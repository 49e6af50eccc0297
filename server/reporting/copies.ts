import { setImmediate } from 'node:timers/promises'
import type { ReportFacts, ReportChildFacts } from '../facts/report-facts.ts'
import { control, settle } from '../report/disclosure/control.ts'
import { figureWords } from '../report/figures.ts'
import { measure } from '../report/measures/measure.ts'
import { ofKind } from '../report/measures/of-kind.ts'
import type { AuthorityReportPage } from '../report/report-json.ts'
import type { Measures, ReportDocument, ReportKind } from '../report/shapes.ts'
import type { Counted, CountedRow, At, Written } from './count-report.ts'
import { documentOf } from './count-report.ts'
import type { Copies, Copy } from './frozen.ts'
import { lastYearOfCopy } from './earlier.ts'
import { numbersNow } from './exact-figures.ts'
import { nameOf } from './figure-names.ts'

/**
 * The authority that looks after a child on the day of the report, or did on the last day on roll of one who left: of
 * two that are recorded at once, the one whose care began later.
 */
export function carerOf({ identity, care }: ReportChildFacts, on: string): string | undefined {
  const { admittedOn, leftOn } = identity
  const day = leftOn !== null && leftOn < on ? leftOn : on
  if (care === null || admittedOn > day) return undefined
  const held = care.episodes.filter(
    ({ status, startedOn, endedOn }) =>
      status === 'cla' && startedOn <= day && (endedOn === null || endedOn >= day),
  )
  return held.at(-1)?.authority?.code
}

/** Figures that say nothing of looked-after children, or hold of the school rather than of its children. */
const isOfOthers = (id: string) =>
  /\.(social-worker|previously|past|kinship|all|everyone|others|own-authority|other-authority)$|^money\./.test(
    id,
  )

/** Of the children whom the authority looks after: every count that is not 0, and every rate, as it is. */
function exactOf(measures: Measures): AuthorityReportPage['exact'] {
  const { values } = numbersNow(measures, {
    threshold: 0,
    isSmall: false,
    shown: new Map(),
    reasons: new Map(),
  })
  return [...figureWords].flatMap(([id, { unit }]) => {
    const value = values.get(id)
    const isMissing = value === undefined || measures.unknown.has(id) || isOfOthers(id)
    return isMissing || (value === 0 && !id.startsWith('numbers.now'))
      ? []
      : [{ label: nameOf(id), unit, value }]
  })
}

/** The head of the report on money, which is kept for the school and not for single children. */
const MONEY = 11

/** The facts of some children alone: what is not of single children, such as money, is left out. */
const factsOf = (facts: ReportFacts, isIn: (child: ReportChildFacts) => boolean): ReportFacts => ({
  ...facts,
  money: [],
  children: facts.children.filter(isIn),
})

/**
 * Measures of some children of a school: what is known of the school and of none of these counts as hidden, so that
 * nothing is said to be recorded of nobody.
 */
function measureOf(whole: Measures, facts: ReportFacts, kind: ReportKind): Measures {
  const measures = ofKind(measure(facts), kind)
  return { ...measures, unknown: new Map([...measures.unknown].filter(([id]) => whole.unknown.has(id))) }
}

/** A document that says which children it leaves out; money, which is not told by child, is not in it. */
const besidesOwn = (document: ReportDocument): ReportDocument => ({
  ...document,
  title: `${document.title}: all but those whom you look after`,
  lead: `The children whom your authority looks after are left out of this copy, whatever it calls “here”: they stand exactly above it. ${document.lead}`,
  sections: document.sections.filter(({ number }) => number !== MONEY),
})

/**
 * The copies of a report, one for the school's own authority and one for each other that looks after a child of it: its
 * own children exactly; over all others a document of its own, held against the same authority's earlier copies.
 */
export async function copiesOf(
  at: Pick<At, 'school'>,
  row: CountedRow,
  counted: Counted,
  written: Written,
): Promise<Copies> {
  const { facts, measures, earlier } = counted
  const kind = row.kind === 'term' ? 'term' : 'annual'
  const inReport = new Set(measures.childIds)
  const carers = new Map(
    facts.children
      .filter(({ identity }) => inReport.has(identity.childId))
      .map((child) => [child.identity.childId, carerOf(child, facts.on)]),
  )
  const carersOf = [...carers.values()].filter((code) => code !== undefined)
  const codes = [...new Set([at.school.authorityCode, ...carersOf])].toSorted()
  const copyFor = (code: string): Copy => {
    const isOwn = ({ identity }: ReportChildFacts) => carers.get(identity.childId) === code
    const own = measure(factsOf(facts, isOwn))
    const hasOwn = own.childIds.length > 0
    const others = hasOwn
      ? measureOf(
          measures,
          factsOf(facts, (child) => !isOwn(child)),
          kind,
        )
      : measures
    const before = earlier.copies.flatMap((copies) => copies[code]?.settled ?? [])
    const controlled = control(others, { threshold: row.threshold, earlier: before })
    const lastYear = lastYearOfCopy(earlier, code, hasOwn)
    const document = documentOf(at, row, { measures: others, controlled, lastYear }, written)
    return {
      document: hasOwn ? besidesOwn(document) : document,
      exact: hasOwn ? exactOf(own) : [],
      childIds: own.childIds,
      settled: settle(others, controlled, kind),
    }
  }
  const copies: Record<string, Copy> = {}
  for (const code of codes) {
    // Each takes a while of counting; others are answered in between.
    await setImmediate()
    copies[code] = copyFor(code)
  }
  return copies
}
