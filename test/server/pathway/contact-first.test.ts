import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { contactFirst, type AskingRow, type WhoToAsk } from '../../../server/pathway/contact-first.ts'
import type { Adult } from '../../../server/pathway/people-around.ts'
import { anAuthority, groups } from '../../support/build/a-care.ts'

const on = isoDate('2026-03-13')

const adult = (role: Adult['role'], name: string, given: Partial<Adult> = {}): Adult => ({
  id: `person-${name}`,
  role,
  name,
  organisation: null,
  phone: '01632 960010',
  email: null,
  doNotContact: 0,
  doNotContactReason: null,
  startedOn: null,
  endedOn: null,
  ...given,
})

const asked = (
  withRole: AskingRow['withRole'],
  outcome: AskingRow['outcome'],
  at = '08:10',
  given: Partial<AskingRow> = {},
): AskingRow => ({
  id: `contact-${withRole}-${at}`,
  withRole,
  contactedAt: `2026-03-13T${at}`,
  outcome,
  how: 'phone',
  madeBy: 'Sam Head',
  note: null,
  agreedBy: null,
  refusedBy: null,
  ...given,
})

const everybody = [
  adult('parent', 'Pat'),
  adult('carer', 'Cas'),
  adult('social-worker', 'Sol'),
  adult('key-adult', 'Kay'),
  adult('clerk', 'Clem'),
]

const stepsFor = (given: Partial<WhoToAsk>) =>
  contactFirst({
    cohorts: groups('cla', 'ever6'),
    authority: anAuthority,
    people: everybody,
    contacts: [],
    safeguardingLead: { name: 'Dee', email: null },
    on,
    ...given,
  })

const rolesFor = (given: Partial<WhoToAsk>) => stepsFor(given).contacts.map(({ role }) => role)
const neededFor = (given: Partial<WhoToAsk>) =>
  stepsFor(given)
    .contacts.filter(({ isNeeded }) => isNeeded)
    .map(({ role }) => role)

describe('whom to ask first', () => {
  it('of a looked-after child is the Virtual School of the authority that looks after the child, then the social worker, then carers', () => {
    expect(rolesFor({})).toEqual(['virtual-school', 'social-worker', 'carer'])
    expect(stepsFor({}).contacts[0]).toMatchObject({
      title: 'Hartmoor Virtual School',
      name: 'Hartmoor Virtual School',
      phone: '01632 960123',
      isFirst: true,
      force: 'should',
      who: 'The designated teacher asks, or the headteacher if that is quicker.',
    })
    expect(neededFor({})).toEqual(['virtual-school', 'social-worker'])
  })

  it('of a looked-after child with a child protection plan includes the safeguarding lead', () => {
    expect(rolesFor({ cohorts: groups('cla', 'cp') })).toEqual([
      'virtual-school',
      'social-worker',
      'safeguarding-lead',
      'carer',
    ])
  })

  it.each(['cin', 'cp'] as const)(
    'of a child with a plan (%s) is the social worker, then safeguarding lead and those at home',
    (group) => {
      expect(rolesFor({ cohorts: groups(group, 'ever6') })).toEqual([
        'social-worker',
        'safeguarding-lead',
        'parent',
        'carer',
      ])
      expect(neededFor({ cohorts: groups(group) })).toEqual(['social-worker'])
      expect(stepsFor({ cohorts: groups(group) }).contacts[0]?.who).toBe('The headteacher asks.')
    },
  )

  it('of a child who was looked after before is the parents, then the Virtual School of the school’s authority if they agree', () => {
    const { contacts } = stepsFor({
      cohorts: groups('previouslyCla', 'ever6'),
      authority: null,
      schoolAuthority: { code: '920', name: 'Fenwick', virtualSchoolPhone: null },
    })
    expect(contacts.map(({ role }) => role)).toEqual(['parent', 'carer', 'virtual-school'])
    expect(contacts.at(-1)).toMatchObject({
      title: 'Fenwick Virtual School',
      missing: 'No number for Fenwick Virtual School: add one',
      isNeeded: false,
    })
    expect(contacts.at(-1)?.why).toMatch(/when the parents agree/)
  })

  it('in kinship care is the carer, then the parents', () => {
    expect(rolesFor({ cohorts: groups('kinship') })).toEqual(['carer', 'parent'])
  })

  it.each([
    ['earlier had a social worker', groups('ever6')],
    ['is in no group', groups()],
    ['has no care status on record', null],
  ])('of a child who %s is those at home, and nobody is needed', (_words, cohorts) => {
    expect(rolesFor({ cohorts })).toEqual(['parent', 'carer'])
    expect(neededFor({ cohorts })).toEqual([])
  })

  it('has one first of all, also among several social workers', () => {
    const two = [adult('social-worker', 'Sol'), adult('social-worker', 'Stu')]
    const { contacts } = stepsFor({ cohorts: groups('cin'), people: two })
    expect(contacts.map(({ isFirst }) => isFirst)).toEqual([true, false, false, false])
    expect(contacts.slice(0, 2).map(({ name }) => name)).toEqual(['Sol', 'Stu'])
  })

  it('leaves out who has left or has not begun', () => {
    const people = [
      adult('social-worker', 'Old', { endedOn: '2026-03-12' }),
      adult('social-worker', 'Now', { startedOn: '2026-03-13' }),
      adult('social-worker', 'New', { startedOn: '2026-03-14' }),
    ]
    const { contacts } = stepsFor({ cohorts: groups('cin'), people })
    expect(contacts.filter(({ role }) => role === 'social-worker').map(({ name }) => name)).toEqual(['Now'])
  })
})

