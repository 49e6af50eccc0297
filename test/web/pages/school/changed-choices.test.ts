import { describe, expect, it } from 'vitest'
import { boxOf, changedChoices, textOf } from '../../../../web/pages/school/changed-choices.ts'

const option = (name: string, usual: number, value: number) => ({
  name,
  label: name,
  unit: 'days',
  usual,
  value,
  least: 0,
  most: 1000,
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

  it('takes a time of day as a time, within what may be chosen', () => {
    const afternoon = {
      ...option('afternoonEnds', 15 * 60 + 30, 15 * 60 + 30),
      unit: 'time of day',
      least: 12 * 60,
      most: 18 * 60,
    }
    expect(textOf(afternoon, afternoon.value)).toBe('15:30')
    expect(textOf(afternoon, 12 * 60 + 5)).toBe('12:05')
    const chosen = (text: string) => changedChoices([{ id: 'notice', options: [afternoon] }], () => text)
    expect(chosen('15:30')).toEqual({ options: {}, wrong: [] })
    for (const [text, minutes] of [
      ['12:00', 720],
      ['16:05', 965],
      ['18:00', 1080],
    ] as const)
      expect(chosen(text)).toEqual({ options: { notice: { afternoonEnds: minutes } }, wrong: [] })
    for (const text of ['', '11:59', '18:01', '930', '15:60', 'noon'])
      expect(chosen(text).wrong, text).toEqual(['notice.afternoonEnds'])
  })

  it.each(['', 'seven', '-1', '7.5', '1001'])('does not take “%s”', (text) => {
    expect(typed({ 'near.warn': text })).toEqual({ options: {}, wrong: ['near.warn'] })
  })
})
