import { expect, it } from 'vitest'
import provision from '../../../../server/records/kinds/provision.ts'
import { refusedFields } from '../../../support/kinds.ts'

const form = {
  suspensionId: 'a',
  what: 'education',
  fromOn: '2026-03-16',
  fullTime: true,
  provider: 'Invented Centre',
  address: null,
  sessionTimes: null,
  reportTo: null,
  noticeAt: null,
  soonerAgreed: null,
  markedOn: null,
  reason: null,
}
const refused = (given: object) => refusedFields(provision, { ...form, ...given })

it('education while suspended is of a suspension and begins on a day', () => {
  expect(refused({})).toEqual([])
  expect(refused({ suspensionId: null, fromOn: null })).toEqual(['suspensionId', 'fromOn'])
})

it('where none could be arranged, it says why', () => {
  expect(refused({ what: 'none' })).toEqual(['reason'])
  expect(refused({ what: 'none', reason: 'No place before Thursday.' })).toEqual([])
})

it('where none or less is owed, it says why', () => {
  for (const what of ['no-exams-left', 'fewer-hours']) {
    expect(refused({ what })).toEqual(['reason'])
    expect(refused({ what, reason: 'The last examination was on 18 June.' })).toEqual([])
  }
})

it('only work that was set is marked, and not before it was set', () => {
  expect(refused({ what: 'work-set', markedOn: '2026-03-16' })).toEqual([])
  expect(refused({ what: 'work-set', markedOn: '2026-03-15' })).toEqual(['markedOn'])
  expect(refused({ markedOn: '2026-03-17' })).toEqual(['markedOn'])
})

it('its line says what there is', () => {
  expect(provision.summary(form)).toBe('Education arranged')
  expect(provision.summary({ ...form, what: 'none' })).toBe('None could be arranged')
})

it('only education that was arranged has details to tell, and a notice that may be sooner', () => {
  const told = { noticeAt: '2026-03-13T09:00', soonerAgreed: true }
  expect(refused(told)).toEqual([])
  expect(refused({ ...told, what: 'work-set' })).toEqual(['noticeAt', 'soonerAgreed'])
})
