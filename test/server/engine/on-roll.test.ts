import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { absenceContact } from '../../../server/engine/absence-contact.ts'
import { notOnRoll } from '../../../server/engine/on-roll.ts'
import { groups } from '../../support/build/a-care.ts'
import { aLeaver, anIdentity } from '../../support/build/a-child.ts'

const on = isoDate('2026-03-13')

describe('a child who is not on roll', () => {
  it('has left, or is still to come; one on roll has no such answer', () => {
    expect(notOnRoll(aLeaver('2026-02-06'), on)?.message).toBe(
      'The child left this school on Fri 6 February.',
    )
    expect(notOnRoll(anIdentity({ onRoll: false, admittedOn: isoDate('2026-03-16') }), on)?.message).toBe(
      'The child joins this school on Mon 16 March.',
    )
    expect(notOnRoll(anIdentity({ leftOn: on }), on)).toBeNull()
  })
})

describe('whom to speak to about absence', () => {
  it('is the social worker of a child who has one, else a parent', () => {
    for (const group of ['cla', 'cin', 'cp'] as const)
      expect(absenceContact(groups(group))).toEqual({ withRole: 'social-worker', purpose: 'absence' })
    for (const group of ['previouslyCla', 'kinship', 'ever6'] as const)
      expect(absenceContact(groups(group))).toEqual({ withRole: 'parent', purpose: 'absence' })
  })
})
