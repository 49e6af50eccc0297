import { expect, it } from 'vitest'
import { fieldMeta, fieldNames } from '../../../../server/records/field-columns.ts'
import unlawfulExclusion from '../../../../server/records/kinds/unlawful-exclusion.ts'
import { loadKinds } from '../../../../server/records/load-kinds.ts'
import { refusedFields } from '../../../support/kinds.ts'

const form = {
  happenedOn: '2026-03-10',
  session: 'PM',
  halfDays: 1,
  whatHappened: 'Sent home at noon to calm down.',
  putRightOn: null,
  putRight: null,
  parentToldAt: null,
  socialWorkerToldAt: null,
  virtualSchoolToldAt: null,
}
const refused = (given: object) => refusedFields(unlawfulExclusion, { ...form, ...given })

it('a child sent home without a suspension is recorded with the day and what happened', () => {
  expect(refused({})).toEqual([])
  expect(refused({ happenedOn: null, whatHappened: '' })).toEqual(['happenedOn', 'whatHappened'])
})

it('nobody is told of it before it happened', () => {
  for (const field of ['parentToldAt', 'socialWorkerToldAt', 'virtualSchoolToldAt']) {
    expect(refused({ [field]: '2026-03-09T16:00' })).toEqual([field])
    expect(refused({ [field]: '2026-03-10T09:00' })).toEqual([])
  }
})

it('its form says that it is unlawful, also when the parents agree', () => {
  expect(fieldMeta(unlawfulExclusion, 'happenedOn').hint).toContain(
    'is unlawful, also when the parents agree',
  )
})

it('no other kind of record is for a child who is sent home', async () => {
  const speaking = [...(await loadKinds()).values()].filter((kind) =>
    /sent? (a child )?home|cool(ing)?[ -](off|down)/i.test(
      JSON.stringify([kind.title, fieldNames(kind).map((name) => fieldMeta(kind, name))]),
    ),
  )
  expect(speaking.map(({ kind }) => kind)).toEqual(['unlawful-exclusion'])
})

it('it is put right on a day, by something', () => {
  expect(refused({ putRightOn: '2026-03-11', putRight: 'The register was corrected.' })).toEqual([])
  expect(refused({ putRightOn: '2026-03-11' })).toEqual(['putRight'])
  expect(refused({ putRight: 'The register was corrected.' })).toEqual(['putRightOn'])
  expect(refused({ putRightOn: '2026-03-09', putRight: 'The register.' })).toEqual(['putRightOn'])
})

it('its line says that it is unlawful', () => {
  expect(unlawfulExclusion.summary(form)).toBe('Sent home without a suspension: unlawful')
  expect(unlawfulExclusion.summary({ ...form, putRightOn: '2026-03-11' })).toBe(
    'Sent home without a suspension: unlawful, put right',
  )
})
