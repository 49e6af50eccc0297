import { describe, expect, it } from 'vitest'
import type { ImportView } from '../../../../web/api.ts'
import type { Doing } from '../../../../web/pages/import/import-work.ts'
import {
  importSentence,
  progressWords,
  reasonAgainst,
  stepOf,
  tilesOf,
} from '../../../../web/pages/import/sentences.ts'
import { aView, problem } from './a-view.ts'

const say = (
  view: ImportView | null,
  files = 2,
  doing: Doing | null = null,
  done: ImportView | null = null,
) => importSentence({ files, view, done, doing })
const reading: Doing = { what: 'preview', step: 'reading', done: 61, total: 100, slow: true }
const lines = (count: number) => ({
  problems: Array.from({ length: count }, (_, at) => problem(at + 2)),
  problemCount: count,
})

describe('the first sentence of the import', () => {
  it('says what to do, what is being done, and what could not be done', () => {
    expect(say(null, 0)).toBe('Drop your files, and see what they would change.')
    expect(say(null, 3, reading)).toBe('Reading 3\u00a0files…')
    expect(say(null, 1)).toBe('This file could not be looked at.')
    expect(say(aView(), 2, { ...reading, what: 'run' })).toBe('Bringing the files in…')
    expect(say(null, 2, null, aView({ added: 3 }))).toBe('The files are in: 3\u00a0changes.')
  })

  it('counts what stands in the way, for one and for many', () => {
    expect(say(aView({}, lines(1)), 1)).toBe('One\u00a0line needs you before this file can go in.')
    expect(say(aView({}, lines(3)))).toBe('Three\u00a0lines need you before these files can go in.')
    expect(
      say(
        aView(
          {},
          {
            problems: [
              problem(2),
              problem(1, 'unknown-file', 'b.csv'),
              problem(4, 'ambiguous-days', 'c.csv'),
            ],
            problemCount: 3,
            conflictCount: 12,
            questions: [{ kind: 'older', message: 'Older.' }],
          },
        ),
      ),
    ).toBe(
      'One\u00a0line, two\u00a0files, 12\u00a0values and one\u00a0question need you before these files can go in.',
    )
  })

  it('says what can go in, and when nothing would change', () => {
    expect(say(aView({ added: 2, changed: 1 }))).toBe('These files can go in: 3\u00a0changes.')
    expect(say(aView({}, { result: 'nothing', canRun: false }))).toBe(
      'Nothing to change: all of this is here already.',
    )
    expect(say(aView({}, { school: { name: 'Ash School', isNew: true } }))).toBe(
      'Ash School can be set up from these files.',
    )
  })
})

it('the button that brings files in says why it is not available', () => {
  expect(reasonAgainst(aView({ added: 1 }), null)).toBe('')
  expect(reasonAgainst(aView({}, { ...lines(1), canRun: false }), null)).toBe(
    'Available when the one\u00a0line is settled. All of it goes in, or none.',
  )
  expect(reasonAgainst(aView({}, { result: 'nothing', canRun: false }), null)).toBe(
    'There is nothing to bring in.',
  )
  expect(reasonAgainst(null, null)).toBe('Available when the files could be looked at.')
  expect(reasonAgainst(aView({ added: 1 }), reading)).toBe('One moment.')
})

it('the step that is open follows what is known', () => {
  const at = (view: ImportView | null, doing: Doing | null = null, done: ImportView | null = null) =>
    stepOf({ view, doing, done })
  expect(at(null)).toBe(0)
  expect(at(aView({}, { problems: [problem(1, 'missing-columns')], problemCount: 1, canRun: false }))).toBe(1)
  expect(at(aView({}, { ...lines(1), canRun: false }))).toBe(2)
  expect(at(aView())).toBe(3)
  expect(at(aView(), { ...reading, what: 'run' })).toBe(3)
  expect(at(null, null, aView())).toBe(4)
})

it('five numbers say what there is', () => {
  const view = aView({ added: 4, changed: 1, same: 9 }, { children: { named: 20, matched: 18 } })
  expect(tilesOf(view)).toEqual([
    { value: 0, label: 'things to put right', broken: false },
    { value: 4, label: 'new records and marks' },
    { value: 1, label: 'records and marks that change' },
    { value: 9, label: 'the same as before' },
    { value: 20, label: 'children, 18 matched' },
  ])
  const marks = aView({ added: 1 })
  marks.counts[0]!.source = 'session-marks'
  expect(tilesOf(marks)[1]?.label).toBe('new marks')
})

it('progress is told as a share', () => {
  expect(progressWords(reading)).toEqual({ label: 'Reading the files', detail: '61\u00a0% of the bytes' })
  expect(progressWords({ ...reading, step: 'writing', total: 0 })).toEqual({
    label: 'Writing',
    detail: 'just begun',
  })
})
