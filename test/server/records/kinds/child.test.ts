import { expect, it } from 'vitest'
import { checkRecord } from '../../../../server/records/check-record.ts'
import child from '../../../../server/records/kinds/child.ts'
import { refusedFields } from '../../../support/kinds.ts'

/** The shape of a pupil's number, of nobody. */
const upn = `A${'9'.repeat(3)}${'0'.repeat(9)}`
const form = {
  forename: 'Zoë-Anaïs',
  surname: 'O’Neill',
  preferredName: null,
  sayName: null,
  homeAuthorityCode: null,
  upn,
  dateOfBirth: '2012-02-29',
  yearGroup: '9',
  admittedOn: '2023-09-04',
  leftOn: null,
}
const refused = (given: object) => refusedFields(child, { ...form, ...given })

it('names are kept as they are written, without space around them', () => {
  expect(checkRecord(child, { ...form, surname: ' Ngũgĩ ' })).toMatchObject({ values: { surname: 'Ngũgĩ' } })
  for (const surname of ['X', '李', 'Null', 'a'.repeat(120)]) expect(refused({ surname })).toEqual([])
  expect(refused({ surname: ' ' })).toEqual(['surname'])
  expect(refused({ surname: 'a'.repeat(121) })).toEqual(['surname'])
})

it('a pupil number has its shape, in capitals', () => {
  expect(checkRecord(child, { ...form, upn: ` ${upn.toLowerCase()}` })).toMatchObject({ values: { upn } })
  for (const bad of [upn.slice(1), `I${upn.slice(1)}`, `${upn}1`, '1.23E+12'])
    expect(refused({ upn: bad })).toEqual(['upn'])
})

it('a child is born before the first day on roll, which is not after the last', () => {
  expect(refused({ dateOfBirth: '2023-09-04' })).toEqual(['dateOfBirth'])
  expect(refused({ dateOfBirth: '2011-02-29' })).toEqual(['dateOfBirth'])
  expect(refused({ leftOn: '2023-09-04' })).toEqual([])
  expect(refused({ leftOn: '2023-09-03' })).toEqual(['leftOn'])
})

it('year groups go from Nursery to 14', () => {
  for (const yearGroup of ['N', 'R', '1', '14']) expect(refused({ yearGroup })).toEqual([])
  for (const yearGroup of ['0', '15', '9A', 9]) expect(refused({ yearGroup })).toEqual(['yearGroup'])
})

it('a child who left is told from one on roll', () => {
  expect(child.summary(form)).toBe('Came on roll')
  expect(child.summary({ ...form, leftOn: '2026-01-05' })).toBe('On roll here, and left')
})
