import { describe, expect, it } from 'vitest'
import type { Kinds } from '../../../../web/api.ts'
import {
  kindsToAdd,
  newestFirst,
  otherWaysToAdd,
  recordDetail,
  recordLine,
  timelineTabs,
} from '../../../../web/pages/child/records.ts'
import { anEntry } from '../../../support/build/a-child-page.ts'

const kind = (name: string, plural: string, fields: Record<string, object> = {}, subject = 'child') =>
  ({
    kind: name,
    subject,
    title: name,
    plural,
    writable: true,
    fields: Object.entries(fields).map(([field, schema]) => ({ name: field, required: false, schema })),
  }) as unknown as Kinds['kinds'][number]

const kinds = [
  kind('child', 'Children'),
  kind('care-episode', 'Care history', { authorityCode: { label: 'Local authority', widget: 'authority' } }),
  kind('contact', 'Contacts', { how: { label: 'How', words: { phone: 'Telephone' } } }),
  kind('pep-meeting', 'PEP meetings'),
  kind('term-date', 'Term dates', {}, 'school'),
]
const day = (text: string | null) => text as never

describe('the timeline', () => {
  it('goes from the newest to the oldest, acts of one day by their time, what has no day last', () => {
    const undated = anEntry({ id: 'undated', on: day(null) })
    const first = anEntry({ id: 'first', fields: { contactedAt: '2026-01-20T13:40' } })
    const then = anEntry({ id: 'then', fields: { contactedAt: '2026-01-20T15:40' } })
    const after = anEntry({ id: 'after', kind: 'suspension', on: day('2026-01-21') })
    expect(newestFirst([undated, first, after, then]).map(({ id }) => id)).toEqual([
      'after',
      'then',
      'first',
      'undated',
    ])
  })

  it('has a tab for each kind that occurs, after everything', () => {
    const entries = [anEntry({ kind: 'contact' }), anEntry({ kind: 'child' })]
    expect(timelineTabs(entries, kinds)).toEqual([
      { id: 'all', label: 'Everything' },
      { id: 'contact', label: 'Contacts' },
    ])
  })

  it('offers every kind that is kept of a child and the role records, but not another child or the school’s', () => {
    expect(kindsToAdd(kinds).map((one) => one.kind)).toEqual(['care-episode', 'contact', 'pep-meeting'])
    expect(kindsToAdd(kinds.map((one) => ({ ...one, writable: false })))).toEqual([])
  })

  it('has other ways out of school in a menu of their own, what is unlawful last', () => {
    const ways = ['unlawful-exclusion', 'managed-move', 'off-site-direction'].map((way) => kind(way, way))
    expect(otherWaysToAdd([...kinds, ...ways]).map((one) => one.kind)).toEqual([
      'off-site-direction',
      'managed-move',
      'unlawful-exclusion',
    ])
    expect(kindsToAdd(ways)).toEqual([])
  })
})

describe('a record in a few words', () => {
  it('names an act with its time', () => {
    expect(recordLine(anEntry({ fields: { contactedAt: '2026-01-20T14:00' } }))).toBe(
      'Parent: told of a suspension, 14:00',
    )
    expect(recordLine(anEntry({}))).toBe('Parent: told of a suspension')
  })

  it('says what was told in the words of its form, reasons first, and leaves out what nobody said', () => {
    const none = new Map<string, string>()
    expect(recordDetail(anEntry({ fields: { how: 'phone', outcome: null } }), kinds, none)).toBe(
      'How: Telephone',
    )
    expect(recordDetail(anEntry({ kind: 'suspension', reasons: ['Bullying', 'Theft'] }), kinds, none)).toBe(
      'Bullying · Theft',
    )
  })

  it('names an authority, not its code', () => {
    const entry = anEntry({ kind: 'care-episode', fields: { authorityCode: '998' } })
    expect(recordDetail(entry, kinds, new Map([['998', 'Saltmere']]))).toBe('Local authority: Saltmere')
    expect(recordDetail(entry, kinds, new Map())).toBe('Local authority: 998')
  })
})
