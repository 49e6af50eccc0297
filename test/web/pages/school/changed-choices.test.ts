import { describe, expect, it } from 'vitest'
import { boxOf, changedChoices } from '../../../../web/pages/school/changed-choices.ts'

const option = (name: string, usual: number, value: number) => ({
  name,
  label: name,
  unit: 'days',
  usual,
  value,
})
const rules = [
  { id: 'near', options: [option('warn', 8, 8)] },
  { id: 'repeated', options: [option('inTerm', 2, 3), option('inYear', 3, 3)] },
]
const typed = (values: Record<string, string>) => {
  const all: Record<string, string> = {
    'near.warn': '8',
    'repeated.inTerm': '3',
    'repeated.inYear': '3',
    ...values,
  }
  return changedChoices(rules, (box) => all[box] ?? '')
}

describe('the school’s own lines', () => {
  it('sends only what was changed', () => {
    expect(typed({})).toEqual({ options: {}, wrong: [] })
    expect(typed({ 'near.warn': ' 7 ' }).options).toEqual({ near: { warn: 7 } })
  })

  it('goes back to the usual value when that is typed', () => {
    expect(typed({ [boxOf('repeated', 'inTerm')]: '2' }).options).toEqual({ repeated: { inTerm: null } })
  })

  it.each(['', 'seven', '-1', '7.5', '1001'])('does not take “%s”', (text) => {
    expect(typed({ 'near.warn': text })).toEqual({ options: {}, wrong: ['near.warn'] })
  })
})