describe('the Virtual School, of a child who was looked after before', () => {
  const before = groups('previouslyCla', 'ever6')
  const agrees = (at: string, given: Partial<AskingRow> = {}): AskingRow => ({
    ...asked('parent', 'reached', at),
    agreedBy: 'Pat Example',
    ...given,
  })
  const schoolAfter = (contacts: readonly AskingRow[], cohorts = before) => {
    const { contacts: steps } = stepsFor({ cohorts, contacts, schoolAuthority: anAuthority })
    return steps.find(({ role }) => role === 'virtual-school')
  }

  it('has no number on the page until a parent or carer has agreed', () => {
    expect(schoolAfter([])).toMatchObject({ agreement: 'needed', agreed: null, phone: null, missing: null })
    expect(schoolAfter([asked('parent', 'reached')])).toMatchObject({ agreed: null, phone: null })
    const known = schoolAfter([agrees('08:40'), agrees('08:20', { withRole: 'carer', agreedBy: 'Cas' })])
    expect(known).toMatchObject({
      agreed: { by: 'Cas', role: 'carer', at: '2026-03-13T08:20' },
      phone: '01632 960123',
    })
  })

  it('is agreed to by nobody else, and by nobody who was not spoken to', () => {
    expect(schoolAfter([agrees('08:40', { withRole: 'social-worker' })])?.agreed).toBeNull()
    for (const outcome of ['no-answer', 'message-left'] as const)
      expect(schoolAfter([agrees('08:40', { outcome })])?.agreed).toBeNull()
  })

  it('that was asked before that says so', () => {
    const call = (at: string) => asked('virtual-school', 'reached', at)
    const without = /^It was asked before anybody’s agreement was on record\./
    expect(schoolAfter([call('08:10')])?.why).toMatch(without)
    expect(schoolAfter([call('08:39'), agrees('08:40')])?.why).toMatch(without)
    expect(schoolAfter([call('08:40'), agrees('08:40')])?.why).not.toMatch(without)
    // A call that nobody answered asked nobody.
    expect(schoolAfter([asked('virtual-school', 'no-answer', '08:10')])?.why).not.toMatch(without)
  })

  it('has no number any more once a parent or carer withdraws what was agreed, until one agrees again', () => {
    const withdraws = (at: string, given: Partial<AskingRow> = {}) =>
      asked('parent', 'reached', at, { refusedBy: 'Pat Example', ...given })
    const [yes, no] = [agrees('08:40'), withdraws('09:20')]
    const standing = (...said: AskingRow[]) => schoolAfter(said)
    expect(standing(no, yes)).toMatchObject({ agreed: null, phone: null, withdrawnAt: '2026-03-13T09:20' })
    expect(standing(yes, withdraws('09:20', { withRole: 'carer' }))).toMatchObject({ agreed: null })
    // Of one minute the withdrawing is the last word, and stands first.
    expect(standing(yes, withdraws('08:40'))).toMatchObject({ agreed: null })
    const { contacts } = stepsFor({ cohorts: before, contacts: [yes, withdraws('08:40')] })
    expect(contacts[0]?.attempts.map(({ agreedBy }) => agreedBy)).toEqual([null, 'Pat Example'])
    expect(standing(yes, no, agrees('09:40'))).toMatchObject({
      agreed: { by: 'Pat Example', role: 'parent', at: '2026-03-13T09:40' },
      phone: '01632 960123',
      withdrawnAt: null,
    })
    // Nothing was agreed that could be withdrawn; a message that was left withdraws nothing, nor do other words.
    expect(standing(no)).toMatchObject({ agreed: null, withdrawnAt: null })
    for (const given of [
      { outcome: 'message-left' },
      { refusedBy: null, note: 'Is unsure.' },
      { withRole: 'social-worker' },
    ] as const)
      expect(standing(yes, withdraws('09:20', given))?.phone).toBe('01632 960123')
  })

  it('asked while it was agreed was asked rightly; asked after it was withdrawn says so', () => {
    const call = (at: string) => asked('virtual-school', 'reached', at)
    const no = asked('parent', 'reached', '09:20', { refusedBy: 'Pat Example', note: 'Wants to think.' })
    expect(schoolAfter([agrees('08:40'), call('09:00'), no])?.why).not.toMatch(/^It was asked/)
    expect(schoolAfter([agrees('08:40'), no, call('09:21')])?.why).toMatch(
      /^It was asked after the agreement was withdrawn\./,
    )
  })

  it('needs nobody’s agreement where an authority looks after the child now', () => {
    expect(schoolAfter([], groups('cla', 'previouslyCla'))).toMatchObject({
      agreement: null,
      phone: '01632 960123',
    })
  })

  it('is what a talk at home asks about', () => {
    const { contacts } = stepsFor({ cohorts: before })
    const asks = contacts.filter(({ agreement }) => agreement === 'given-here').map(({ role }) => role)
    expect(asks).toEqual(['parent', 'carer'])
    expect(stepsFor({ cohorts: groups('cin') }).contacts.map(({ agreement }) => agreement)).not.toContain(
      'given-here',
    )
  })
})

