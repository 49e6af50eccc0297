import { expect, it } from 'vitest'
import { NO_BREAK } from '../../../../web/format.ts'
import { inGroups, qrPath } from '../../../../web/pages/sign-in/qr.ts'
import { lengthWords, wrongWithPassword } from '../../../../web/pages/sign-in/wrong-with-password.ts'

it('a new password is short up to eleven characters and long enough from twelve, each character counted once', () => {
  expect(wrongWithPassword('elevenchars', false)).toContain('12')
  expect(wrongWithPassword('twelve chars', false)).toBe('')
  expect(wrongWithPassword('👩‍🏫'.repeat(3), false)).toContain('12')
  expect(wrongWithPassword('short', true)).toBe('')
  expect(wrongWithPassword('', true)).toBe('Type your password.')
})

it('its length is said while it is typed', () => {
  expect(lengthWords(0)).toBe('')
  expect(lengthWords(11)).toBe('11 of 12 characters: 1 more.')
  expect(lengthWords(12)).toBe('12 characters: long enough.')
})

it('a QR code is drawn as one bar for each run of dark squares, inside its clear edge', () => {
  expect(qrPath(['1101', '0010'])).toBe('M4 4h2v1h-2zM7 4h1v1h-1zM6 5h1v1h-1z')
})

it('a secret is shown in groups of four', () => {
  expect(inGroups('JBSWY3DPEH')).toBe('JBSW Y3DP EH')
  expect(inGroups('JBSW').includes(NO_BREAK)).toBe(false)
})
