import { describe, expect, it } from 'vitest'
import type { Cohorts } from '../../../server/law/cohorts.ts'
import { pageSentence } from '../../../server/pathway/page-sentence.ts'
import type { Attempt, ContactStep } from '../../../server/pathway/shapes.ts'
import { localMinute } from '../../../server/calendar/iso-date.ts'
import { groups } from '../../support/build/a-care.ts'

const attempt = (how: Attempt['how'], outcome: Attempt['outcome']): Attempt => ({
  contactId: 'contact-1',
  at: localMinute('2026-03-13T08:10'),
  outcome,
  how,
  madeBy: null,
  note: null,
  agreedBy: null,
  refusedBy: null,
})

const step = (role: ContactStep['role'], given: Partial<ContactStep> = {}): ContactStep => ({
  role,
  isFirst: false,
  title: role,
  personId: null,
  authorityCode: null,
  name: 'Somebody',
  organisation: null,
  phone: null,
  email: null,
  missing: null,
  why: '',
  who: '',
  force: 'should',
  isNeeded: role === 'virtual-school' || role === 'social-worker',
  agreement: null,
  agreed: null,
  withdrawnAt: null,
  attempts: [],
  isDone: false,
  ...given,
})

const done = (
  role: ContactStep['role'],
  how: Attempt['how'] = 'phone',
  outcome: Attempt['outcome'] = 'reached',
): ContactStep => step(role, { isDone: true, attempts: [attempt(how, outcome)] })

const sentence = (
  contacts: readonly ContactStep[],
  cohorts: Cohorts | null = groups('cla'),
  rest: Partial<Parameters<typeof pageSentence>[0]> = {},
) =>
  pageSentence({
    calledName: 'Chidi',
    fullName: 'Chidi Taylor',
    yearGroup: '9',
    cohorts,
    authorityName: 'Barnet',
    contacts,
    considering: null,
    mayDecide: true,
    ...rest,
  })

const title = (...of: Parameters<typeof sentence>) => sentence(...of).title

describe('the sentence of the page', () => {
  it('says before a call whom to ring', () => {
    expect(sentence([step('virtual-school'), step('social-worker'), step('carer')])).toEqual({
      title: 'Before you suspend Chidi, ring Barnet.',
      lead: 'Chidi Taylor, Year 9, is looked after by Barnet. A call now can find another way; nothing is decided yet.',
    })
    expect(title([step('virtual-school')], groups('cla'), { authorityName: null })).toBe(
      'Before you suspend Chidi, ring the Virtual School.',
    )
    expect(title([step('social-worker')], groups('cp'))).toBe(
      'Before you suspend Chidi, ring the social worker.',
    )
  })

  it('says between two calls whom to ring now', () => {
    expect(title([done('virtual-school'), step('social-worker')])).toBe(
      'Barnet has been rung. Now ring the social worker.',
    )
    expect(title([step('virtual-school'), done('social-worker')])).toBe(
      'The social worker has been rung. Now ring Barnet.',
    )
  })

  it('says after them that it is time to decide', () => {
    expect(title([done('virtual-school'), done('social-worker'), step('carer')])).toBe(
      'Barnet has been rung. Decide what happens next.',
    )
    expect(sentence([done('social-worker')], groups('cin')).lead).toBe(
      'Chidi Taylor, Year 9, has a social worker. Nothing is decided yet.',
    )
  })

  it('says to who does not decide who does', () => {
    expect(title([done('virtual-school')], groups('cla'), { mayDecide: false })).toBe(
      'Barnet has been rung. The headteacher decides what happens next.',
    )
  })

  it('says how they were asked', () => {
    expect(title([done('virtual-school', 'other')])).toBe('Barnet has been told. Decide what happens next.')
    expect(title([done('social-worker', 'meeting')])).toBe(
      'The social worker has been spoken to. Decide what happens next.',
    )
    expect(title([done('virtual-school', 'phone', 'message-left')])).toBe(
      'Barnet has been left a message. Decide what happens next.',
    )
  })

  it('speaks of one parent, of several and of none without gendered words', () => {
    const pla = groups('previouslyCla')
    expect(title([step('parent'), step('virtual-school', { isNeeded: false })], pla)).toBe(
      'Before you suspend Chidi, speak to the parent.',
    )
    expect(title([step('parent'), step('parent')], pla)).toBe(
      'Before you suspend Chidi, speak to the parents.',
    )
    expect(title([step('parent', { name: null })], pla)).toBe(
      'Before you suspend Chidi, speak to the parents.',
    )
    expect(title([done('parent'), done('parent')], pla)).toBe(
      'The parents have been spoken to. Decide what happens next.',
    )
    expect(title([step('carer')], groups('kinship'))).toBe('Before you suspend Chidi, speak to the carer.')
    expect(sentence([step('parent'), step('parent')], pla).lead).toBe(
      'Chidi Taylor, Year 9, was looked after before. A talk now can find another way; nothing is decided yet.',
    )
  })

  it('says after the parents agreed that the Virtual School can advise, until it was asked', () => {
    const agreed = { by: 'Pat', role: 'parent', at: localMinute('2026-03-13T08:10') } as const
    const adviser = { isNeeded: false, title: 'Fenwick Virtual School', agreement: 'needed' } as const
    const after = (given: Partial<ContactStep>) =>
      title([done('parent'), step('virtual-school', { ...adviser, ...given })], groups('previouslyCla'))
    expect(after({ agreed })).toBe('The parent has been spoken to. Now Fenwick Virtual School can advise.')
    expect(after({ agreed: null })).toBe('The parent has been spoken to. Decide what happens next.')
    expect(after({ agreed, isDone: true })).toBe('The parent has been spoken to. Decide what happens next.')
  })

  it('says that there is nobody to ring', () => {
    expect(sentence([], groups())).toEqual({
      title: 'There is nobody to ring before you suspend Chidi.',
      lead: 'Chidi Taylor, Year 9, has no social worker on record. Everybody on record is marked as not to be contacted. Nothing is decided yet.',
    })
  })

  it('says what was decided', () => {
    const decided = (state: 'not-suspended' | 'suspended', kind: 'suspension' | 'permanent' = 'suspension') =>
      title([step('virtual-school')], groups('cla'), { considering: { state, kind } })
    expect(decided('not-suspended')).toBe('Chidi stays in school.')
    expect(decided('suspended')).toBe('Chidi is suspended.')
    expect(decided('suspended', 'permanent')).toBe('Chidi is permanently excluded.')
    const considering = { state: 'suspended', kind: 'permanent' } as const
    expect(sentence([], groups('cla'), { considering }).lead).toMatch(/stands with the exclusion\.$/)
  })

  it('says who the child is, and what nobody has told', () => {
    const who = (cohorts: Cohorts | null, yearGroup: string, authorityName: string | null = null) =>
      sentence([step('parent')], cohorts, { yearGroup, authorityName }).lead.split('. ')[0]
    expect(who(groups('cla'), 'R')).toBe(
      'Chidi Taylor, Reception, is looked after; by which authority is not recorded',
    )
    expect(who(groups('kinship'), 'N')).toBe('Chidi Taylor, Nursery, lives in kinship care')
    expect(who(groups('ever6'), '2')).toBe('Chidi Taylor, Year 2, had a social worker in the last six years')
    expect(who(null, '2')).toBe(
      'Chidi Taylor, Year 2, has no care status on record: if there is a social worker, ring the social worker first',
    )
  })
})
