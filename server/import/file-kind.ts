import { normalHeader, shapeOf } from './header.ts'
import { sessionOfHeader } from './session-header.ts'
import type { Recognisable } from './source.ts'
import { NAMES_IN_WIDE_REGISTER } from './sources/session-marks.ts'
import { sourceNames, sources, type SourceName } from './sources/index.ts'

/** What a school said once about a file of its own making, found again by the file's columns. */
export interface ColumnMapping {
  source: SourceName
  /** What `shapeOf` gave for the file's header. */
  header: string
  /** Their column's name → our column's name. */
  mapping: Readonly<Record<string, string>>
}

/** Which column of a file holds which field. */
export interface Binding {
  /** Field of the source → place in a record. */
  at: ReadonlyMap<string, number>
  /** Our names of the needed columns that the file lacks. */
  missing: readonly string[]
  /** Names of the file's columns that nothing is read from, as they stand; columns without a name are left out. */
  unused: readonly string[]
}

/** One of the file's columns and the column of ours that it holds, or seems to hold. */
export interface ColumnGuess {
  theirs: string
  ours: string | null
}

export type FileKind =
  | { source: SourceName; binding: Binding; remembered: boolean }
  | { source: null; guess: SourceName | null; missing: readonly string[]; columns: readonly ColumnGuess[] }

const sessionCount = (header: readonly string[]): number =>
  header.filter((name) => sessionOfHeader(name) !== null).length

/** Which columns of a header are those of a source: by our name, else by another name that stands there once. */
export function bindColumns(
  header: readonly string[],
  source: Recognisable,
  mapping: ReadonlyMap<string, string> = new Map(),
): Binding {
  const names = header.map(normalHeader)
  const at = new Map<string, number>()
  const missing: string[] = []
  for (const [field, column] of Object.entries(source.columns)) {
    const mapped = names.findIndex((name) => mapping.get(name) === column.header)
    const exact = names.findIndex((name) => name === column.header && !mapping.has(name))
    const others = names.flatMap((name, place) =>
      column.also.includes(name) && !mapping.has(name) ? [place] : [],
    )
    const place = mapped >= 0 ? mapped : exact >= 0 ? exact : others.length === 1 ? others[0]! : -1
    if (place >= 0) at.set(field, place)
    else if (column.needed) missing.push(column.header)
  }
  const used = new Set(at.values())
  const unused = header.filter((name, place) => name.trim() !== '' && !used.has(place))
  return { at, missing, unused }
}

const bindSource = (
  header: readonly string[],
  name: SourceName,
  mapping?: ReadonlyMap<string, string>,
): Binding => {
  const binding = bindColumns(header, sources[name], mapping)
  if (name !== 'session-marks-wide') return binding
  return {
    at: binding.at,
    missing: sessionCount(header) > 0 ? binding.missing : [...binding.missing, 'a column for each session'],
    unused: binding.unused.filter(
      (each) => sessionOfHeader(each) === null && !NAMES_IN_WIDE_REGISTER.includes(normalHeader(each)),
    ),
  }
}

const words = (name: string): ReadonlySet<string> => new Set(name.split('_'))

/** How alike two names are: the share of words they have in common. */
const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const common = [...a].filter((word) => b.has(word)).length
  return common / (a.size + b.size - common)
}

const LIKE_ENOUGH = 0.5
/** Columns of a file that are guessed at; a list of children has fewer. */
const GUESSED = 100

const guessColumns = (header: readonly string[], name: SourceName): ColumnGuess[] => {
  const { at } = bindSource(header, name)
  const columns = Object.entries(sources[name].columns)
  const taken = new Set(at.keys())
  const bound = new Map([...at].map(([field, place]) => [place, field]))
  return header.map((theirs, place) => {
    const field = bound.get(place)
    const found = field !== undefined ? columns.find(([each]) => each === field) : undefined
    if (found !== undefined) return { theirs, ours: found[1].header }
    if (place >= GUESSED || sessionOfHeader(theirs) !== null) return { theirs, ours: null }
    const theirWords = words(normalHeader(theirs))
    const ranked = columns
      .filter(([each]) => !taken.has(each))
      .map(([each, { header: ours, also }]) => ({
        each,
        ours,
        score: Math.max(...[ours, ...also].map((spelling) => likeness(theirWords, words(spelling)))),
      }))
      .toSorted((a, b) => b.score - a.score)
    const best = ranked[0]
    if (best === undefined || best.score < LIKE_ENOUGH || best.score === ranked[1]?.score)
      return { theirs, ours: null }
    taken.add(best.each)
    return { theirs, ours: best.ours }
  })
}

const unknownKind = (header: readonly string[]): FileKind => {
  const ranked = sourceNames
    .map((name) => {
      const columns = guessColumns(header, name)
      const needed = Object.values(sources[name].columns).filter((column) => column.needed)
      const missing = needed.filter(({ header: ours }) => !columns.some((each) => each.ours === ours))
      return { name, columns, missing, score: (needed.length - missing.length) / needed.length }
    })
    .filter(({ name }) => name !== 'session-marks-wide' || sessionCount(header) > 0)
    .toSorted((a, b) => b.score - a.score)
  const best = ranked[0]
  if (best === undefined || best.score < LIKE_ENOUGH) {
    return {
      source: null,
      guess: null,
      missing: [],
      columns: header.map((theirs) => ({ theirs, ours: null })),
    }
  }
  return {
    source: null,
    guess: best.name,
    missing: bindSource(header, best.name).missing,
    columns: best.columns,
  }
}

/**
 * Which source a file is: by a remembered mapping of its columns, else the source all of whose needed columns
 * are there and that uses most of the file's columns. Two that fit equally well, or none, are no answer; the
 * best guess is then for a person to confirm.
 */
export function fileKind(header: readonly string[], mappings: readonly ColumnMapping[] = []): FileKind {
  const shape = shapeOf(header)
  const remembered = mappings.find((mapping) => mapping.header === shape)
  if (remembered !== undefined) {
    const names = new Map(
      Object.entries(remembered.mapping).map(([theirs, ours]) => [normalHeader(theirs), ours] as const),
    )
    const binding = bindSource(header, remembered.source, names)
    if (binding.missing.length === 0) return { source: remembered.source, binding, remembered: true }
  }
  const sessions = sessionCount(header)
  const fitting = sourceNames
    .map((source) => ({ source, binding: bindSource(header, source) }))
    .filter(({ binding }) => binding.missing.length === 0)
    .map((each) => ({
      ...each,
      uses: each.binding.at.size + (each.source === 'session-marks-wide' ? sessions : 0),
    }))
    .toSorted((a, b) => b.uses - a.uses)
  const [best, next] = fitting
  if (best === undefined || best.uses === next?.uses) return unknownKind(header)
  return { source: best.source, binding: best.binding, remembered: false }
}
