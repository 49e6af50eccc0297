import { describe, expect, it } from 'vitest'
import {
  changeMail,
  invitationMail,
  newPasswordMail,
  secondFactorMail,
  type AccountChange,
} from '../../../server/access/mails.ts'

const baseUrl = 'https://vs.example'
const link = `${baseUrl}/welcome#sel.secret`
const given = { baseUrl, link, name: 'Sam Teacher', within: '72 hours' }
const invited = { ...given, invitedBy: 'Alex Head', place: 'Invented School', role: 'Designated teacher' }

describe('the messages', () => {
  it('an invitation says who made it, for which school and role, and how long the link works', () => {
    const { subject, text } = invitationMail(invited)
    expect(subject).toBe('Your account for the Virtual School dashboard')
    for (const words of ['Alex Head', 'Invented School', 'Designated teacher', 'within 72 hours', link])
      expect(text).toContain(words)
  })

  it('a new password and a new second factor each have their link on a line of its own', () => {
    for (const { text } of [newPasswordMail(given), secondFactorMail({ ...given, madeBy: 'Alex Head' })])
      expect(text.split('\n')).toContain(link)
  })

  it('hold no address but that of the installation, and the secret only after the number sign', () => {
    const mails = [invitationMail(invited), newPasswordMail(given), changeMail('passkey.add', given)]
    for (const { text } of mails)
      for (const [found] of text.matchAll(/\w+:\/\/\S+/g))
        expect(found).toMatch(/^https:\/\/vs\.example\/(welcome#sel\.secret)?\.?$/)
  })

  it('are never made with a link that leads elsewhere', () => {
    for (const elsewhere of ['https://evil.example/welcome#a.b', 'http://vs.example/welcome#a.b'])
      expect(() => newPasswordMail({ ...given, link: elsewhere })).toThrow('leads elsewhere')
  })

  it('keep what people typed on one line, short, and no link', () => {
    const name = `Sam\r\n\r\nOpen https://evil.example/x now ${'!'.repeat(300)}`
    const { text } = invitationMail({ ...invited, name, place: 'A\u2028School' })
    expect(text).not.toContain('https://evil.example')
    expect(text.split('\n')[0]!.length).toBeLessThan(130)
    expect(text).toContain('Place: A School\n')
  })

  it('a notice says what was changed, and what to do when it was somebody else', () => {
    const change: AccountChange = 'passkey.remove'
    const { subject, text } = changeMail(change, given)
    expect(subject).toBe('Your account was changed')
    expect(text).toContain('A passkey was removed from your account.')
    expect(text).toContain('change your password')
  })
})
