import { expect, it } from 'vitest'
import { checkRecord, dayOfRecord } from '../../../../server/records/check-record.ts'
import contact from '../../../../server/records/kinds/contact.ts'
import { refusedFields } from '../../../support/kinds.ts'

const form = {
  withRole: 'virtual-school',
  purpose: 'before-suspension',
  suspensionId: null,
  contactedAt: '2026-03-09T08:40',
  how: null,
  outcome: null,
  madeBy: null,
  agreedBy: null,
  refusedBy: null,
  note: null,
}
const refused = (given: object) => refusedFields(contact, { ...form, ...given })

it('a contact needs whom, what about, and when; the rest may come later', () => {
  expect(refused({})).toEqual([])
  expect(refused({ withRole: null, purpose: null, contactedAt: null })).toEqual([
    'withRole',
    'purpose',
    'contactedAt',
  ])
})

it('its minute is a day and a time that exist, and it is listed under the day', () => {
  for (const contactedAt of ['2026-03-09', '2026-03-09T24:00', '2026-02-30T08:00', '2026-03-09T08:40:00Z'])
    expect(refused({ contactedAt })).toEqual(['contactedAt'])
  expect(dayOfRecord(contact, form)).toBe('2026-03-09')
})

it('an advice may be long, but not endless', () => {
  expect(checkRecord(contact, { ...form, note: 'a'.repeat(1000) })).toHaveProperty('values')
  expect(refused({ note: 'a'.repeat(1001) })).toEqual(['note'])
})

it('that the Virtual School is asked, a parent or carer who was spoken to agrees to', () => {
  const agreedBy = 'Pat Example'
  for (const withRole of ['parent', 'carer', 'virtual-school'])
    expect(refused({ withRole, agreedBy, outcome: 'reached' })).toEqual([])
  for (const withRole of ['social-worker', 'local-authority', 'other'])
    expect(refused({ withRole, agreedBy })).toEqual(['agreedBy'])
  for (const outcome of ['no-answer', 'message-left'])
    expect(refused({ withRole: 'parent', agreedBy, outcome })).toEqual(['agreedBy'])
  expect(contact.summary({ ...form, withRole: 'parent', agreedBy })).toBe(
    'Parent: asked before a suspension; agreed that the Virtual School is asked',
  )
})

it('its line says who and why', () => {
  expect(contact.summary({ ...form, withRole: 'parent', refusedBy: 'Pat Example' })).toBe(
    'Parent: asked before a suspension; not that the Virtual School is asked',
  )
  expect(contact.summary(form)).toBe('Virtual School: asked before a suspension')
})

it('it may be about the education to come, or a cancelling, and names no consideration', () => {
  expect(refused({ purpose: 'education-notice' })).toEqual([])
  expect(refused({ purpose: 'cancellation-notice' })).toEqual([])
  expect(refused({ considerationId: 'a' })).toEqual(['considerationId'])
})
