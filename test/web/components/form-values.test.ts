import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { loadKinds } from '../../../server/records/load-kinds.ts'
import { fieldsOf, startValues, valuesOf, type KindField } from '../../../web/components/form-values.ts'

const kinds = await loadKinds()
/** The fields of a kind as the server describes them to the browser. */
function schemaOf(kind: string): KindField[] {
  const found = kinds.get(kind)
  if (!found) throw new Error(`No kind ${kind}`)
  const { properties = {} } = z.toJSONSchema(found.fields, { io: 'input', unrepresentable: 'any' })
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    required: !(found.fields.shape[name] instanceof z.ZodNullable),
    schema: schema as KindField['schema'],
  }))
}
const suspension = schemaOf('suspension')
const field = (kind: readonly KindField[], name: string, state = {}) =>
  fieldsOf(kind, state).find((one) => one.name === name)

const formOf = (entries: readonly (readonly [string, string])[]) => {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

describe('a form drawn from a kind of record', () => {
  it('has a label for every field of every kind', () => {
    for (const { kind } of kinds.values())
      for (const { name, label } of fieldsOf(schemaOf(kind))) expect(label, `${kind}.${name}`).not.toBe(name)
  })

  it('asks in the widget that the declaration names', () => {
    expect(field(suspension, 'startedOn')?.widget).toBe('day')
    expect(field(suspension, 'decidedAt')?.widget).toBe('minute')
    expect(field(suspension, 'halfDays')?.widget).toBe('half-days')
    expect(field(suspension, 'kind')?.options?.map(({ value }) => value)).toEqual([
      'suspension',
      'permanent',
      'lunchtime',
    ])
  })

  it('offers yes and no also where nobody need know, and begins with no where somebody must say', () => {
    const values = (name: string, kind: string) =>
      field(schemaOf(kind), name)?.options?.map(({ value }) => value)
    expect(values('childViews', 'pep-meeting')).toEqual(['true', 'false', ''])
    expect(values('doNotContact', 'person')).toEqual(['true', 'false'])
    expect(startValues(schemaOf('person'))).toEqual({ doNotContact: false })
    expect(startValues(schemaOf('pep-meeting'))).toEqual({})
  })

  it('calls optional only what may stay unknown', () => {
    expect(field(suspension, 'startedOn')?.required).toBe(true)
    expect(field(suspension, 'decidedAt')?.required).toBe(false)
  })

  it('offers "not known" where nobody need know, and not where somebody must', () => {
    const values = (name: string) => field(suspension, name)?.options?.map(({ value }) => value)
    expect(values('startSession')).toContain('')
    expect(values('kind')).not.toContain('')
  })

  it('shows stored half days as school days, and takes them back whole', () => {
    expect(field(suspension, 'halfDays', { values: { halfDays: 31 } })?.value).toBe('15.5')
    expect(valuesOf(suspension, formOf([['halfDays', '15.5']]))['halfDays']).toBe(31)
  })

  it('puts the sentence of an error beside its field', () => {
    expect(field(suspension, 'startedOn', { errors: { startedOn: 'Give a day.' } })?.error).toBe(
      'Give a day.',
    )
  })

  it('takes options that only the page knows', () => {
    const care = schemaOf('care-episode')
    const options = { authority: [{ value: '919', label: 'Barnshire' }] }
    expect(fieldsOf(care, { options }).some((one) => one.options?.[0]?.label === 'Barnshire')).toBe(true)
  })
})

describe('what a form hands over', () => {
  it('is accepted by the kind it was drawn from', () => {
    const data = formOf([
      ['kind', 'suspension'],
      ['startedOn', '2026-03-16'],
      ['startSession', 'AM'],
      ['halfDays', '5.5'],
      ['reasons', 'db, pp'],
      ['decidedAt', ''],
      ['atOtherSchool', 'false'],
    ])
    const found = kinds.get('suspension')
    expect(found?.fields.safeParse(valuesOf(suspension, data)).data).toMatchObject({
      kind: 'suspension',
      startedOn: '2026-03-16',
      startSession: 'AM',
      halfDays: 11,
      reasons: ['DB', 'PP'],
      decidedAt: null,
      atOtherSchool: false,
    })
  })

  it('asks for a whole number as one', () => {
    const timetable = schemaOf('part-time-timetable')
    expect(field(timetable, 'weeklyHours')).toMatchObject({ widget: 'number', unit: 'hours a week' })
    expect(valuesOf(timetable, formOf([['weeklyHours', '12']]))).toMatchObject({ weeklyHours: 12 })
  })

  it('says null for an empty box and for "not known", never an empty text', () => {
    const values = valuesOf(
      suspension,
      formOf([
        ['decidedAt', '  '],
        ['startSession', ''],
      ]),
    )
    expect(values['decidedAt']).toBeNull()
    expect(values['startSession']).toBeNull()
    expect(values['halfDays']).toBeNull()
  })

  it('keeps every ticked box', () => {
    const pep = schemaOf('pep-meeting')
    const values = valuesOf(
      pep,
      formOf([
        ['attended', 'carer'],
        ['attended', 'social-worker'],
      ]),
    )
    expect(values['attended']).toEqual(['carer', 'social-worker'])
    expect(valuesOf(pep, formOf([]))['attended']).toEqual([])
  })
})
