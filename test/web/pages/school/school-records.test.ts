import { expect, it } from 'vitest'
import { recordsByYear } from '../../../../web/pages/school/school-records.ts'

it('records of the school stand by academic year, the latest year and the latest record first', () => {
  const days = ['2025-08-31', '2025-09-01', '2026-07-20', '2024-11-02']
  const years = recordsByYear(days.map((on) => ({ id: on, on })))
  expect(years.map(({ year, records }) => [year, records.map(({ on }) => on)])).toEqual([
    [2025, ['2026-07-20', '2025-09-01']],
    [2024, ['2025-08-31', '2024-11-02']],
  ])
})
