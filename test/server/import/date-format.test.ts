import { describe, expect, it } from 'vitest'
import { DateFormatFinder } from '../../../server/import/date-format.ts'

const formatOf = (...cells: string[]) => {
  const finder = new DateFormatFinder()
  cells.forEach((cell, at) => finder.see(cell, at + 2, 'date_of_birth'))
  return finder.found()
}

describe('how a file writes its days', () => {
  it('is proved by one day', () => {
    expect(formatOf('03/04/2025', '', '13/04/2025')).toBe('dd/mm/yyyy')
    expect(formatOf('2025-04-03')).toBe('yyyy-mm-dd')
    expect(formatOf('3.4.2025', '31.4.2025')).toBe('dd/mm/yyyy')
    expect(formatOf('13/04/2025 09:30')).toBe('dd/mm/yyyy')
  })

  it('is not in doubt when day and month are the same', () => {
    expect(formatOf('05/05/2025')).toBe('dd/mm/yyyy')
  })

  it('is refused when every day can be read either way', () => {
    expect(formatOf('', '03/04/2025', '05/05/2025', '11/12/2025')).toMatchObject({
      code: 'ambiguous-days',
      line: 3,
      column: 'date_of_birth',
      value: '03/04/2025',
    })
  })

  it('is refused when the month comes first, with the day that shows it', () => {
    expect(formatOf('03/04/2025', '04/13/2025', '12/31/2025')).toMatchObject({
      code: 'month-first',
      line: 3,
      value: '04/13/2025',
    })
  })

  it('is day first when one day proves it, however many do not', () => {
    expect(formatOf('04/13/2025', '13/04/2025')).toBe('dd/mm/yyyy')
  })

  it('is unknown without a whole day', () => {
    expect(formatOf('', '45987', '03/04/05', 'soon')).toBeNull()
  })
})
