import type { ImportView } from '../../api.ts'
import { count, countInWords, figure, list, sentence } from '../../format.ts'
import type { Doing } from './import-work.ts'

type Problem = ImportView['problems'][number]

/** Problems that are a whole file's: it has to be matched, asked about, or mended as such. */
const OF_A_FILE = new Set([
  'unknown-file',
  'missing-columns',
  'ambiguous-days',
  'no-rows',
  'repeated-column',
  'other-school',
])

export const isOfFile = ({ code, line }: Pick<Problem, 'code' | 'line'>): boolean =>
  line === null || OF_A_FILE.has(code)

export interface InTheWay {
  lines: number
  files: number
  values: number
  questions: number
}

/** What stands in the way of a run, counted. */
export function inTheWay(
  view: Pick<ImportView, 'problems' | 'problemCount' | 'conflictCount' | 'questions'>,
): InTheWay {
  const whole = view.problems.filter(isOfFile)
  return {
    lines: view.problemCount - whole.length,
    files: new Set(whole.map(({ file }) => file)).size,
    values: view.conflictCount,
    questions: view.questions.length,
  }
}

const parts = ({ lines, files, values, questions }: InTheWay): string[] =>
  [
    lines > 0 ? countInWords(lines, 'line') : '',
    files > 0 ? countInWords(files, 'file') : '',
    values > 0 ? countInWords(values, 'value') : '',
    questions > 0 ? countInWords(questions, 'question') : '',
  ].filter(Boolean)

export const total = ({ lines, files, values, questions }: InTheWay): number =>
  lines + files + values + questions

/** How many records and marks a run would add or change. */
export const changesOf = ({ counts }: Pick<ImportView, 'counts'>): number =>
  counts.reduce((sum, { added, changed }) => sum + added + changed, 0)

const theseFiles = (files: number) => (files === 1 ? 'this file' : 'these files')

/** The page's first sentence: what stands in the way as a count, or what can be done. */
export function importSentence({
  files,
  view,
  done,
  doing,
}: {
  files: number
  view: ImportView | null
  done: ImportView | null
  doing: Doing | null
}): string {
  if (done) return `The files are in: ${count(changesOf(done), 'change')}.`
  if (doing?.what === 'run') return 'Bringing the files in…'
  if (!view) {
    if (files === 0) return 'Drop your files, and see what they would change.'
    return doing
      ? `Reading ${count(files, 'file')}…`
      : `${sentence(theseFiles(files))} could not be looked at.`
  }
  const way = inTheWay(view)
  if (total(way) > 0) {
    const needs = total(way) === 1 ? 'needs' : 'need'
    return `${sentence(list(parts(way)))} ${needs} you before ${theseFiles(files)} can go in.`
  }
  if (view.result === 'nothing')
    return view.notes.length > 0
      ? 'Nothing to change; read what stays as it is here.'
      : 'Nothing to change: all of this is here already.'
  if (view.school.isNew) return `${view.school.name} can be set up from ${theseFiles(files)}.`
  return `${sentence(theseFiles(files))} can go in: ${count(changesOf(view), 'change')}.`
}

/** Why the button that brings files in is not available; empty when it is. */
export function reasonAgainst(view: ImportView | null, doing: Doing | null): string {
  if (doing) return 'One moment.'
  if (!view) return 'Available when the files could be looked at.'
  const way = inTheWay(view)
  if (total(way) > 0)
    return `Available when the ${list(parts(way))} ${total(way) === 1 ? 'is' : 'are'} settled. All of it goes in, or none.`
  return view.canRun ? '' : 'There is nothing to bring in.'
}

const marksOnly = ({ counts }: Pick<ImportView, 'counts'>) =>
  counts.every(({ source }) => source === 'session-marks')

/** The five numbers under the steps. */
export function tilesOf(view: ImportView): { value: number; label: string; broken?: boolean }[] {
  const sum = (field: 'added' | 'changed' | 'same') =>
    view.counts.reduce((all, counts) => all + counts[field], 0)
  const way = total(inTheWay(view))
  const what = marksOnly(view) ? 'marks' : 'records and marks'
  const { named, matched } = view.children
  return [
    { value: way, label: way === 1 ? 'thing to put right' : 'things to put right', broken: way > 0 },
    { value: sum('added'), label: `new ${what}` },
    { value: sum('changed'), label: `${what} that change` },
    { value: sum('same'), label: 'the same as before' },
    {
      value: named,
      label: `${named === 1 ? 'child' : 'children'}, ${matched === named ? 'all matched' : `${figure(matched)} matched`}`,
    },
  ]
}

/** Which of the four steps is open. */
export function stepOf({
  view,
  done,
  doing,
}: {
  view: ImportView | null
  done: ImportView | null
  doing: Doing | null
}): number {
  if (done) return 4
  if (doing?.what === 'run') return 3
  if (!view) return 0
  if (view.problems.some(({ code }) => code !== 'other-school' && OF_A_FILE.has(code))) return 1
  return view.canRun ? 3 : 2
}

/** How far it is, in words: `Reading: 61 %`. */
export function progressWords({ step, done, total: all }: Doing): { label: string; detail: string } {
  const percent = all === 0 ? 0 : Math.floor((100 * done) / all)
  const unit = step === 'reading' ? 'of the bytes' : 'of the records'
  return {
    label: step === 'reading' ? 'Reading the files' : 'Writing',
    detail: all === 0 ? 'just begun' : `${percent}\u00a0% ${unit}`,
  }
}
