import { describe, expect, it } from 'vitest'
import { fieldMeta, fieldNames, toColumns, toFields } from '../../../server/records/field-columns.ts'
import { loadKinds } from '../../../server/records/load-kinds.ts'
import type { RecordKind } from '../../../server/records/kind.ts'

const kinds = await loadKinds()
const kindOf = (name: string): RecordKind => kinds.get(name)!

describe('values of a form and columns of a table', () => {
  it('are the same after going there and back', () => {
    const meeting = {
      heldOn: '2026-02-10',
      completedOn: null,
      attended: ['carer', 'child'],
      childViews: false,
      childWords: 'Not in front of everyone.',
      quality: 'green',
      askedOn: null,
    }
    const columns = toColumns(kindOf('pep-meeting'), meeting)
    expect(columns).toMatchObject({ attended: 'carer;child', childViews: 0, completedOn: null })
    expect(toFields(kindOf('pep-meeting'), columns)).toEqual(meeting)
  })

  it('keep nobody said apart from no, and nobody came apart from nobody said', () => {
    const kind = kindOf('pep-meeting')
    expect(toFields(kind, { childViews: null, attended: '' })).toEqual({ childViews: null, attended: [] })
    expect(toColumns(kindOf('person'), { doNotContact: true })).toMatchObject({
      doNotContact: 1,
      phone: null,
    })
  })
})

describe.each([...kinds.keys()])('%s', (name) => {
  it('has a label for each field, and words for each stored answer', () => {
    const kind = kindOf(name)
    for (const field of fieldNames(kind)) {
      const { label, words } = fieldMeta(kind, field)
      expect(label).toMatch(/^[A-Z]/)
      if (words) for (const word of Object.values(words)) expect(word).toMatch(/^[A-Z0-9]/)
    }
  })
})
