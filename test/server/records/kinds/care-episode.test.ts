import { expect, it } from 'vitest'
import careEpisode from '../../../../server/records/kinds/care-episode.ts'
import { refusedFields } from '../../../support/kinds.ts'

const form = { status: 'cla', startedOn: '2026-01-05', endedOn: null, authorityCode: '302', detail: null }
const refused = (given: object) => refusedFields(careEpisode, { ...form, ...given })

it('a status is open until it has a last day', () => {
  expect(refused({})).toEqual([])
  expect(careEpisode.summary(form)).toBe('Looked after')
  expect(careEpisode.summary({ ...form, endedOn: '2026-02-01' })).toBe('Looked after, ended')
})

it('a status may last a day, and may not end before it began', () => {
  expect(refused({ endedOn: '2026-01-05' })).toEqual([])
  expect(refused({ endedOn: '2026-01-04' })).toEqual(['endedOn'])
})

it('a status is one of those that duties differ by', () => {
  expect(refused({ status: 'looked-after' })).toEqual(['status'])
  for (const status of ['previously-cla', 'cin-plan', 'cp-plan', 'kinship'])
    expect(refused({ status })).toEqual([])
})
