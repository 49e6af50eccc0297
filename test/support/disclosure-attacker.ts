import loadHighs, { type Highs } from 'highs'
import type { Linear, Measures, Settled, Shown, Term } from '../../server/report/shapes.ts'

/**
 * Somebody who has every report that was published and works out what was hidden, with an integer solver. It shares
 * no code with the disclosure control: it reads what is published, writes its own equations of the atoms and asks
 * HiGHS for the least and the most that each protected count can be.
 */
export interface Attack {
  readonly guarded: number
  readonly solved: number
  /** What it found out: the count and the whole numbers that remain possible. */
  readonly leaks: readonly string[]
}

interface Wanted {
  readonly name: string
  readonly sum: ReadonlyMap<number, number>
  readonly width: number
  readonly toZero: boolean
  least: number
  most: number
}

let solver: Highs | null = null
const FAR = 1000
const isOptimal = 7

/** Attacks the last of the reports with all of them in hand. */
export async function attack(reports: readonly Settled[]): Promise<Attack> {
  solver ??= await loadHighs()
  const truth: number[] = []
  const columns = reports.map(
    ({ atoms }) => new Map(atoms.map(([atom, value]) => [atom, truth.push(value) - 1])),
  )
  const rows: { sum: ReadonlyMap<number, number>; from: number; to: number }[] = []
  const sumOf = (report: number, terms: readonly Term[], sign = 1, sum = new Map<number, number>()) => {
    for (const { atom, times } of terms) {
      const column = columns[report]!.get(atom)!
      const n = (sum.get(column) ?? 0) + sign * times
      if (n === 0) sum.delete(column)
      else sum.set(column, n)
    }
    return sum
  }
  const put = (report: number, { terms, from, to }: Linear) => {
    const sum = sumOf(report, terms)
    if (sum.size > 0) rows.push({ sum, from, to: to ?? Infinity })
  }
  const figureOf = (report: number, id: string | null) =>
    reports[report]!.figures.find((figure) => figure.id === id)

  reports.forEach((report, r) => {
    report.known.forEach((linear) => put(r, linear))
    // Without any care history it is not known how many children there are, and nothing tells it.
    const all = figureOf(r, 'numbers.year.all')?.sum ?? []
    put(
      r,
      report.isSmall
        ? { terms: all, from: 0, to: report.threshold }
        : { terms: all, from: report.threshold + 1, to: null },
    )
    for (const { sum: terms, shown } of report.figures) {
      if (shown.as === 'exact') put(r, { terms, from: shown.value, to: shown.value })
      if (shown.as === 'range') put(r, { terms, from: shown.from, to: shown.to })
    }
    for (const { shown, tells, children } of report.amounts) {
      if (shown.as !== 'exact') continue
      tells.forEach((linear) => put(r, linear))
      put(r, { terms: children, from: report.threshold + 1, to: null })
    }
    for (let b = 0; b < r; b++) {
      for (const figure of report.figures) {
        const before = figureOf(b, figure.id)
        if (before === undefined || !figure.neverFalls || reports[b]!.year !== report.year) continue
        const sum = sumOf(b, before.sum, -1, sumOf(r, figure.sum))
        if (valueOf(sum, truth) >= 0 && sum.size > 0) rows.push({ sum, from: 0, to: Infinity })
      }
    }
  })

  for (const { terms, from, to } of beliefs(reports)) {
    const sum = new Map<number, number>()
    for (const { report, atom, times } of terms) sumOf(report, [{ atom, times }], 1, sum)
    const value = valueOf(sum, truth)
    if (sum.size > 0 && value >= from && value <= to) rows.push({ sum, from, to })
  }

  if (truth.length === 0) return { guarded: 0, solved: 0, leaks: amountLeaks(reports) }
  const wanted: Wanted[] = []
  const want = (name: string, sum: ReadonlyMap<number, number>, width: number, toZero = false) => {
    const value = valueOf(sum, truth)
    if (sum.size > 0) wanted.push({ name, sum, width, toZero, least: value, most: value })
  }
  reports.forEach((report, r) => {
    const last = report.threshold
    const isLittle = (n: number) => n >= 1 && n <= last
    for (const [atom] of report.atoms) {
      const sum = sumOf(r, [{ atom, times: 1 }])
      if (isLittle(valueOf(sum, truth))) want(`${r} atom ${atom}`, sum, last)
    }
    for (const figure of report.figures) {
      const sum = sumOf(r, figure.sum)
      const value = valueOf(sum, truth)
      if (isLittle(value) || (value === 0 && figure.zero === 'kept'))
        want(`${r} ${figure.id}`, sum, last, figure.zero === 'kept')
      const whole = figureOf(r, figure.within)
      if (whole !== undefined) {
        const rest = sumOf(r, figure.sum, -1, sumOf(r, whole.sum))
        const all = valueOf(sumOf(r, whole.sum), truth)
        if (isLittle(valueOf(rest, truth))) want(`${r} rest of ${figure.id}`, rest, last)
        if (figure.isHarm && valueOf(rest, truth) === 0 && all > 0 && all < 20)
          want(`${r} all harmed ${figure.id}`, rest, 2)
      }
      for (let b = 0; b <= r; b++) {
        for (const id of b === r ? [figure.besides] : [figure.id, figure.besides]) {
          const other = figureOf(b, id)
          if (other === undefined) continue
          const change = sumOf(b, other.sum, -1, sumOf(r, figure.sum))
          if (isLittle(Math.abs(valueOf(change, truth))))
            want(`${r} since ${b} ${figure.id} - ${id}`, change, last)
        }
      }
    }
  })

  const isOpen = ({ least, most, width, toZero }: Wanted) => most - least < width || (toZero && least > 0)
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const { sum } of rows) {
    for (const [column, n] of sum) {
      indices.push(column)
      values.push(n)
    }
    starts.push(indices.length)
  }
  const model = solver.createModel({
    numCols: truth.length,
    numRows: rows.length,
    colCost: truth.map(() => 0),
    colLower: truth.map(() => 0),
    colUpper: truth.map((value) => value + FAR),
    rowLower: rows.map(({ from }) => from),
    rowUpper: rows.map(({ to }) => to),
    matrix: { format: 'csr', numRows: rows.length, numCols: truth.length, starts, indices, values },
    integrality: truth.map(() => 1 as const),
  })
  model.options.set('output_flag', false)
  let solved = 0
  const integrality = (type: 0 | 1) =>
    void model.changeColsIntegrality(
      { kind: 'range', from: 0, to: truth.length - 1 },
      truth.map(() => type),
    )
  /** Takes the point that makes the weighted sum largest, where it is one of whole numbers that fulfil every row. */
  const solve = (cost: readonly number[], isWhole: boolean) => {
    solved++
    model.changeColsCost(
      { kind: 'range', from: 0, to: truth.length - 1 },
      cost.map((n) => -n),
    )
    const { modelStatus } = model.run()
    if (modelStatus !== isOptimal) throw new Error(`The solver ended with ${modelStatus}`)
    const point = [...model.getSolution().colValue].map(Math.round)
    const isSound = rows.every(
      ({ sum, from, to }) => valueOf(sum, point) >= from && valueOf(sum, point) <= to,
    )
    if (!isSound && isWhole) throw new Error('The solver’s point breaks a row')
    if (!isSound) return
    for (const each of wanted) {
      const value = valueOf(each.sum, point)
      each.least = Math.min(each.least, value)
      each.most = Math.max(each.most, value)
    }
  }
  // Without asking for whole numbers first, many at once as long as that settles some; then one by one.
  integrality(0)
  for (let round = 0, before = Infinity; ; round++) {
    const open = wanted.filter(isOpen)
    if (open.length < 4 || (open.length >= before && round % 2 === 0)) break
    if (round % 2 === 0) before = open.length
    const cost = truth.map(() => 0)
    open.forEach(({ sum }, i) => {
      const weight = (1 + ((i * 7 + round) % 5)) * (round % 2 === 0 ? 1 : -1)
      for (const [column, n] of sum) cost[column]! += weight * n
    })
    solve(cost, false)
  }
  for (const type of [0, 1] as const) {
    if (wanted.some(isOpen)) integrality(type)
    for (const each of wanted) {
      for (const sign of [1, -1]) {
        if (!isOpen(each)) continue
        const cost = truth.map(() => 0)
        for (const [column, n] of each.sum) cost[column] = sign * n
        solve(cost, type === 1)
      }
    }
  }
  model.dispose()
  const leaks = wanted
    .filter(isOpen)
    .map(({ name, sum, least, most }) => `${name} = ${valueOf(sum, truth)} is ${least} to ${most}`)
  return { guarded: wanted.length, solved, leaks: [...leaks, ...amountLeaks(reports)] }
}

