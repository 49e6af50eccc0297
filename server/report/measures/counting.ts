import { figureWords } from '../figures.ts'
import type { Amount, Figure, Linear, Term } from '../shapes.ts'

/** What one area of the report counts. */
export interface Part {
  /** The children behind each atom; one stands as often as it is counted. */
  readonly atoms: ReadonlyMap<string, readonly string[]>
  readonly known: readonly Linear[]
  readonly figures: readonly Figure[]
  readonly amounts: readonly Amount[]
  readonly unknown: ReadonlyMap<string, string>
}

type FigureTraits = Partial<
  Pick<Figure, 'within' | 'besides' | 'zero' | 'isHarm' | 'neverFalls' | 'fallsInto' | 'isOver'>
>
type AmountTraits = Pick<Amount, 'value' | 'family' | 'by' | 'children'> &
  Partial<Pick<Amount, 'atLeast' | 'tells' | 'needsCount'>>

/** Atoms, each once. */
export const sumOf = (...atoms: readonly string[]): Term[] => atoms.map((atom) => ({ atom, times: 1 }))

const minus = (terms: readonly Term[]): Term[] => terms.map(({ atom, times }) => ({ atom, times: -times }))

function unitOf(id: string) {
  const words = figureWords.get(id)
  if (words === undefined) throw new Error(`The report has no figure ${id}`)
  return words.unit
}

/** Gathers what one area counts. Every count is a list of children, so that figures and their children agree. */
export class Counting implements Part {
  readonly atoms = new Map<string, string[]>()
  readonly known: Linear[] = []
  readonly figures: Figure[] = []
  readonly amounts: Amount[] = []
  readonly unknown = new Map<string, string>()

  /** Atoms that are there even where nothing is counted in them. */
  declare(...atoms: readonly string[]): void {
    for (const atom of atoms) if (!this.atoms.has(atom)) this.atoms.set(atom, [])
  }

  add(atom: string, childId: string, times = 1): void {
    let children = this.atoms.get(atom)
    if (children === undefined) this.atoms.set(atom, (children = []))
    for (let time = 0; time < times; time += 1) children.push(childId)
  }

  /** The parts are the whole, no more and no less. */
  adds(parts: readonly Term[], whole: readonly Term[]): void {
    this.known.push({ terms: [...parts, ...minus(whole)], from: 0, to: 0 })
  }

  /** One sum is never more than the other. */
  atMost(less: readonly Term[], more: readonly Term[]): void {
    this.known.push({ terms: [...more, ...minus(less)], from: 0, to: null })
  }

  /** Nothing is counted in these, as anybody believes. */
  nothingIn(terms: readonly Term[]): void {
    this.known.push({ terms, from: 0, to: 0 })
  }

  figure(id: string, sum: readonly Term[], traits: FigureTraits = {}): void {
    // What nothing can be counted in, such as a plan late in a term that lasts, is 0 as anybody knows.
    const zero = sum.length === 0 ? 'said' : 'kept'
    this.figures.push({
      id,
      unit: unitOf(id),
      sum,
      within: null,
      besides: null,
      zero,
      isHarm: false,
      neverFalls: false,
      fallsInto: null,
      isOver: false,
      ...traits,
      children: () => this.childrenIn(sum),
    })
  }

  /** The children behind a sum, each as often as it is counted. */
  private childrenIn(sum: readonly Term[]): string[] {
    const children: string[] = []
    for (const { atom, times } of sum)
      for (let time = 0; time < times; time += 1)
        for (const child of this.atoms.get(atom) ?? []) children.push(child)
    return children
  }

  amount(id: string, traits: AmountTraits): void {
    this.amounts.push({ id, unit: unitOf(id), atLeast: 0, tells: [], needsCount: null, ...traits })
  }

  /** What a sum of the atoms comes to. */
  valueOf(terms: readonly Term[]): number {
    return terms.reduce((sum, { atom, times }) => sum + times * (this.atoms.get(atom)?.length ?? 0), 0)
  }

  /** Says why these, or all whose ids begin so, could not be worked out. */
  isUnknown(why: string, ...begins: readonly string[]): void {
    const within = begins.map((begin) => `${begin}.`)
    for (const id of figureWords.keys())
      if (begins.includes(id) || within.some((begin) => id.startsWith(begin))) this.unknown.set(id, why)
  }
}