describe('a number that nobody knows', () => {
  it('is said for a person and for somebody who is not recorded', () => {
    const { contacts } = stepsFor({ people: [adult('carer', 'Cas', { phone: null })] })
    expect(contacts.map(({ missing }) => missing)).toEqual([
      null,
      'No social worker is recorded: add one',
      'No number for Cas: add one',
    ])
  })

  it('is said where no authority is recorded', () => {
    const first = stepsFor({ authority: null }).contacts[0]
    expect(first?.title).toBe('Virtual School')
    expect(first?.missing).toMatch(/^No authority is recorded/)
  })

  it('is said where nobody holds a role, and where there is neither parent nor carer', () => {
    const { contacts } = stepsFor({ cohorts: groups('cp'), people: [], safeguardingLead: null })
    expect(contacts.map(({ missing }) => missing)).toEqual([
      'No social worker is recorded: add one',
      'Nobody holds this role at the school: give it to somebody',
      'No parent or carer is recorded: add one',
    ])
  })
})

describe('somebody marked as not to be contacted', () => {
  const parent = adult('parent', 'Pat', { doNotContact: 1, doNotContactReason: 'court order' })

  it('is left out and named with the reason', () => {
    const answer = stepsFor({ cohorts: groups(), people: [parent] })
    expect(answer).toEqual({ contacts: [], leftOut: [{ name: 'Pat', reason: 'court order' }] })
  })

  it('still leaves the social worker to be asked, and says so', () => {
    const social = adult('social-worker', 'Sol', { doNotContact: 1 })
    const { contacts, leftOut } = stepsFor({ people: [social] })
    expect(contacts[1]).toMatchObject({
      role: 'social-worker',
      name: null,
      missing: 'The social worker on record is marked as not to be contacted: add another one',
    })
    expect(leftOut).toEqual([{ name: 'Sol', reason: null }])
  })
})

describe('an attempt', () => {
  const stateAfter = (contacts: readonly AskingRow[]) =>
    stepsFor({ contacts }).contacts.map(({ isDone }) => isDone)

  it('counts when somebody was reached, or word was left', () => {
    expect(stateAfter([asked('virtual-school', 'reached')])).toEqual([true, false, false])
    expect(stateAfter([asked('virtual-school', 'message-left')])).toEqual([true, false, false])
    expect(stateAfter([asked('social-worker', null)])).toEqual([false, true, false])
  })

  it('that nobody answered does not count, and stays on the page', () => {
    const { contacts } = stepsFor({ contacts: [asked('virtual-school', 'no-answer')] })
    expect(contacts[0]).toMatchObject({
      isDone: false,
      attempts: [{ outcome: 'no-answer', madeBy: 'Sam Head' }],
    })
  })

  it('stands newest first, and for all people of the role', () => {
    const two = [adult('social-worker', 'Sol'), adult('social-worker', 'Stu')]
    const { contacts } = stepsFor({
      people: two,
      contacts: [asked('social-worker', 'no-answer', '08:10'), asked('social-worker', 'reached', '08:40')],
    })
    const social = contacts.filter(({ role }) => role === 'social-worker')
    expect(social.map(({ isDone }) => isDone)).toEqual([true, true])
    expect(social[0]?.attempts.map(({ at }) => at)).toEqual(['2026-03-13T08:40', '2026-03-13T08:10'])
  })
})