interface Belief {
  readonly terms: readonly { readonly report: number; readonly atom: string; readonly times: number }[]
  readonly from: number
  readonly to: number
}

/** What of a year only cancelling takes away from, one for one at most. */
const lostByCancelling = ['children.all', 'repeat.all', 'times.all', 'permanent', 'decided', 'asked'].map(
  (what) => `suspension.${what}`,
)

/**
 * What somebody who knows schools takes for granted and no report says: every child has a register, each plan that was
 * completed had its meeting, what was counted of a term that is over stays, and last year's numbers are those of last
 * year's report. Whoever attacks uses it where it is true.
 */
function beliefs(reports: readonly Settled[]): Belief[] {
  const found: Belief[] = []
  const say = (terms: Belief['terms'], from: number, to: number) => void found.push({ terms, from, to })
  const has = reports.map(({ atoms }) => new Set(atoms.map(([atom]) => atom)))
  const seasons = ['autumn', 'spring', 'summer']
  reports.forEach((report, r) => {
    // These are names of what real schools count.
    if (!has[r]!.has('meetings')) return
    const of = (of: number, atoms: readonly string[], times: number) =>
      atoms.filter((atom) => has[of]!.has(atom)).map((atom) => ({ report: of, atom, times }))
    for (const atom of has[r]!) if (/^attendance:.*:none$/.test(atom)) say(of(r, [atom], 1), 0, 0)
    const made = seasons.flatMap((term) => [`pep:${term}:on-time`, `pep:${term}:late`])
    say([...of(r, ['meetings'], 1), ...of(r, made, -1)], 0, Infinity)
    for (let b = 0; b < r; b++) {
      if (!has[b]!.has('meetings')) continue
      if (reports[b]!.year === report.year)
        for (const term of seasons) {
          if (!has[b]!.has(`pep:${term}:missing`) || !has[r]!.has(`pep:${term}:missing`)) continue
          const onTime = [`pep:${term}:on-time`]
          say([...of(r, onTime, 1), ...of(b, onTime, -1)], 0, 0)
          const due = ['on-time', 'late', 'missing'].map((level) => `pep:${term}:${level}`)
          say([...of(r, due, 1), ...of(b, due, -1)], 0, 0)
        }
      if (reports[b]!.year === report.year)
        for (const id of lostByCancelling) {
          const both = (report: number, sign: number) =>
            reports[report]!.figures.filter(
              (figure) => figure.id === id || figure.id === 'suspension.cancelled',
            ).flatMap(({ sum }) => sum.map(({ atom, times }) => ({ report, atom, times: sign * times })))
          say([...both(r, 1), ...both(b, -1)], 0, Infinity)
        }
      const days = (Date.parse(report.on) - Date.parse(reports[b]!.on)) / 86_400_000
      if (Math.abs(days - 365) > 35) continue
      for (const { id, sum } of report.figures) {
        const then = reports[b]!.figures.find((figure) => figure.id === id.replace('.before.', '.now.'))
        if (!id.startsWith('numbers.before.') || then === undefined) continue
        const terms = (report: number, sum: readonly Term[], sign: number) =>
          sum.map(({ atom, times }) => ({ report, atom, times: sign * times }))
        say([...terms(r, sum, 1), ...terms(b, then.sum, -1)], 0, 0)
      }
    }
  })
  return found
}

