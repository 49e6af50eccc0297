import { expect, it } from 'vitest'
import {
  contactForm,
  hasGone,
  letterFile,
  letterName,
  letterText,
} from '../../../../web/pages/suspension/letter-text.ts'

const letter = {
  kind: 'education',
  title: 'Notice about education',
  to: ['Pauline Marsh', 'Ed Marsh'],
  paragraphs: ['First.', 'Second.'],
  missing: [],
} as const

it('a letter as text has an empty line between its parts, for any program', () => {
  expect(letterText(letter)).toBe(
    'Pauline Marsh\r\nEd Marsh\r\n\r\nNotice about education\r\n\r\nFirst.\r\n\r\nSecond.\r\n',
  )
})

it('its file and its name in the list are nobody’s name', () => {
  expect(letterFile(letter)).toBe('letter-education.txt')
  expect(letterName(letter)).toBe('To the parents, about the education meanwhile')
})

it('how it went is kept as a contact about that suspension', () => {
  expect(contactForm(letter, 'one')).toEqual({
    kind: 'contact',
    prefill: { withRole: 'parent', purpose: 'education-notice', suspensionId: 'one', how: 'letter' },
  })
})

it('a letter has gone when somebody recorded that very notice', () => {
  const told = { withRole: 'parent', purpose: 'suspension-notice' }
  expect(hasGone({ kind: 'parent' }, [told])).toBe(true)
  expect(hasGone(letter, [told])).toBe(false)
  expect(hasGone({ kind: 'local-authority' }, [told])).toBe(false)
})
