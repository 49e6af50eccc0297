import { expect, it } from 'vitest'
import { isUnavailable } from '../../db/unavailable.ts'

const failed = (code: unknown) => Object.assign(new Error('failed'), { code })

it.each([
  'SQLITE_FULL',
  'SQLITE_BUSY',
  'SQLITE_IOERR_WRITE',
  'SQLITE_READONLY_DBMOVED',
  '53100',
  '57P01',
  '08006',
  'ECONNREFUSED',
])('%s may pass', (code) => {
  expect(isUnavailable(failed(code))).toBe(true)
})

it.each(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_ERROR', '23505', '42601', 8, undefined])(
  '%s is a fault',
  (code) => {
    expect(isUnavailable(failed(code))).toBe(false)
  },
)

it('what is no error of a database is none that may pass', () => {
  expect([isUnavailable(new Error('x')), isUnavailable('53100'), isUnavailable(null)]).toEqual([
    false,
    false,
    false,
  ])
})
