import type { ImportView } from '../../../../web/api.ts'

/** A problem of a line, as the server tells it. */
export const problem = (line: number, code = 'impossible-day', file = 'a.csv') => ({
  file,
  line,
  column: 'held_on',
  value: 'x',
  code,
  message: 'Wrong.',
})

/** What the server says of files without anything in their way; what a test is about laid over. */
export function aView(
  counts: Partial<Record<'added' | 'changed' | 'same' | 'missing', number>> = {},
  over: Partial<ImportView> = {},
): ImportView {
  return {
    result: 'done',
    canRun: true,
    revision: 4,
    school: { name: 'Ash School', isNew: false },
    files: [],
    counts: [
      {
        source: 'children',
        words: ['child', 'children'],
        added: 0,
        changed: 0,
        same: 0,
        missing: 0,
        missingNames: [],
        ...counts,
      },
    ],
    newChildren: [],
    changes: [],
    changeCount: 0,
    children: { named: 0, matched: 0 },
    markChanges: [],
    registers: [],
    conflictCount: 0,
    conflicts: [],
    problemCount: 0,
    problems: [],
    problemsCsv: null,
    questions: [],
    notes: [],
    meaning: null,
    ...over,
  }
}
