import { expect, it } from 'vitest'
import { idOfKey } from '../../../server/records/id-of-key.ts'

it('a key gives one id for each kind and school', () => {
  const ids = [
    idOfKey('contact', 'school-1', 'key-1'),
    idOfKey('contact', 'school-1', 'key-2'),
    idOfKey('contact', 'school-2', 'key-1'),
    idOfKey('person', 'school-1', 'key-1'),
  ]
  expect(new Set(ids).size).toBe(4)
  expect(idOfKey('contact', 'school-1', 'key-1')).toBe(ids[0])
  expect(ids[0]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
})
