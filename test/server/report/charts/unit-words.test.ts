import { describe, expect, it } from 'vitest'
import { inUnit, numberWithSign, plainNumber, unitName } from '../../../../server/report/charts/unit-words.ts'

describe('numbers with their unit', () => {
  it.each([
    [1, 1, 'children', '1 child'],
    [0, 0, 'children', '0 children'],
    [6, 11, 'children', '6 to 11 children'],
    [12, null, 'children', '12 children or more'],
    [2, 2, 'half-days', '1 school day'],
    [1, 1, 'half-days', '0.5 school days'],
    [93, 93, 'half-days', '46.5 school days'],
    [288, 299, 'half-days', '144 to 149.5 school days'],
    [11, 11, 'percent', '11\u00A0%'],
    [6, 11, 'percent', '6 to 11\u00A0%'],
    [18410, 18410, 'pounds', '£18,410'],
    [18410.5, 18410.5, 'pounds', '£18,410.50'],
    [0, 500, 'pounds', '£0 to £500'],
    [1234567, 1234567, 'alerts', '1,234,567 alerts'],
  ] as const)('%s to %s %s is %s', (from, to, unit, words) => {
    expect(inUnit(from, to, unit)).toBe(words)
  })

  it('stand alone with the sign that belongs to them', () => {
    expect(numberWithSign(12.4, 'percent')).toBe('12.4\u00A0%')
    expect(numberWithSign(3, 'half-days')).toBe('1.5')
    expect(plainNumber(-3, 'plans')).toBe('\u22123')
    expect(unitName('half-days')).toBe('school days')
  })
})
