import { expect, it } from 'vitest'
import { timeline } from '../../../../server/api/views/timeline.ts'
import { isoDate } from '../../../../server/calendar/iso-date.ts'
import type { RecordView } from '../../../../server/records/record-view.ts'
import { aFinding, aRule } from '../../../support/build/a-picture.ts'

const rules = new Map([['plain', aRule('plain')]])

const record = (id: string, on: string | null): RecordView & { title: string } => ({
  id,
  kind: 'suspension',
  title: 'Suspension',
  version: 1,
  childId: 'child-1',
  on: on === null ? null : isoDate(on),
  summary: 'Suspended',
  typed: [],
  withheld: [],
  fields: {},
})

it('the newest comes first, and what has no day last', () => {
  const entries = timeline(
    [record('a', null), record('b', '2026-01-05'), record('c', '2026-03-02')],
    [],
    rules,
  )
  expect(entries.map(({ id }) => id)).toEqual(['c', 'b', 'a'])
})

it('a record says how the duties that rest on it stand, the gravest first', () => {
  const findings = [
    aFinding('plain', 'met', { about: 'suspension:a' }),
    { ...aFinding('plain', 'breach'), record: { kind: 'suspension', id: 'a' } },
    {
      ...aFinding('plain', 'due', { about: '2025/26 spring' }),
      evidence: [{ label: 'It', value: 'is', record: { kind: 'suspension', id: 'a' } }],
    },
    aFinding('plain', 'not-applicable', { about: 'suspension:a' }),
    aFinding('plain', 'breach', { about: 'suspension:b' }),
  ]
  const [entry] = timeline([record('a', '2026-01-05')], findings, rules)
  expect(entry?.duties.map(({ status }) => status)).toEqual(['breach', 'due', 'met'])
})