const valueOf = (sum: ReadonlyMap<number, number>, point: readonly number[]): number => {
  let value = 0
  for (const [column, n] of sum) value += n * point[column]!
  return value
}

/** Sums and rates of few children that come out when printed ones are added and subtracted, now or between reports. */
function amountLeaks(reports: readonly Settled[]): string[] {
  const leaks: string[] = []
  const now = reports.length - 1
  const last = reports[now]!
  for (const family of new Set(last.amounts.map((amount) => amount.family))) {
    const printed = last.amounts.filter((amount) => amount.family === family && amount.shown.as === 'exact')
    const sides = [
      printed.map(({ by }) => new Map(by)),
      ...reports.slice(0, now).flatMap((report) => {
        if (report.year !== last.year) return []
        return [
          printed.flatMap(({ id, by }) => {
            const before = report.amounts.find((amount) => amount.id === id && amount.shown.as === 'exact')
            if (before === undefined) return []
            const change = new Map(by)
            for (const [child, n] of before.by) change.set(child, (change.get(child) ?? 0) - n)
            return [change]
          }),
        ]
      }),
    ]
    for (const amounts of sides) {
      for (let code = 1; code < 3 ** amounts.length; code++) {
        const sum = new Map<string, number>()
        amounts.forEach((by, i) => {
          const sign = (Math.floor(code / 3 ** i) % 3) - 1
          if (sign !== 0) for (const [child, n] of by) sum.set(child, (sum.get(child) ?? 0) + sign * n)
        })
        const children = [...sum.values()].filter((n) => n !== 0).length
        if (children >= 1 && children <= last.threshold) {
          leaks.push(`${family}: a sum of ${children}`)
          break
        }
      }
    }
  }
  return leaks
}

/** The report that hides 1 to the threshold and prints everything else as it is. */
export function naively(measures: Measures, threshold: number): ReadonlyMap<string, Shown> {
  const shown = new Map<string, Shown>()
  for (const { id, sum } of measures.figures) {
    const value = sum.reduce((total, { atom, times }) => total + times * measures.atoms.get(atom)!, 0)
    shown.set(id, value >= 1 && value <= threshold ? { as: 'hidden' } : { as: 'exact', value })
  }
  for (const { id, by, value, atLeast } of measures.amounts) {
    shown.set(id, by.size > Math.max(threshold, atLeast - 1) ? { as: 'exact', value } : { as: 'hidden' })
  }
  return shown
}
