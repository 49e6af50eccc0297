import { expect, it } from 'vitest'
import { academicYear } from '../../../server/calendar/academic-year.ts'
import { reasonCodesOf, suspensionReasons } from '../../../server/law/suspension-reasons.ts'

it('a suspension up to 2025/26 has one of 16 reasons, from 2026/27 one of 29', () => {
  expect(reasonCodesOf(academicYear('2020/21'))).toHaveLength(16)
  expect(reasonCodesOf(academicYear('2025/26'))).toHaveLength(16)
  expect(reasonCodesOf(academicYear('2026/27'))).toHaveLength(29)
})

it('every reason has a code of two letters of its own', () => {
  const codes = suspensionReasons.map(({ code }) => code)
  expect(new Set(codes).size).toBe(29)
  expect(codes.filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual([])
})
