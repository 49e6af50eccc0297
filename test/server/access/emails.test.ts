import { describe, expect, it } from 'vitest'
import { normaliseEmail } from '../../../server/access/emails.ts'

describe('an e-mail address has one spelling', () => {
  it('is trimmed, composed and in lower case', () => {
    expect(normaliseEmail('  Sam.TEACHER@School.Example\n')).toBe('sam.teacher@school.example')
    expect(normaliseEmail('jose\u0301@school.example')).toBe('jos\u00e9@school.example')
    expect(normaliseEmail('sam@SCHÖOL.example')).toBe('sam@schöol.example')
  })

  it('keeps a tag, which names another mailbox', () => {
    expect(normaliseEmail('sam+register@school.example')).toBe('sam+register@school.example')
  })

  it('comes to the same when it is normalised again', () => {
    for (const text of ['SAM@School.Example', 'İ@school.example', 'ſam@school.example']) {
      const once = normaliseEmail(text)!
      expect(normaliseEmail(once)).toBe(once)
    }
  })

  it.each([
    ['two @', 'sam@school@example.org'],
    ['an @ of another width', 'sam\uFF20school.example'],
    ['a small @', 'sam\uFE6Bschool.example'],
    ['a blank inside', 'sam teacher@school.example'],
    ['a line end inside', 'sam@school.example\nbcc:all@school.example'],
    ['two addresses', 'sam@school.example,head@school.example'],
    ['a name around it', 'Sam <sam@school.example>'],
    ['an invisible sign', 'sam\u200b@school.example'],
    ['no domain', 'sam@'],
    ['no dot', 'sam@school'],
    ['more than 254 characters', `sam@${'a.'.repeat(126)}example`],
    ['ten thousand characters', `sam@${'a'.repeat(10_000)}.example`],
    ['nothing', ''],
  ])('is refused with %s', (_, text) => {
    expect(normaliseEmail(text)).toBeUndefined()
  })
})
