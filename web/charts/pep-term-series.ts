import type { TableTwin } from '../components/table-twin.ts'
import type { MarkName } from '../components/status-mark.ts'

/** Where one child's PEP of a term stands. A child for whom the term does not count is left out. */
export type PepState =
  'on-time' | 'late' | 'missing' | 'to-complete' | 'to-hold' | 'ahead' | 'not-known' | 'not-a-duty'

/** States that share one mark, in the order of what is to do; unknown stands with what is broken. */
const MARKS: readonly { mark: MarkName; word: string; states: readonly PepState[] }[] = [
  { mark: 'breach', word: 'not done in time', states: ['missing'] },
  { mark: 'late', word: 'done late', states: ['late'] },
  { mark: 'no-data', word: 'not known', states: ['not-known'] },
  { mark: 'due', word: 'to do', states: ['to-hold', 'to-complete'] },
  { mark: 'met', word: 'done in time', states: ['on-time'] },
  { mark: 'ahead', word: 'ahead', states: ['ahead'] },
]

export interface PepTermChild {
  id: string
  name: string
  state: PepState
  /** `held 18 Nov, not completed`. */
  detail?: string
}

/** One term and the looked-after children for whom it counts. */
export interface PepTerm {
  term: string
  /** `ended 31 Dec`. */
  note: string
  children: readonly PepTermChild[]
}

export interface PepTermRow {
  term: string
  note: string
  marks: readonly { id: string; mark: MarkName; name: string; words: string }[]
  /** `5 not in time, 6 done`. */
  summary: string
}

const wordOf = (state: PepState) => MARKS.find(({ states }) => states.includes(state))?.word ?? 'not a duty'
const said = ({ state, detail }: PepTermChild) => (detail ? `${wordOf(state)}: ${detail}` : wordOf(state))

/** One mark a child, in the order of what is to do. */
export function pepTermSeries(terms: readonly PepTerm[]): PepTermRow[] {
  return terms.map(({ term, note, children }) => {
    const byMark = MARKS.map(({ mark, word, states }) => ({
      mark,
      word,
      same: children.filter(({ state }) => states.includes(state)),
    })).filter(({ same }) => same.length > 0)
    return {
      term,
      note,
      marks: byMark.flatMap(({ mark, same }) =>
        same.map((child) => ({ id: child.id, mark, name: child.name, words: said(child) })),
      ),
      summary: byMark.map(({ same, word }) => `${same.length} ${word}`).join(', '),
    }
  })
}

/** The marks that occur, with their words. */
export function pepTermMarks(terms: readonly PepTerm[]): { mark: MarkName; word: string }[] {
  const occurring = new Set(terms.flatMap(({ children }) => children.map(({ state }) => state)))
  return MARKS.filter(({ states }) => states.some((state) => occurring.has(state))).map(({ mark, word }) => ({
    mark,
    word,
  }))
}

/** A row a child, a column a term; "not a duty" where the term does not count for the child. */
export function pepTermTable(terms: readonly PepTerm[]): TableTwin {
  const names = new Map(terms.flatMap(({ children }) => children.map(({ id, name }) => [id, name])))
  const cell = ({ children }: PepTerm, id: string) => {
    const child = children.find((one) => one.id === id)
    return child ? said(child) : wordOf('not-a-duty')
  }
  return {
    caption: 'PEPs by term',
    head: ['Child', ...terms.map(({ term }) => term)],
    rows: [...names].map(([id, name]) => [{ child: name }, ...terms.map((term) => cell(term, id))]),
  }
}
