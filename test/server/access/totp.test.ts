import { describe, expect, it } from 'vitest'
import { instantAfter } from '../../../server/access/instants.ts'
import { authenticatorOffer, offeredSecret, stepOfCode } from '../../../server/access/totp.ts'
import { codeAt } from '../../support/signing-in.ts'

const now = '2026-03-13T09:30:10.000Z'
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const seconds = (count: number) => instantAfter(now, count / 60)

describe('a code of an authenticator', () => {
  it('is right in its half minute, the one before and the one after', () => {
    for (const off of [-30, 0, 30]) expect(stepOfCode(secret, codeAt(seconds(off)), now)).toBeDefined()
    const steps = [-30, 0, 30].map((off) => stepOfCode(secret, codeAt(seconds(off)), now)!)
    expect(steps).toEqual([steps[1]! - 1, steps[1], steps[1]! + 1])
  })

  it('is wrong a minute and more away, so a clock that is wrong opens nothing', () => {
    for (const off of [-90, -60, 60, 90])
      expect(stepOfCode(secret, codeAt(seconds(off)), now)).toBeUndefined()
  })

  it('is the one of RFC 6238', () => {
    const rfc = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    expect(stepOfCode(rfc, '287082', '1970-01-01T00:00:59.000Z')).toBe(1)
    expect(stepOfCode(rfc, '081804', '2005-03-18T01:58:29.000Z')).toBe(37037036)
  })
})

describe('the secret a browser is offered', () => {
  it('is the same as long as the page is open, and another one for anybody else or after it was taken', () => {
    const first = offeredSecret('token', 'account', null)
    expect(offeredSecret('token', 'account', null)).toBe(first)
    const others = [
      offeredSecret('token 2', 'account', null),
      offeredSecret('token', 'account 2', null),
      offeredSecret('token', 'account', 'v1.sealed'),
    ]
    expect(new Set([first, ...others]).size).toBe(4)
    expect(first).toMatch(/^[A-Z2-7]{32}$/)
  })

  it('is shown as an address and as rows of squares', () => {
    const { uri, qr } = authenticatorOffer(secret, 'sam@school.example')
    expect(uri).toBe(
      `otpauth://totp/Virtual%20School:sam%40school.example?issuer=Virtual%20School&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    )
    expect(qr.every((row) => row.length === qr.length && /^[01]+$/.test(row))).toBe(true)
  })
})
