import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashPassword, isTooLong, passwordProblem, verifyPassword } from '../../../server/access/passwords.ts'

const deep = process.env['TRUST_DEEP'] === '1'

const sam = {
  name: 'Samantha Ashdown',
  email: 's.ashdown@hillcrest.example',
  around: ['Hillcrest Primary School', 'Nowhereshire', 'Designated teacher'],
}
const problem = (password: string) => passwordProblem(password, sam)

describe('a password is taken as it was typed', () => {
  it('is right whole and wrong with any one change, whatever its characters', async () => {
    const any = fc.string({ unit: 'grapheme', minLength: 12, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(any, async (password) => {
        const stored = await hashPassword(password)
        expect(await verifyPassword(stored, password)).toBe(true)
        expect(await verifyPassword(stored, `${password} `)).toBe(false)
        expect(await verifyPassword(stored, password.slice(0, -1))).toBe(false)
      }),
      { numRuns: deep ? 100 : 8 },
    )
  })

  it('keeps the size of letters, blanks at its ends, and every one of 128 characters', async () => {
    const stored = await hashPassword(' Plum Kettle Orbit')
    expect(await verifyPassword(stored, ' plum kettle orbit')).toBe(false)
    expect(await verifyPassword(stored, 'Plum Kettle Orbit')).toBe(false)
    const long = await hashPassword('x'.repeat(127) + 'y')
    expect(await verifyPassword(long, 'x'.repeat(128))).toBe(false)
  })

  it('is the same from every keyboard: NFKC is what is hashed', async () => {
    expect(await verifyPassword(await hashPassword('ﬁnd the café now'), 'find the cafe\u0301 now')).toBe(true)
  })

  it('is hashed with argon2id in 19 MiB and two passes, each time differently', async () => {
    const [one, two] = await Promise.all([hashPassword('plum kettle'), hashPassword('plum kettle')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(two)
  })

  it('is never right for somebody who is not there, nor against what is no hash', async () => {
    expect(await verifyPassword(null, 'plum kettle orbit sand')).toBe(false)
    expect(await verifyPassword('none', 'none')).toBe(false)
  })
})

describe('a password to be chosen', () => {
  it.each([
    'plum kettle orbit sand',
    'correct staple school horse',
    '😀🎈🌍🍎🐟🚲🎹🔑🧦🪁🫖🧭',
    ' blank at both ends ',
    'Aa1!Aa1!Zq9?',
  ])('may be %s', async (password) => {
    expect(await problem(password)).toBeUndefined()
  })

  it('has at least 12 characters and at most 128', async () => {
    expect(await problem('qzxwvtplmkr')).toMatch(/at least 12/)
    expect(await problem('qzxwvtplmkrn')).toBeUndefined()
    expect(await problem(`${'qzxwvtplmkrn '.repeat(9)}qzxwvtplmkr`)).toBeUndefined()
    expect(await problem(`${'qzxwvtplmkrn '.repeat(9)}qzxwvtplmkrn`)).toMatch(/at most 128/)
  })

  it.each(['1234567890123', 'PASSWORD1234', 'qwertyuiop123'])(
    'is not one of a million that were stolen before, however its letters are sized: %s',
    async (password) => {
      expect(await problem(password)).toMatch(/stolen|mostly/)
    },
  )

  it.each([
    'samantha ashdown',
    'Ashdown-2026!',
    's.ashdown1234',
    'Hillcrest2026',
    'HillcrestPrimary',
    'nowhereshire1',
    'Designated-Teacher',
    'Welcome2School!',
    'headteacher99',
  ])('is not mostly the person’s name, address, school, place, role or a year: %s', async (password) => {
    expect(await problem(password)).toMatch(/mostly/)
  })
})

describe('what is too long is not even hashed', () => {
  it('counts characters people see as one sign of Unicode, and what NFKC makes of them', () => {
    expect(isTooLong('x'.repeat(128))).toBe(false)
    expect(isTooLong('x'.repeat(129))).toBe(true)
    expect(isTooLong('😀'.repeat(128))).toBe(false)
    expect(isTooLong('\uFDFA'.repeat(20))).toBe(true)
    expect(isTooLong('x'.repeat(1_000_000))).toBe(true)
  })
})

describe('two hundred people sign in at once', () => {
  it('stays under 600 MB', async () => {
    const stored = await hashPassword('plum kettle orbit sand')
    const at = { peak: 0 }
    const watch = () => void (at.peak = Math.max(at.peak, process.memoryUsage.rss()))
    const people = deep ? 200 : 24
    const answers = await Promise.all(
      Array.from({ length: people }, async () => {
        const right = await verifyPassword(stored, 'plum kettle orbit sand')
        watch()
        return right
      }),
    )
    expect(answers.every(Boolean)).toBe(true)
    expect(at.peak).toBeLessThan(600 * 1024 * 1024)
  })
})
