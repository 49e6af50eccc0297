import { expect, it } from 'vitest'
import {
  goneTo,
  letterFile,
  letterName,
  letterText,
  wentForm,
} from '../../../../web/pages/suspension/letter-text.ts'

const letter = {
  kind: 'education',
  school: 'Invented School',
  date: '13 March 2026',
  title: 'Notice about education',
  to: ['Pauline Marsh', 'Ed Marsh'],
  paragraphs: ['First.', 'Second.'],
  missing: [],
  toRoles: null,
  keptOn: null,
} as const

it('a letter as text has an empty line between its parts, for any program', () => {
  expect(letterText(letter)).toBe(
    `Invented School\r\nAddress of the school: ${'_'.repeat(40)}\r\n\r\n13 March 2026\r\n\r\n` +
      'Pauline Marsh\r\nEd Marsh\r\n\r\nNotice about education\r\n\r\nFirst.\r\n\r\nSecond.\r\n',
  )
})

it('a letter as text has a line wherever something is left to be filled in', () => {
  const line = '_'.repeat(40)
  const text = letterText({
    ...letter,
    to: [],
    paragraphs: ['What happened: ____', 'By ____ at the latest.'],
  })
  expect(text).toContain(`\r\n\r\nTo: ${line}\r\n\r\n`)
  expect(text).toContain(`What happened: ${line}\r\n\r\nBy ${line} at the latest.`)
})

const cancelledTo = (withRole: string) => ({ withRole, purpose: 'cancellation-notice' })
const hasGone = (...given: Parameters<typeof goneTo>) => {
  const { gone, of } = goneTo(...given)
  return gone === of
}

it('its file and its name in the list are nobody’s name', () => {
  expect(letterFile(letter)).toBe('letter-education.txt')
  expect(letterName(letter)).toBe('To the parents, about the education meanwhile')
})

it('how it went is kept as a contact about that suspension', () => {
  expect(wentForm(letter, 'one', [])).toEqual({
    kind: 'contact',
    prefill: { withRole: 'parent', purpose: 'education-notice', suspensionId: 'one', how: 'letter' },
  })
})

it('a letter to the authority the child lives in has gone when that one had it, not when the school’s own had', () => {
  const home = { kind: 'home-authority', toRoles: null, keptOn: null } as const
  const told = (withRole: string) => ({ withRole, purpose: 'suspension-notice' })
  expect(hasGone(home, [told('local-authority'), told('local-authority')])).toBe(false)
  expect(hasGone(home, [{ ...told('home-authority'), outcome: 'no-answer' }])).toBe(false)
  expect(hasGone(home, [told('home-authority')])).toBe(true)
  expect(wentForm(home, 'one', []).prefill).toMatchObject({ withRole: 'home-authority' })
})

it('a letter has gone when somebody recorded that very notice', () => {
  const told = { withRole: 'parent', purpose: 'suspension-notice' }
  expect(hasGone({ kind: 'parent', toRoles: null, keptOn: null }, [told])).toBe(true)
  expect(hasGone(letter, [told])).toBe(false)
  expect(hasGone({ kind: 'local-authority', toRoles: null, keptOn: null }, [told])).toBe(false)
})

it('that it is cancelled has gone to the board when the board was told', () => {
  const board = { kind: 'board-cancellation', toRoles: null, keptOn: null } as const
  expect(hasGone(board, [cancelledTo('governing-board')])).toBe(true)
  expect(hasGone(board, [cancelledTo('parent')])).toBe(false)
})

it('that it is cancelled has gone when all who had the notice were told; the form is for the next of them', () => {
  const roles = ['parent', 'local-authority', 'social-worker']
  const all = { kind: 'cancellation', toRoles: roles, keptOn: null } as const
  const contacts = ['local-authority', 'governing-board'].map(cancelledTo)
  expect(goneTo(all, contacts)).toEqual({ gone: 1, of: 3 })
  expect(wentForm(all, 'one', contacts).prefill).toMatchObject({ withRole: 'parent' })
  expect(wentForm(all, 'one', [...contacts, cancelledTo('parent')]).prefill).toMatchObject({
    withRole: 'social-worker',
    purpose: 'cancellation-notice',
  })
  expect(hasGone(all, roles.map(cancelledTo))).toBe(true)
})

it('a letter about a record of its own is kept there, and has gone when that record says so', () => {
  const details = (isGone: boolean) => ({ kind: 'provision', id: 'p-1', isGone })
  const one = (isGone: boolean) =>
    ({ ...letter, kind: 'education-details', keptOn: details(isGone) }) as const
  const first = { withRole: 'parent', purpose: 'education-notice' }
  expect(wentForm(one(false), 'one', [])).toEqual({ kind: 'provision', recordId: 'p-1', prefill: {} })
  expect(hasGone(one(false), [first])).toBe(false)
  expect(hasGone(one(true), [])).toBe(true)
})
